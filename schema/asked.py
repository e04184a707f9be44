"""What may be asked of a register: the arguments of its fields, and what a resolver is handed of them."""

from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from auktor.core.identifiers import parse_designation
from auktor.core.moment import Moment
from auktor.core.vocabulary import SystemCode
from schema.declarations import Argument
from schema.errors import BadMoment, BadPage
from schema.ids import key_of
from schema.scalars import Count, OrganisationNumber
from schema.statements import StatementInput
from schema.volumes import FILTER

MOST_NODES = 100
FROM_THE_BEGINNING = Count(0)
LISTED = Argument(
    name="listed",
    type=bool | None,
    default=True,
    description=(
        "True for the public list of 7 §: an agreement in force on the day. False for those that left it. "
        "Null for every supplier known."
    ),
)
Id = Annotated[strawberry.ID, strawberry.argument(description="An `id` the API gave.")]
Code = Annotated[SystemCode, strawberry.argument(description="Code of the system.")]
Number = Annotated[
    OrganisationNumber, strawberry.argument(description="Its organisation number (organisationsnummer).")
]
Designation = Annotated[str, strawberry.argument(description="Series, year and number (beteckning), as SFS 2023:704.")]
OtherDay = Annotated[date, strawberry.argument(description="The day to compare with; earlier days are the usual ones.")]
EditionNumber = Annotated[int, strawberry.argument(description="Number of an edition.")]
LaterEdition = Annotated[
    int | None,
    strawberry.argument(description="Number of a later edition; the register as it stands now where left out."),
]
Sequence = Annotated[Count, strawberry.argument(description="The last sequence number already read; 0 for all.")]
Statements = Annotated[StatementInput, strawberry.argument(description="Whose volumes, and over which months.")]
First = Annotated[int | None, strawberry.argument(description="At most so many rows from the start, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="Only rows after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="At most so many rows from the end, 1 to 100.")]
Before = Annotated[str | None, strawberry.argument(description="Only rows before this cursor.")]
VolumeFilter = Annotated[
    FILTER | None,
    strawberry.argument(description="Only volumes that meet all these conditions; by category where it is named."),
]


def asked_code(code: Code) -> dict[str, Any]:
    """The key of a system is its code."""
    return {"key": str(code)}


def asked_number(organisation_number: Number) -> dict[str, Any]:
    """The number in the form it is stored."""
    return {"organisation_number": organisation_number}


def asked_actor(id: Id) -> dict[str, Any]:  # noqa: A002 -- the API's name
    """The key in the id; BadId for the id of another type."""
    return {"key": key_of(id, "PublicActor")}


def asked_designation(designation: Designation) -> dict[str, Any]:
    """Series, year and number of a designation."""
    series, number = parse_designation(designation).split(" ")
    year, place = number.split(":")
    return {"series": series, "year": int(year), "number": int(place)}


def asked_id(id: Id) -> list[str]:  # noqa: A002 -- the API's name
    """One id is a list of one."""
    return [id]


def asked_ids(ids: list[strawberry.ID]) -> list[str]:
    """The ids, in order; BadPage for too many."""
    if len(ids) > MOST_NODES:
        raise BadPage(f"There are {len(ids)} ids. Ask for at most {MOST_NODES} at a time.")
    return [*ids]


def asked_day(at: Moment) -> date:
    """The day itself."""
    return at.as_of


def asked_moment(at: Moment, now: datetime, as_of: date | None, known_at: datetime | None) -> Moment:
    """The moment asked for, the day of `at` where none is given; BadMoment for one that has not come."""
    if known_at is not None and known_at > now:
        raise BadMoment(
            f"{known_at.isoformat()} has not come yet, so nothing is known at it. "
            "Leave knownAt out for what is known now."
        )
    return Moment(as_of or at.as_of, known_at)
