"""Sums and counts in flat rows: what dashboards, spreadsheets and data frames read as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
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
from db.facts import Fact
from db.written_sql import ParameterMoment, Statement, written
from resolvers import handling, statistics
from resolvers.reading import Row
from schema.context import Info
from schema.errors import BadPeriod
from schema.handling import DecisionCount, HandlingTime
from schema.scalars import Count
from schema.volumes import MonthlyVolume, volume

LONGEST_YEARS = 10
MOST_ROWS = 5_000
REMEMBERED = 200
Build = Callable[..., sa.Select[Any]]
Values = Mapping[str, object]
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
        return await self._told(info, ObligationCount, statistics.obligations)

    @strawberry.field(
        description="Connected public actors on the first of each month since the start (anslutna aktörer)."
    )
    async def connections(self, info: Info) -> list[ConnectionCount]:
        """Counted in SQL."""
        return await self._told(info, ConnectionCount, statistics.connections_by_month)

    @strawberry.field(description="Connected public actors on the first of each month by county (anslutna per län).")
    async def connections_by_county(self, info: Info, from_: From, to: To) -> list[CountyConnectionCount]:
        """Of those that have a county: municipalities and regions."""
        return await self._told(info, CountyConnectionCount, statistics.connections_by_county, _span(from_, to))

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
        return await self._told(info, ObligedAgencies, statistics.obliged_agencies, _span(from_, to), examples=examples)

    @strawberry.field(description="Agreements of public actors by month (avtal med offentliga aktörer).")
    async def actor_agreements(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """In force, begun and ended."""
        return await self._turnover(info, models.ActorAgreement, from_, to)

    @strawberry.field(description="Agreements of suppliers by month (anslutningsavtal).")
    async def supplier_agreements(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """In force, begun and ended."""
        return await self._turnover(info, models.SupplierAgreement, from_, to)

    @strawberry.field(description="Exemptions from the obligation by month (tidsbegränsade undantag).")
    async def exemptions(self, info: Info, from_: From, to: To) -> list[Turnover]:
        """Running, begun and ended."""
        return await self._told(info, Turnover, statistics.exemptions_by_month, _span(from_, to))

    @strawberry.field(description="Services on the day by system, kind, level of assurance and status (tjänster).")
    async def services(self, info: Info) -> list[ServiceCount]:
        """Counted in SQL."""
        return await self._told(info, ServiceCount, statistics.services, viewer=info.context.viewer)

    @strawberry.field(description="Decisions on applications by kind: how many were challenged, and overturned.")
    async def decisions(self, info: Info) -> list[DecisionCount]:
        """Counted in SQL; a count names nobody."""
        return await self._told(info, DecisionCount, handling.decisions)

    @strawberry.field(description="Median days from application to decision and to agreement (handläggningstid).")
    async def handling_times(self, info: Info) -> list[HandlingTime]:
        """Counted in SQL."""
        return await self._told(info, HandlingTime, handling.handling_times)

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
        values = {**_span(from_, to), "system": system}
        found = await self._rows(info, statistics.volumes, values, of_one_system=system is not None)
        return [volume(row) for row in found]

    @strawberry.field(description="What the volumes of a period cost by month, where the price is one (avgifter).")
    async def fees(self, info: Info, from_: From, to: To) -> list[MonthlyFee]:
        """By the rules in force on the first of each month."""
        return await self._told(info, MonthlyFee, statistics.fees_by_month, _span(from_, to))

    async def _turnover(self, info: Info, model: type[Fact], from_: date, to: date) -> list[Turnover]:
        build, viewer = statistics.agreements_by_month, info.context.viewer
        return await self._told(info, Turnover, build, _span(from_, to), model=model, viewer=viewer)

    async def _told(
        self, info: Info, shown: type[Shown], build: Build, values: Values | None = None, **options: object
    ) -> list[Shown]:
        found = await self._rows(info, build, values or {}, **options)
        return [shown(**each) for each in _typed(found, shown)]

    async def _rows(self, info: Info, build: Build, values: Values, **options: object) -> Sequence[Row]:
        statement = _statement(build, tuple(options.items()), known=self.at.known_at is not None)
        async with info.context.reading() as connection:
            found = await statement.rows(connection, self.at, **values)
        if len(found) > MOST_ROWS:
            raise BadPeriod(
                f"There are more than {MOST_ROWS} rows. Ask for a shorter period, or for `…Aggregate` of a list."
            )
        return found


@lru_cache(REMEMBERED)
def _statement(build: Build, options: tuple[tuple[str, object], ...], *, known: bool) -> Statement:
    return written(build(ParameterMoment(known=known), **dict(options)).limit(MOST_ROWS + 1))


def _span(from_: date, to: date) -> dict[str, date]:
    """The months asked for; BadPeriod for none or more than ten years."""
    if to <= from_ or to.year - from_.year > LONGEST_YEARS:
        raise BadPeriod(
            f"{from_} to {to} is no period of at most {LONGEST_YEARS} years. "
            "Give the first day as from and the first day after the period as to."
        )
    return {"start": from_, "end": to}


def _typed(found: Sequence[Row], shown: type) -> Iterator[dict[str, Any]]:
    """The rows' values by field name, words as terms."""
    names = found[0].keys() if found else ()
    fields = get_object_definition(shown, strict=True).fields
    terms = {each.python_name: _term(each.type) for each in fields if each.python_name in names}
    for row in found:
        yield {name: _as_term(term, row[name]) for name, term in terms.items()}


def _term(kind: Any) -> type[Term] | None:  # noqa: ANN401 -- strawberry's description of a type
    return getattr(getattr(kind, "of_type", kind), "wrapped_cls", None)


def _as_term(term: type[Term] | None, value: Any) -> object:  # noqa: ANN401 -- a value of any column
    return value if term is None or value is None else term(value)
