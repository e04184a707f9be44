"""What staged rows must meet beyond their cells: one row a key and day, references that exist, the conditions of law.

Each rule is asked of all rows of a file at once, and a row that breaks one is marked, so that it is told of only once.
"""

# ruff: noqa: S608 -- names come from the declared tables, values are always parameters

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.load.completion import followed_on
from db.load.layout import Column
from db.load.problems import LISTED, Problem, Problems
from db.load.staging import Stage

Found = sa.Row[Any]


class Rules:
    """The rules, asked of the stages of one load; what breaks them goes to `problems`."""

    def __init__(self, connection: AsyncConnection, problems: Problems) -> None:
        self._connection = connection
        self._problems = problems

    async def ask(self, stages: Sequence[Stage]) -> None:
        """Ask every rule of every stage; what a file with unreadable rows should hold is not missed in the others."""
        unread = {stage.layout.table.name for stage in stages if stage.rows_lost}
        for stage in stages:
            await self._repeats_no_row(stage)
            for column in stage.layout.columns.values():
                if column.target and column.target not in unread:
                    await self._refers_to_something(stage, column)
            if stage.layout.keyed:
                await self._is_complete(stage)
                await self._follows_on(stage)
            await self._meets_conditions(stage)
        for first, second in combinations(stages, 2):
            if first.layout is second.layout:
                await self._speaks_alone(first, second)

    async def _repeats_no_row(self, stage: Stage) -> None:
        same = ("id", "valid_from") if stage.layout.keyed else ("actor", "service", "item", "month")
        names = ", ".join(same)
        twice = f"SELECT {names}, min(_line) AS line FROM {stage.name} GROUP BY {names} HAVING count(*) > 1"
        alike = " AND ".join(f"beside.{name} = s.{name}" for name in same)
        for row in await self._broken(stage, f"{alike} AND s._line > beside.line", "beside.line", twice):
            self._tell(stage, row, f"The row speaks of the same as line {row.line}", "Keep one of the two")

    async def _speaks_alone(self, first: Stage, second: Stage) -> None:
        same = ("key",) if first.layout.keyed else ("actor", "service", "item", "month")
        other = f"SELECT DISTINCT {', '.join(same)} FROM {first.name}"
        alike = " AND ".join(f"beside.{name} = s.{name}" for name in same)
        for row in await self._broken(second, alike, f"s.{same[0]} AS told", other):
            self._tell(second, row, f"{first.label} speaks of {row.told} too", "Load one file after the other")

    async def _refers_to_something(self, stage: Stage, column: Column) -> None:
        missing = f"NOT EXISTS (SELECT FROM {column.target}_identity AS i WHERE i.key = s.{column.name})"
        condition = f"s.{column.name} IS NOT NULL AND {missing}"
        noun = str(column.target).replace("_", " ")
        for row in await self._broken(stage, condition, f"s.{column.name} AS told"):
            reason = f"No {noun} has this key, neither in the register nor in what is loaded"
            self._tell(stage, row, reason, f"Correct the key, or load the {noun} too", column.name, row.told)

    async def _is_complete(self, stage: Stage) -> None:
        layout = stage.layout
        for row in await self._broken(stage, "s.valid_from IS NULL", "s.key AS told"):
            self._tell(stage, row, f"Nothing says from which day {row.told} is so", "Give valid_from", "valid_from")
        left_out = [column for column in layout.columns.values() if column.name not in stage.source.header]
        for column in (column for column in left_out if column.required):
            for row in await self._broken(stage, f"s.{column.stored} IS NULL", "s.key AS told"):
                reason = f"{row.told} is new to the register, and the file has no {column.name}"
                self._tell(stage, row, reason, f"Add the column {column.name}", column.name)
        for row in await self._broken(stage, f"s.key <> s.{layout.key_is}", "s.key AS told") if layout.key_is else ():
            self._tell(stage, row, f"The key is not the {layout.key_is}", "Let the two be equal", "key", row.told)

    async def _follows_on(self, stage: Stage) -> None:
        condition = "beside.place = s.ctid AND s.valid_to IS DISTINCT FROM beside.day"
        for row in await self._broken(stage, condition, "s.valid_to::text AS told, beside.day", followed_on(stage)):
            follows = f"the next begins on {row.day}" if row.day else "nothing follows it"
            remedy = "Leave valid_to empty: a version holds until the next, and an end is a date such as ends_on"
            self._tell(stage, row, f"The description stops here and {follows}", remedy, "valid_to", row.told)

    async def _meets_conditions(self, stage: Stage) -> None:
        for rule, condition in _conditions(stage.layout.table):
            spoken_of = [column for column in stage.layout.stored if re.search(rf"\b{column}\b", condition)]
            told = ", ".join(f"s.{column}::text" for column in spoken_of)
            for row in await self._broken(stage, f"({condition}) IS FALSE", told):
                values = ", ".join(f"{name} {value or 'empty'}" for name, value in _named(spoken_of, row))
                reason = f"The row breaks the rule “{rule.replace('_', ' ')}” ({values})"
                self._tell(stage, row, reason, "Correct these cells", spoken_of[0])

    async def _broken(self, stage: Stage, condition: str, told: str, beside: str | None = None) -> Sequence[Found]:
        """Mark the rows that meet `condition` (`s`, and `beside` where it is given) and give the first of them."""
        joined = f"FROM ({beside}) AS beside" if beside else ""
        result = await self._connection.exec_driver_sql(
            f"WITH broken AS (UPDATE {stage.name} AS s SET _bad = true {joined} "
            f"WHERE NOT s._bad AND {condition} RETURNING s._line AS line_number, {told}) "
            f"SELECT count(*) OVER () AS in_all, broken.* FROM broken ORDER BY line_number LIMIT {LISTED}"
        )
        rows = result.all()
        if rows:
            self._problems.count(stage.label, rows[0].in_all - len(rows))
        return rows

    def _tell(  # noqa: PLR0913, PLR0917 -- the parts of a problem
        self, stage: Stage, row: Found, reason: str, remedy: str, column: str | None = None, value: str | None = None
    ) -> None:
        self._problems.add(Problem(stage.label, reason, remedy, row.line_number, column, value))


def _named(columns: Sequence[str], row: Found) -> Iterator[tuple[str, str | None]]:
    values: Sequence[str | None] = tuple(row)
    return zip(columns, values[2:], strict=True)


def _conditions(table: sa.Table) -> Iterator[tuple[str, str]]:
    """The conditions the table itself holds for a version, by name; those of the recorded period are the writer's."""
    for constraint in sorted(table.constraints, key=lambda each: str(each.name)):
        if isinstance(constraint, sa.CheckConstraint):
            condition = str(constraint.sqltext)
            if "recorded_" not in condition:
                yield str(constraint.name), condition
