"""What the register has put right, and from when on it describes an object."""

from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from auktor.core.moment import Moment
from db import models
from db.engine import rows
from db.facts import Fact
from resolvers.corrections import corrected, first_described
from schema.comparison import SHOWN, text_of
from schema.context import Context
from schema.diff import FactDifference
from schema.errors import BadId, BadPage
from schema.ids import id_of, parse_id
from schema.noun import TYPES
from schema.paging import LARGEST_SIZE

TOLD: tuple[type[Fact], ...] = (*SHOWN, models.FeeTier, models.Milestone)
First = Annotated[int, strawberry.argument(description="At most so many, 1 to 100.")]
MadeBefore = Annotated[
    datetime | None, strawberry.argument(description="Only those made before this moment; the newest where left out.")
]


@strawberry.type(description="A description that was wrong and was replaced for the same days (rättelse av uppgift).")
class Correction:
    """What stood, what stands, and when it was put right."""

    id: strawberry.ID = strawberry.field(description="Id of the object.")
    kind: str = strawberry.field(description="Kind of the object, as supplier_agreement.")
    key: str = strawberry.field(description="Key of the object.")
    corrected_at: datetime = strawberry.field(description="When the register put it right (rättad).")
    valid_from: date = strawberry.field(description="First day the description is about (gäller från och med).")
    facts: list[FactDifference] = strawberry.field(description="The facts that were put right.")
    reference: str = strawberry.field(description="Where what now stands was found.")


async def corrections_made(context: Context, first: int, before: datetime | None) -> list[Correction]:
    """The newest corrections, at most `first`."""
    if not 1 <= first <= LARGEST_SIZE:
        raise BadPage(f"first is {first}, but a list of corrections has from 1 to {LARGEST_SIZE}.")
    found: list[Correction] = []
    async with context.reading() as connection:
        for model in TOLD:
            statement = corrected(model, before).limit(first)
            found += [_correction(model, row) for row in await rows(connection, statement)]
    return sorted(found, key=lambda each: (each.corrected_at, each.kind, each.key), reverse=True)[:first]


async def described_from(context: Context, given: str, at: Moment) -> date | None:
    """The first day the register describes the object with this id; None for one it never knew."""
    type_name, key = parse_id(given)
    if type_name not in TYPES:
        raise BadId(f"{given[:60]!r} is of a type that the register does not show. Take ids from `id` fields.")
    async with context.reading() as connection:
        (found,) = await rows(connection, first_described(TYPES[type_name][1], key, at))
    day: date | None = found["day"]
    return day


def _correction(model: type[Fact], row: Any) -> Correction:  # noqa: ANN401 -- a row of any noun
    names = [name.removeprefix("old_") for name in row if name.startswith("old_")]
    facts = [
        FactDifference(name=name, old=text_of(row[f"old_{name}"]), new=text_of(row[f"new_{name}"]))
        for name in names
        if row[f"old_{name}"] != row[f"new_{name}"]
    ]
    return Correction(
        id=strawberry.ID(id_of(model.__name__, row["key"])),
        kind=model.noun.table,
        key=row["key"],
        corrected_at=row["corrected_at"],
        valid_from=row["valid_from"],
        facts=facts,
        reference=row["new_reference"],
    )
