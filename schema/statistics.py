"""Sums and counts in flat rows: what dashboards, spreadsheets and data frames read as they are."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import sqlalchemy as sa
import strawberry
from strawberry.types import get_object_definition

from auktor.core.moment import Moment
from auktor.core.vocabulary import (
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    SystemCode,
    Term,
)
from db.engine import rows
from resolvers import statistics
from resolvers.reading import Row
from resolvers.volumes import volumes_by_month
from schema.context import Context, Info
from schema.errors import BadPeriod
from schema.scalars import Count
from schema.volumes import MonthlyVolume, volume

LONGEST_YEARS = 10


@strawberry.type(description="How many public actors of one kind there are on the day, by obligation and connection.")
class ObligationCount:
    """One combination and its count."""

    category: PublicActorCategory = strawberry.field(description="Kind of public actor.")
    obligation_status: ObligationStatus = strawberry.field(
        description="Whether they must use the e-identification system."
    )
    connected: bool = strawberry.field(description="Whether they have an agreement for e-identification in force.")
    provenance: ProvenanceKind = strawberry.field(description="How sure the actors' entries are.")
    actors: Count = strawberry.field(description="How many.")


@strawberry.type(description="How many public actors of one kind had an agreement in force on the first of a month.")
class ConnectionCount:
    """One month, system and category."""

    month: date = strawberry.field(description="First day of the month.")
    system: SystemCode = strawberry.field(description="Authorisation system.")
    category: PublicActorCategory = strawberry.field(description="Kind of public actor.")
    provenance: ProvenanceKind = strawberry.field(description="How sure the agreements are.")
    actors: Count = strawberry.field(description="How many.")


@strawberry.type(description="Flat, scalar-only rows; never pages.")
class Statistics:
    """Statistics at a moment."""

    at: strawberry.Private[Moment]

    @strawberry.field(description="Public actors on the day, by category, obligation, connection and provenance.")
    async def obligations(self, info: Info) -> list[ObligationCount]:
        """Counted in SQL."""
        found = await _read(info.context, statistics.obligations(self.at))
        return [ObligationCount(**_typed(row, ObligationCount)) for row in found]

    @strawberry.field(description="Connected public actors on the first of each month since the start.")
    async def connections(self, info: Info) -> list[ConnectionCount]:
        """Counted in SQL."""
        found = await _read(info.context, statistics.connections_by_month(self.at))
        return [ConnectionCount(**_typed(row, ConnectionCount)) for row in found]

    @strawberry.field(description="Monthly volumes of a period of at most ten years, by service and item.")
    async def volumes(
        self,
        info: Info,
        from_: Annotated[date, strawberry.argument(name="from", description="First day.")],
        to: Annotated[date, strawberry.argument(description="First day after the period.")],
        system: Annotated[SystemCode | None, strawberry.argument(description="Only this authorisation system.")] = None,
    ) -> list[MonthlyVolume]:
        """Summed in SQL."""
        _refuse_long(from_, to)
        source = volumes_by_month(self.at)
        chosen = sa.select(source).where(source.c.month >= from_, source.c.month < to)
        if system is not None:
            chosen = chosen.where(source.c.system == system)
        found = await _read(info.context, chosen.order_by(source.c.month, source.c.service_key, source.c.item))
        return [volume(row) for row in found]


def _refuse_long(from_: date, to: date) -> None:
    if to <= from_ or to.year - from_.year > LONGEST_YEARS:
        raise BadPeriod(
            f"{from_} to {to} is no period of at most {LONGEST_YEARS} years. "
            "Give the first day as from and the first day after the period as to."
        )


async def _read(context: Context, statement: sa.Select[Any]) -> Sequence[Row]:
    async with context.reading() as connection:
        return await rows(connection, statement)


def _typed(row: Row, shown: type) -> dict[str, Any]:
    """The row's values by field name, words as terms."""
    kinds = {each.python_name: each.type for each in get_object_definition(shown, strict=True).fields}
    terms: dict[str, type[Term] | None] = {name: getattr(kind, "wrapped_cls", None) for name, kind in kinds.items()}
    return {name: found(row[name]) if (found := terms[name]) else row[name] for name in kinds}
