"""What the register says differently of two days, both as it is known at one moment."""

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Annotated

import sqlalchemy as sa
import strawberry

from auktor.core.moment import Moment
from auktor.core.vocabulary import ChangeKind
from db import models
from db.facts import Fact
from db.visibility import Viewer
from db.written_sql import ParameterMoment, Statement, later, written
from resolvers.difference import Difference, differences, differing
from schema.context import Context, Info
from schema.diff import FactDifference
from schema.errors import BadPage, TooDifferent
from schema.ids import id_of
from schema.lookup import REMEMBERED, named
from schema.node import Node
from schema.paging import DEFAULT_SIZE, LARGEST_SIZE
from schema.record import shown
from schema.scalars import Count

MOST_OBJECTS = 5_000
SHOWN: tuple[type[Fact], ...] = (
    models.AuthorisationSystem,
    models.Supplier,
    models.SupplierAgreement,
    models.Service,
    models.Regulation,
    models.FeeRule,
    models.RequirementsVersion,
    models.Exemption,
    models.ActorAgreement,
    models.PublicActor,
)
"""What is compared, in the order it is told: what concerns most readers first."""
First = Annotated[int, strawberry.argument(description="At most so many objects from the start, 1 to 100.")]
Kind = Annotated[str | None, strawberry.argument(description="Only this kind of object, as supplier_agreement.")]


@strawberry.type(description="How many objects of one kind differ in one way.")
class ChangedCount:
    """A number of objects."""

    kind: str = strawberry.field(description="Kind of the object, as supplier_agreement.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")
    fact: str | None = strawberry.field(
        description="Name of the fact that differs; null for objects that are in one of the two alone."
    )
    count: Count = strawberry.field(description="How many objects; one that differs in two facts is in both numbers.")


@strawberry.type(description="One object that the register describes differently on two days.")
class ChangedObject:
    """An object, how it differs, and how it stands."""

    id: strawberry.ID = strawberry.field(description="Id of the object.")
    kind: str = strawberry.field(description="Kind of the object, as supplier_agreement.")
    key: str = strawberry.field(description="Key of the object.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")
    facts: list[FactDifference] = strawberry.field(description="The facts that differ, where the object is in both.")
    model: strawberry.Private[type[Fact]]
    at: strawberry.Private[Moment]

    @strawberry.field(description="The object on the later day; one that is gone, as it was on the earlier.")
    async def object(self, info: Info) -> Node | None:
        """Read with the others of its kind."""
        return shown(await named(info.context, self.model, self.at, "key", self.key))


@strawberry.type(description="What the register says differently of two days (skillnad mellan två dagar).")
class Comparison:
    """The differences, found once for all that is asked of them."""

    day: date = strawberry.field(description="The day the register is compared with.")
    before: strawberry.Private[Moment]
    after: strawberry.Private[Moment]
    found: strawberry.Private[list[Difference]]

    @strawberry.field(description="How many objects differ, by kind, change and fact.")
    def counts(self) -> list[ChangedCount]:
        """Of all that differ."""
        counted = Counter((each.model.noun.table, each.change, name) for each in self.found for name in _names(each))
        return [
            ChangedCount(kind=kind, change=change, fact=fact, count=Count(number))
            for (kind, change, fact), number in counted.items()
        ]

    @strawberry.field(description="The objects that differ, by kind and key, or the first of them.")
    def objects(self, first: First = DEFAULT_SIZE, kind: Kind = None) -> list[ChangedObject]:
        """With what differs."""
        if not 1 <= first <= LARGEST_SIZE:
            raise BadPage(f"first is {first}, but a comparison tells from 1 to {LARGEST_SIZE} objects at a time.")
        wanted = [each for each in self.found if kind in {None, each.model.noun.table}]
        return [self._changed(each) for each in wanted[:first]]

    def _changed(self, each: Difference) -> ChangedObject:
        return ChangedObject(
            id=strawberry.ID(id_of(each.model.__name__, each.key)),
            kind=each.model.noun.table,
            key=each.key,
            change=each.change,
            facts=[FactDifference(name=fact.name, old=text_of(fact.old), new=text_of(fact.new)) for fact in each.facts],
            model=each.model,
            at=self.before if each.change is ChangeKind.REMOVED else self.after,
        )


def text_of(value: object) -> str | None:
    """The value of a fact as the API tells it."""
    return None if value is None else str(value)


def _names(each: Difference) -> list[str | None]:
    """What an object is counted under: the facts that differ, or none for one that is in one of the two alone."""
    return [fact.name for fact in each.facts] or [None]


async def compared_days(context: Context, day: date, at: Moment) -> Comparison:
    """The register on `day` and at `at`, both as known at `at`; TOO_DIFFERENT for more than can be told."""
    found: list[Difference] = []
    async with context.reading() as connection:
        for model in SHOWN:
            statement = _differing(model, context.viewer, known=at.known_at is not None)  # pyright: ignore[reportArgumentType] -- a class is hashable
            most = MOST_OBJECTS + 1 - len(found)
            found += differences(model, statement.columns, await statement.raw(connection, at, day=day, most=most))
            if len(found) > MOST_OBJECTS:
                raise TooDifferent(f"More than {MOST_OBJECTS} differ. Compare days nearer to each other.")
    return Comparison(day=day, before=Moment(day, at.known_at), after=at, found=found)


@lru_cache(REMEMBERED)
def _differing(model: type[Fact], viewer: Viewer, *, known: bool) -> Statement:
    before, after = ParameterMoment(known=known, as_of="day"), ParameterMoment(known=known)
    return written(differing(model, before, after, viewer).limit(later("most", sa.Integer())))
