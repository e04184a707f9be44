"""What only the merged register shows: facts that rest on what is not yet there, and refusals of the database."""

# ruff: noqa: S608 -- names come from the declared tables, values are always parameters

import re
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from db.load.layout import Column
from db.load.problems import LISTED, Problem, Problems
from db.load.staging import Stage


async def find_what_rests_on_nothing(connection: AsyncConnection, stages: Sequence[Stage], problems: Problems) -> None:
    """Tell of every new row that refers to an object which the register does not describe on the row's first day."""
    for stage in stages:
        links = [column for column in stage.layout.columns.values() if column.is_link and stage.layout.keyed]
        for link in links:
            await _find(connection, stage, link, problems)


async def _find(connection: AsyncConnection, stage: Stage, link: Column, problems: Problems) -> None:
    described = (
        f"SELECT FROM {link.target} AS t WHERE t.id = s.{link.stored} AND t.recorded_to IS NULL "
        "AND t.valid_from <= s.valid_from AND (t.valid_to IS NULL OR t.valid_to > s.valid_from)"
    )
    begins = f"SELECT min(t.valid_from) FROM {link.target} AS t WHERE t.id = s.{link.stored} AND t.recorded_to IS NULL"
    result = await connection.exec_driver_sql(
        f"SELECT count(*) OVER () AS in_all, s._line AS line, s.valid_from, i.key, ({begins}) AS begins "
        f"FROM {stage.name} AS s "
        f"JOIN {link.target}_identity AS i ON i.id = s.{link.stored} "
        f"WHERE s._same IS NULL AND NOT EXISTS ({described}) ORDER BY s._line LIMIT {LISTED}"
    )
    rows = result.all()
    for row in rows:
        reason = f"This holds from {row.valid_from}, but the register describes {row.key} only from {row.begins}"
        remedy = "Give a later valid_from, or let the description it rests on begin earlier"
        problems.add(Problem(stage.label, reason, remedy, row.line, link.name, row.key))
    if rows:
        problems.count(stage.label, rows[0].in_all - len(rows))


async def refusal(connection: AsyncConnection, error: DBAPIError, stages: Sequence[Stage]) -> Problem:
    """What the database refused, told of the row it concerns where the refusal names a key.

    To be called after the failed statement has been rolled back to a savepoint.
    """
    cause = error.orig.__cause__ if error.orig else None
    told = str(getattr(cause, "message", None) or cause or error)
    remedy = str(getattr(cause, "hint", None) or "Correct the row that this speaks of")
    for stage in stages:
        line = await _line_of(connection, stage, told)
        if line is not None:
            return Problem(stage.label, _sentence(told), remedy, line)
    return Problem(", ".join(stage.label for stage in stages), _sentence(told), remedy)


async def _line_of(connection: AsyncConnection, stage: Stage, told: str) -> int | None:
    """The first line of the stage whose key, or one of whose references, is a word of the message."""
    words = re.findall(r"[A-Za-z0-9]+(?:[-_.:][A-Za-z0-9]+)*", told)
    links = [column.name for column in stage.layout.columns.values() if column.is_link]
    any_of = " OR ".join(f"{name} = ANY($1::text[])" for name in (["key"] if stage.layout.keyed else []) + links)
    found = await connection.exec_driver_sql(f"SELECT min(_line) FROM {stage.name} WHERE {any_of}", (words,))
    line: int | None = found.scalar()
    return line


def _sentence(told: str) -> str:
    return told[:1].upper() + told[1:]
