"""Monthly volumes of all public actors together: as a list, in groups, and what both can be narrowed by."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
import strawberry
from sqlmodel import SQLModel

from auktor.core.moment import Moment
from auktor.core.vocabulary import FeeItem, ProvenanceKind, PublicActorCategory, SystemCode, VolumeStatus
from db.facts import Meaning, meaning_of, table_of
from db.models import MonthlyVolume as Stored
from db.models import PublicActor, Service
from db.written_sql import ParameterMoment, Statement, written
from resolvers import keyset
from resolvers.aggregates import Grouping, grouped
from resolvers.conditions import Wanted, meeting
from resolvers.reading import Row
from resolvers.volumes import volumes_by_category, volumes_by_month
from schema.aggregates import aggregates_of
from schema.context import Context
from schema.execution.asking import Wanted as Parted
from schema.execution.asking import parted, with_parameters
from schema.execution.selected import SelectedPage
from schema.execution.statements import written_once
from schema.filters import REFERENCE, Askable, filter_named
from schema.paging import PageArguments, window_of
from schema.scalars import Count

_NAMES = ("month", "system", "service_name", "item", "quantity", "actors", "status", "provenance")


@strawberry.type(description="How much one service was used in one month, all public actors together (månadsvolym).")
class MonthlyVolume:
    """One month, service and item."""

    month: date = strawberry.field(description="First day of the month (månad).")
    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    service_id: strawberry.ID = strawberry.field(description="Id of the service (tjänst).")
    service_name: str = strawberry.field(description="Name of the service (tjänstens namn).")
    item: FeeItem = strawberry.field(description="What is counted (prestation).")
    category: PublicActorCategory | None = strawberry.field(
        description="Kind of public actor (kategori), where volumes are filtered by it; null where all are counted."
    )
    quantity: Count | None = strawberry.field(
        description="How many (antal); null where fewer than 3 actors stand behind the sum or could be told from it."
    )
    actors: Count = strawberry.field(description="How many public actors stand behind the sum (antal aktörer).")
    status: VolumeStatus = strawberry.field(description="Preliminary or final (preliminär eller slutlig).")
    provenance: ProvenanceKind = strawberry.field(description="How sure the volumes are (hur säker uppgiften är).")


def _meaning(model: type[SQLModel], name: str) -> Meaning:
    found = meaning_of(table_of(model).c[name])
    assert found is not None  # noqa: S101 -- each is declared with fact() or link()
    return found


FACTS = (
    Askable("month", date, "Date", _meaning(Stored, "month")),
    Askable("system", SystemCode, "SystemCode", _meaning(Service, "system")),
    Askable("service", strawberry.ID, REFERENCE, _meaning(Stored, "service_id")),
    Askable("item", FeeItem, "FeeItem", _meaning(Stored, "item")),
    Askable("category", PublicActorCategory, "PublicActorCategory", _meaning(PublicActor, "category")),
    Askable("quantity", Count, "Count", _meaning(Stored, "quantity")),
    Askable("actors", Count, "Count", Meaning("Antal aktörer", "How many public actors stand behind the sum")),
    Askable("status", VolumeStatus, "VolumeStatus", _meaning(Stored, "status")),
    Askable("provenance", ProvenanceKind, "ProvenanceKind", _meaning(Stored, "provenance")),
)
FILTER: Any = filter_named("MonthlyVolume", "monthly volumes", FACTS)
AGGREGATES = aggregates_of("MonthlyVolume", "monthly volumes", FACTS)
VolumeGroup: Any = AGGREGATES.group


def volumes_page(context: Context, at: Moment, asked: PageArguments, chosen: Wanted) -> SelectedPage:
    """Monthly volumes by service and item, oldest month first."""
    source = _source(at, chosen, by_category=_names_category(chosen))
    names = ("month", "service_key", "item", "status", "provenance", *(("category",) if "category" in source.c else ()))
    terms = [keyset.Term(name, source.c[name]) for name in names]
    return SelectedPage(context, source, terms, window_of(terms, asked), volume)


async def volume_groups(context: Context, at: Moment, chosen: Wanted, grouping: Grouping) -> list[dict[str, Any]]:
    """The sums that are told, in groups: what is untold of one month and service is no part of a larger sum."""
    values: dict[str, Any] = {}
    by_category = _names_category(chosen) or "category" in grouping.facts
    statement = _groups(parted(chosen, values), grouping, known=at.known_at is not None, by_category=by_category)
    async with context.reading() as connection:
        return await statement.rows(connection, at, **values)


@written_once
def _groups(wanted: Parted, grouping: Grouping, *, known: bool, by_category: bool) -> Statement:
    source = _source(ParameterMoment(known=known), with_parameters(wanted), by_category=by_category)
    return written(grouped(source, grouping))


def volume(row: Row) -> MonthlyVolume:
    """A row as its GraphQL object."""
    facts: Mapping[str, Any] = {name: row[name] for name in _NAMES}
    return MonthlyVolume(
        service_id=strawberry.ID(f"Service:{row['service_key']}"), category=row.get("category"), **facts
    )


def _source(at: Moment, chosen: Wanted, *, by_category: bool) -> sa.Subquery:
    found = volumes_by_category(at) if by_category else volumes_by_month(at)
    columns = {**found.c, "service": found.c.service_key}
    narrowed = sa.select(found, found.c.service_key.label("service")).where(meeting(columns, chosen))
    return narrowed.subquery("volume_by_month")


def _names_category(chosen: Wanted) -> bool:
    """Whether a filter speaks of the category anywhere."""
    return any(
        name == "category"
        or (name == "not" and _names_category(inner))
        or (name in {"and", "or"} and any(map(_names_category, inner)))
        for name, inner in chosen.items()
    )
