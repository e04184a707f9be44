"""What two editions say differently."""

import asyncio
import json
from collections.abc import Mapping
from typing import Annotated, Any

import strawberry

from auktor.core.vocabulary import ChangeKind
from schema.context import Context, Info
from schema.errors import BadPage, NotFound, TooDifferent
from schema.keeping import Edition, edition_numbered
from schema.publications import Differences
from schema.scalars import Count

MOST_ROWS = 5_000
FirstRows = Annotated[int | None, strawberry.argument(description="Only so many rows from the start, at most 5,000.")]


@strawberry.type(description="One fact that differs.")
class FactDifference:
    """Before and after, as text."""

    name: str = strawberry.field(description="Name of the fact.")
    old: str | None = strawberry.field(description="Before; null where unknown.")
    new: str | None = strawberry.field(description="After; null where unknown.")


@strawberry.type(description="The value of one column of a key.")
class KeyValue:
    """A column and its value."""

    name: str = strawberry.field(description="Name of the column.")
    value: str | None = strawberry.field(description="Its value as text; null where it has none.")


@strawberry.type(description="One row of the published tables that differs, as a line of diff.ndjson (ändrad rad).")
class RowDifference:
    """A row and how it differs."""

    table: str = strawberry.field(description="Name of the table, as in the published files.")
    key: list[KeyValue] = strawberry.field(description="The key of the row.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")
    facts: list[FactDifference] = strawberry.field(
        description="The columns that differ, links included; all of them, where the row was added or removed."
    )


@strawberry.type(description="How many rows of a table differ in one way.")
class DifferenceCount:
    """A number of rows."""

    table: str = strawberry.field(description="Name of the table, as in the published files.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")
    count: Count = strawberry.field(description="How many rows.")


@strawberry.type(description="What two editions say differently (skillnad mellan utgåvor).")
class Diff:
    """A difference; what is asked for of it is found when it is asked for."""

    from_edition: Edition = strawberry.field(description="The earlier edition.")
    later: strawberry.Private[Edition | None]
    found: strawberry.Private[asyncio.Future[Differences] | None] = None

    @strawberry.field(description="The later edition; null where the register of now is compared.")
    def to_edition(self) -> Edition | None:
        """As it was named."""
        return self.later

    @strawberry.field(
        description="Every row that differs, as diff.ndjson tells it and in its order; or the first of them."
    )
    async def rows(self, info: Info, first: FirstRows = None) -> list[RowDifference]:
        """Those that are asked for."""
        if first is not None and not 0 <= first <= MOST_ROWS:
            raise BadPage(f"{first} rows cannot be asked for. Ask for 0 to {MOST_ROWS}.")
        found = await self._differences(info.context)
        if first is None and found.total > MOST_ROWS:
            raise TooDifferent(
                f"More than {MOST_ROWS} rows differ. Ask for the first of them, compare editions nearer to each other, "
                "or read the published files."
            )
        return [_row(line) for line in found.lines[:first]]

    @strawberry.field(description="How many rows differ, by table and change.")
    async def counts(self, info: Info) -> list[DifferenceCount]:
        """However many."""
        found = await self._differences(info.context)
        return [
            DifferenceCount(table=table, change=ChangeKind(change.upper()), count=Count(number))
            for (table, change), number in found.counts.items()
        ]

    async def _differences(self, context: Context) -> Differences:
        """What the published tables say otherwise; read once, whatever is asked of it."""
        if self.found is None:
            if context.publications is None:
                raise NotFound("This program publishes no editions. Ask the one that serves the register.")
            after = self.later.number if self.later else None
            told = context.publications.differences(self.from_edition.number, after, MOST_ROWS)
            self.found = asyncio.ensure_future(told)
        return await self.found


async def difference_of(context: Context, from_number: int, to_number: int | None) -> Diff:
    """Two editions, or one and the register as it stands; NOT_FOUND for a number without an edition."""
    later = None if to_number is None else await _edition(context, to_number)
    return Diff(from_edition=await _edition(context, from_number), later=later)


def _row(line: Mapping[str, Any]) -> RowDifference:
    before: dict[str, Any] = line["before"] or {}
    after: dict[str, Any] = line["after"] or {}
    facts = [
        FactDifference(name=name, old=_plain(before.get(name)), new=_plain(after.get(name)))
        for name in {**before, **after}
    ]
    key = [KeyValue(name=name, value=_plain(value)) for name, value in line["key"].items()]
    return RowDifference(table=line["table"], key=key, change=ChangeKind(line["change"].upper()), facts=facts)


def _plain(value: object) -> str | None:
    """A JSON value as text: a text as it is, anything else as JSON writes it."""
    return value if value is None or isinstance(value, str) else json.dumps(value)


async def _edition(context: Context, number: int) -> Edition:
    found = await edition_numbered(context, number)
    if found is None:
        raise NotFound(f"There is no edition {number}. Ask for `editions` to see which there are.")
    return found
