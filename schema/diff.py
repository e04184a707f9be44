"""What two editions say differently."""

from datetime import date
from typing import Any

import strawberry

from auktor.core.moment import Moment
from auktor.core.vocabulary import ChangeKind
from db.engine import rows
from resolvers.difference import COMPARED, Difference, differences, differing, pairs
from schema.context import Context
from schema.errors import NotFound, TooDifferent
from schema.keeping import Edition, edition_numbered

MOST_OBJECTS = 5_000


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


@strawberry.type(description="What two editions say differently (skillnad mellan utgåvor).")
class Diff:
    """A difference, whole."""

    from_edition: Edition = strawberry.field(description="The earlier edition.")
    to_edition: Edition = strawberry.field(description="The later edition.")
    objects: list[ObjectDifference] = strawberry.field(description="Every object that differs, by kind and key.")


async def difference_of(context: Context, from_number: int, to_number: int) -> Diff:
    """Compare the register at the two editions' moments; NOT_FOUND for a number without an edition."""
    before, after = await _edition(context, from_number), await _edition(context, to_number)
    found: list[ObjectDifference] = []
    async with context.reading() as connection:
        for model in COMPARED:
            statement = differing(model, _moment(before), _moment(after), context.viewer)
            old, new = pairs(await rows(connection, statement.limit(MOST_OBJECTS + 1 - len(found))))
            found += [_shown(each) for each in differences(model, old, new)]
            _refuse_too_many(found, from_number, to_number)
    return Diff(from_edition=before, to_edition=after, objects=found)


def _refuse_too_many(found: list[ObjectDifference], from_number: int, to_number: int) -> None:
    if len(found) > MOST_OBJECTS:
        raise TooDifferent(
            f"More than {MOST_OBJECTS} objects differ between editions {from_number} and {to_number}. "
            "Compare editions nearer to each other, or read the published files."
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
