"""What may stand only once at a time: agreements, fees, rules. The database's own constraints say what collides."""

# ruff: noqa: S608 -- names come from the declared tables, values are always parameters

from collections.abc import Sequence
from typing import cast

from sqlalchemy.ext.asyncio import AsyncConnection

from db.load.problems import LISTED, Problem, Problems
from db.load.staging import Stage

_CONSTRAINTS = """
SELECT k.conname AS name, pg_get_expr(i.indpred, i.indrelid) AS counts,
    ARRAY(SELECT pg_get_indexdef(k.conindid, place, true) FROM generate_series(1, i.indnkeyatts) AS place) AS parts
FROM pg_constraint AS k JOIN pg_index AS i ON i.indexrelid = k.conindid
WHERE k.contype = 'x' AND k.conrelid = $1::text::regclass AND k.conname NOT LIKE '%\\_one\\_object\\_at\\_a\\_time'
ORDER BY k.conname
"""


async def find_overlaps(connection: AsyncConnection, stages: Sequence[Stage], problems: Problems) -> None:
    """Tell of every staged row that shares days with another object where the register allows only one."""
    tables = dict.fromkeys(stage.layout.table.name for stage in stages if stage.layout.keyed)
    for table in tables:
        of_table = [stage for stage in stages if stage.layout.table.name == table]
        for rule in (await connection.exec_driver_sql(_CONSTRAINTS, (table,))).all():
            pairs = _pairs(of_table, rule.counts, rule.parts)
            await _find(connection, of_table, problems, _rule(table, rule.name), pairs)


def _rule(table: str, name: str) -> str:
    return str(name).removeprefix(f"{table}_").replace("_", " ")


async def _find(
    connection: AsyncConnection, stages: Sequence[Stage], problems: Problems, rule: str, pairs: str
) -> None:
    labels = [stage.label for stage in stages]
    for row in (await connection.exec_driver_sql(pairs)).all():
        file, other_file = cast("int", row.file), cast("int", row.other_file)
        other = f"line {row.other_line} of {labels[other_file]}" if row.other_line else "in the register"
        reason = f"{row.key} and {row.other_key} ({other}) overlap, and there is {rule}"
        problems.add(Problem(labels[file], reason, "End the one before the other begins", row.line, "key"))


def _pairs(stages: Sequence[Stage], counts: str | None, parts: Sequence[str]) -> str:
    """SQL for the pairs that collide; the first part of a constraint is a point, so equal is as good as overlapping."""
    meets = " AND ".join(f"a.part_{place} && b.part_{place}" for place in range(1, len(parts)))
    named = ", ".join(f"{part} AS part_{place}" for place, part in enumerate(parts))
    return (
        f"WITH future AS ({_future(stages)}), "
        f"placed AS MATERIALIZED (SELECT file, line, key, {named} FROM future WHERE {counts or 'true'}) "
        "SELECT a.file, a.line, a.key, b.file AS other_file, b.line AS other_line, b.key AS other_key "
        f"FROM placed AS a JOIN placed AS b ON a.part_0 = b.part_0 AND {meets} "
        "WHERE a.line IS NOT NULL AND (b.line IS NULL OR (b.file, b.line) < (a.file, a.line)) AND a.key <> b.key "
        f"ORDER BY a.file, a.line LIMIT {LISTED}"
    )


def _future(stages: Sequence[Stage]) -> str:
    """SQL for the register as it would be: the staged versions, and those of the objects no file speaks of."""
    layout = stages[0].layout
    columns = ", ".join(layout.stored)
    loaded = [
        f"SELECT {file} AS file, _line AS line, key, id, {columns}, now() AS recorded_from, "
        f"NULL::timestamptz AS recorded_to FROM {stage.name} WHERE NOT _bad"
        for file, stage in enumerate(stages)
    ]
    spoken_of = " UNION ALL ".join(f"SELECT id FROM {stage.name}" for stage in stages)
    held = ", ".join(f"t.{name}" for name in (*layout.stored, "recorded_from", "recorded_to"))
    kept = (
        f"SELECT NULL, NULL, i.key, t.id, {held} FROM {layout.table.name} AS t "
        f"JOIN {layout.identity} AS i ON i.id = t.id "
        f"WHERE t.recorded_to IS NULL AND t.id NOT IN (SELECT id FROM ({spoken_of}) AS spoken_of WHERE id IS NOT NULL)"
    )
    return " UNION ALL ".join([*loaded, kept])
