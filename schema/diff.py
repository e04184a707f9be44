"""What two editions say differently."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import strawberry

from auktor.core.moment import Moment
from auktor.core.vocabulary import ChangeKind
from db.engine import rows
from resolvers.difference import COMPARED, Difference, differences, differing, pairs
from schema.context import Context, Info
from schema.errors import BadPage, NotFound, TooDifferent
from schema.keeping import Edition, edition_numbered
from schema.publications import Differences
from schema.scalars import Count

MOST_OBJECTS = 5_000
FirstRows = Annotated[int | None, strawberry.argument(description="Only so many rows from the start, at most 5,000.")]


@strawberry.type(description="One fact that differs.")
class FactDifference:
    """Before and after, as text."""

    name: str = strawberry.field(description="Name of the fact.")
    old: str | None = strawberry.field(description="Before; null where unknown.")
    new: str | None = strawberry.field(description="After; null where unknown.")


@strawberry.type(description="One object that differs between two editions.")
class ObjectDifference:
    """An object and how it differs."""

    kind: str = strawberry.field(description="Kind of the object, as supplier_agreement.")
    key: str = strawberry.field(description="Key of the object.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")
    facts: list[FactDifference] = strawberry.field(description="The facts that differ, where the object is in both.")


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

    @strawberry.field(description="The later edition; an error where the register of now was compared.")
    def to_edition(self) -> Edition:
        """As it was named."""
        if self.later is None:
            raise NotFound("No later edition was named: this is the register as it stands. Do not ask for toEdition.")
        return self.later

    @strawberry.field(description="Every object that differs, by kind and key; `rows` tells of more.")
    async def objects(self, info: Info) -> list[ObjectDifference]:
        """Compared in the database."""
        return await _objects(info.context, self.from_edition, self.later)

    @strawberry.field(
        description="Every row that differs, as diff.ndjson tells it and in its order; or the first of them."
    )
    async def rows(self, info: Info, first: FirstRows = None) -> list[RowDifference]:
        """Compared in the published files."""
        found = await self._differences(info.context, MOST_OBJECTS if first is None else first)
        if first is None:
            _refuse_too_many(found.total)
        return [_row(line) for line in found.lines]

    @strawberry.field(description="How many rows differ, by table and change.")
    async def counts(self, info: Info) -> list[DifferenceCount]:
        """However many."""
        found = await self._differences(info.context, 0)
        return [
            DifferenceCount(table=table, change=ChangeKind(change.upper()), count=Count(number))
            for (table, change), number in found.counts.items()
        ]

    async def _differences(self, context: Context, most: int) -> Differences:
        if not 0 <= most <= MOST_OBJECTS:
            raise BadPage(f"{most} rows cannot be asked for. Ask for 1 to {MOST_OBJECTS}.")
        if context.publications is None:
            raise NotFound("This program publishes no editions. Ask the one that serves the register.")
        after = self.later.number if self.later else None
        return await context.publications.differences(self.from_edition.number, after, most)


async def difference_of(context: Context, from_number: int, to_number: int | None) -> Diff:
    """Two editions, or one and the register as it stands; NOT_FOUND for a number without an edition."""
    later = None if to_number is None else await _edition(context, to_number)
    return Diff(from_edition=await _edition(context, from_number), later=later)


async def _objects(context: Context, before: Edition, after: Edition | None) -> list[ObjectDifference]:
    later = Moment(context.today.as_of, context.now) if after is None else _moment(after)
    found: list[ObjectDifference] = []
    async with context.reading() as connection:
        for model in COMPARED:
            statement = differing(model, _moment(before), later, context.viewer)
            old, new = pairs(await rows(connection, statement.limit(MOST_OBJECTS + 1 - len(found))))
            found += [_shown(each) for each in differences(model, old, new)]
            _refuse_too_many(len(found))
    return found


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


def _refuse_too_many(found: int) -> None:
    if found > MOST_OBJECTS:
        raise TooDifferent(
            f"More than {MOST_OBJECTS} differ. Compare editions nearer to each other, or read the published files."
        )


async def _edition(context: Context, number: int) -> Edition:
    found = await edition_numbered(context, number)
    if found is None:
        raise NotFound(f"There is no edition {number}. Ask for `editions` to see which there are.")
    return found


def _moment(of: Edition) -> Moment:
    day: date = of.as_of
    return Moment(day, of.known_at)


def _shown(each: Difference) -> ObjectDifference:
    facts = [FactDifference(name=fact.name, old=_text(fact.old), new=_text(fact.new)) for fact in each.facts]
    return ObjectDifference(kind=each.model.noun.table, key=each.key, change=each.change, facts=facts)


def _text(value: Any) -> str | None:  # noqa: ANN401 -- a value of any fact
    return None if value is None else str(value)
