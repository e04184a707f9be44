"""Sums and counts in flat rows: what dashboards, spreadsheets and data frames read as they are."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

import sqlalchemy as sa
import strawberry
from strawberry.types import get_object_definition

from auktor.core.counties import COUNTIES
from auktor.core.moment import Moment
from auktor.core.vocabulary import (
    AssuranceLevel,
    FeeItem,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    ServiceKind,
    ServiceStatus,
    SystemCode,
    Term,
    VolumeStatus,
)
from db import models
from db.engine import rows
from db.facts import Fact
from resolvers import handling, statistics
from resolvers.reading import Row
from resolvers.statistics import Span
from resolvers.volumes import volumes_by_month
from schema.context import Context, Info
from schema.errors import BadPeriod
from schema.handling import DecisionCount, HandlingTime
from schema.scalars import Count
from schema.volumes import MonthlyVolume, volume

LONGEST_YEARS = 10
MOST_ROWS = 5_000
Shown = TypeVar("Shown")
From = Annotated[date, strawberry.argument(name="from", description="First day of the period (från och med).")]
To = Annotated[date, strawberry.argument(description="First day after the period (till, ej med); at most ten years.")]


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


@strawberry.type(description="How many public actors of one county had an agreement in force on the first of a month.")
class CountyConnectionCount:
    """One month, system and county."""

    month: date = strawberry.field(description="First day of the month (månad).")
    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    county_code: str = strawberry.field(description="County code, two digits (länskod).")
    provenance: ProvenanceKind = strawberry.field(description="How sure the agreements are (hur säker uppgiften är).")
    actors: Count = strawberry.field(description="How many (antal).")

    @strawberry.field(description="Name of the county, in Swedish (län); null for a code that no county has.")
    def county_name(self) -> str | None:
        """By its code."""
        return COUNTIES.get(self.county_code)


@strawberry.type(description="How far the obliged state agencies had come on the first of a month (anslutningsgrad).")
class ObligedAgencies:
    """One month."""

    month: date = strawberry.field(description="First day of the month (månad).")
    obliged: Count = strawberry.field(description="State agencies that were obliged (skyldiga myndigheter).")
    connected: Count = strawberry.field(description="Those of them with an agreement in force (anslutna).")
    share: Decimal | None = strawberry.field(
        description="Connected of obliged, from 0 to 1 to four decimals (andel); null where none was obliged."
    )


@strawberry.type(description="Agreements or exemptions of one system in one month (avtal eller undantag per månad).")
class Turnover:
    """In force, begun and ended."""

    month: date = strawberry.field(description="First day of the month (månad).")
    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    in_force: Count = strawberry.field(description="In force on the first day of the month (gällande).")
    begun: Count = strawberry.field(description="Whose first day lies in the month (började gälla).")
    ended: Count = strawberry.field(description="Whose first day no longer in force lies in the month (upphörde).")


@strawberry.type(description="How many services of one kind, level and status there are on the day (tjänster).")
class ServiceCount:
    """One combination and its count."""

    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    kind: ServiceKind = strawberry.field(description="E-identification or digital mailbox (slag).")
    assurance_level: AssuranceLevel | None = strawberry.field(
        description="Level of assurance (tillitsnivå); null for a mailbox."
    )
    status: ServiceStatus = strawberry.field(description="Where the services stand (status).")
    provenance: ProvenanceKind = strawberry.field(description="How sure the entries are (hur säker uppgiften är).")
    services: Count = strawberry.field(description="How many (antal).")


@strawberry.type(
    description="What the volumes of one month, system and item cost all public actors together (avgifter)."
)
class MonthlyFee:
    """One month, system and item."""

    month: date = strawberry.field(description="First day of the month (månad).")
    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    item: FeeItem = strawberry.field(description="What is counted (prestation).")
    status: VolumeStatus = strawberry.field(description="Preliminary or final (preliminär eller slutlig).")
    provenance: ProvenanceKind = strawberry.field(description="How sure the volumes are (hur säker uppgiften är).")
    quantity: Count | None = strawberry.field(description="The sum of the volumes that are told (antal).")
    unit_amount_sek: Decimal | None = strawberry.field(
        description="Price of one in kronor (pris per styck); null where it differs with volume or actor."
    )
    fee_sek: Decimal | None = strawberry.field(
        description="Quantity times price in kronor (avgift); null where the price is."
    )


@strawberry.type(description="Flat, scalar-only rows; never pages (statistik).")
class Statistics:
    """Statistics at a moment."""

    at: strawberry.Private[Moment]

    @strawberry.field(description="Public actors on the day, by category, obligation, connection and provenance.")
    async def obligations(self, info: Info) -> list[ObligationCount]:
        """Counted in SQL."""
        return await _flat(info.context, statistics.obligations(self.at), ObligationCount)

    @strawberry.field(
        description="Connected public actors on the first of each month since the start (anslutna aktörer)."
    )
    async def connections(self, info: Info) -> list[ConnectionCount]:
        """Counted in SQL."""
        return await _flat(info.context, statistics.connections_by_month(self.at), ConnectionCount)

    @strawberry.field(description="Connected public actors on the first of each month by county (anslutna per län).")
    async def connections_by_county(self, info: Info, from_: From, to: To) -> list[CountyConnectionCount]:
        """Of those that have a county: municipalities and regions."""
        found = statistics.connections_by_county(self.at, _span(from_, to))
        return await _flat(info.context, found, CountyConnectionCount)

    @strawberry.field(
        description="Obliged state agencies by month, and how many are connected (skyldiga och anslutna)."
    )
    async def obliged_agencies(
        self,
        info: Info,
        from_: From,
        to: To,
        examples: Annotated[bool, strawberry.argument(description="Count invented examples too.")] = True,  # noqa: FBT002 -- an argument of the API
    ) -> list[ObligedAgencies]:
        """By the law and the register of each month."""
        counted = statistics.obliged_agencies(self.at, _span(from_, to), examples=examples)
        return await _flat(info.context, counted, ObligedAgencies)

    @strawberry.field(description="Agreements of public actors by month (avtal med offentliga aktörer).")
    async def actor_agreements(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """In force, begun and ended."""
        return await self._turnover(info, models.ActorAgreement, _span(from_, to))

    @strawberry.field(description="Agreements of suppliers by month (anslutningsavtal).")
    async def supplier_agreements(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """In force, begun and ended."""
        return await self._turnover(info, models.SupplierAgreement, _span(from_, to))

    @strawberry.field(description="Exemptions from the obligation by month (tidsbegränsade undantag).")
    async def exemptions(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """Running, begun and ended."""
        return await _flat(info.context, statistics.exemptions_by_month(self.at, _span(from_, to)), Turnover)

    @strawberry.field(description="Services on the day by system, kind, level of assurance and status (tjänster).")
    async def services(self, info: Info) -> list[ServiceCount]:
        """Counted in SQL."""
        return await _flat(info.context, statistics.services(self.at, info.context.viewer), ServiceCount)

    @strawberry.field(description="Decisions on applications by kind: how many were challenged, and overturned.")
    async def decisions(self, info: Info) -> list[DecisionCount]:
        """Counted in SQL; a count names nobody."""
        return await _flat(info.context, handling.decisions(self.at), DecisionCount)

    @strawberry.field(description="Median days from application to decision and to agreement (handläggningstid).")
    async def handling_times(self, info: Info) -> list[HandlingTime]:
        """Counted in SQL."""
        return await _flat(info.context, handling.handling_times(self.at), HandlingTime)

    @strawberry.field(
        description="Monthly volumes of a period of at most ten years, by service and item (månadsvolymer)."
    )
    async def volumes(
        self,
        info: Info,
        from_: From,
        to: To,
        system: Annotated[SystemCode | None, strawberry.argument(description="Only this authorisation system.")] = None,
    ) -> list[MonthlyVolume]:
        """Summed in SQL."""
        span, source = _span(from_, to), volumes_by_month(self.at)
        chosen = sa.select(source).where(source.c.month >= span.start, source.c.month < span.end)
        if system is not None:
            chosen = chosen.where(source.c.system == system)
        ordered = chosen.order_by(source.c.month, source.c.service_key, source.c.item, source.c.status)
        return [volume(row) for row in await _read(info.context, ordered)]

    @strawberry.field(description="What the volumes of a period cost by month, where the price is one (avgifter).")
    async def fees(self, info: Info, from_: From, to: To) -> list[MonthlyFee]:
        """By the rules in force on the first of each month."""
        return await _flat(info.context, statistics.fees_by_month(self.at, _span(from_, to)), MonthlyFee)

    async def _turnover(self, info: Info, model: type[Fact], span: Span) -> list[Turnover]:
        found = statistics.agreements_by_month(model, self.at, span, info.context.viewer)
        return await _flat(info.context, found, Turnover)


def _span(from_: date, to: date) -> Span:
    """The months asked for; BadPeriod for none or more than ten years."""
    if to <= from_ or to.year - from_.year > LONGEST_YEARS:
        raise BadPeriod(
            f"{from_} to {to} is no period of at most {LONGEST_YEARS} years. "
            "Give the first day as from and the first day after the period as to."
        )
    return Span(from_, to)


async def _flat(context: Context, statement: sa.Select[Any], shown: type[Shown]) -> list[Shown]:
    return [shown(**_typed(row, shown)) for row in await _read(context, statement)]


async def _read(context: Context, statement: sa.Select[Any]) -> Sequence[Row]:
    async with context.reading() as connection:
        found = await rows(connection, statement.limit(MOST_ROWS + 1))
    if len(found) > MOST_ROWS:
        raise BadPeriod(
            f"There are more than {MOST_ROWS} rows. Ask for a shorter period, or for `…Aggregate` of a list."
        )
    return found


def _typed(row: Row, shown: type) -> dict[str, Any]:
    """The row's values by field name, words as terms."""
    kinds = {each.python_name: each.type for each in get_object_definition(shown, strict=True).fields}
    return {name: _as_term(kind, row[name]) for name, kind in kinds.items() if name in row}


def _as_term(kind: Any, value: Any) -> object:  # noqa: ANN401 -- strawberry's description of a type
    term: type[Term] | None = getattr(getattr(kind, "of_type", kind), "wrapped_cls", None)
    return value if term is None or value is None else term(value)
