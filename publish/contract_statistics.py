"""How many public actors were connected, by month, system and category: sums, from which no volume can be read."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import PublicActorCategory, SystemCode
from db.expressions import table
from db.facts import Meaning
from db.history import holds
from db.models import ActorAgreement, PublicActor
from publish.columns import Column, Kind, code, least_sure, named, origin_columns

_AGREEMENT, _ACTOR = table(ActorAgreement), table(PublicActor)
_LAW = "SFS 2023:704 2 § 3"


def connected_by_month(at: Moment) -> sa.FromClause:
    """Actors with an agreement in force on the first day of each month, from the first agreement until `at`.

    Examples, reported and official agreements are counted apart, so that no sum mixes them.
    """
    month = _months(at)
    provenance = least_sure([_AGREEMENT.c.provenance, _ACTOR.c.provenance])
    lasts = sa.or_(_AGREEMENT.c.ends_on.is_(None), _AGREEMENT.c.ends_on > month.c.month)
    return (
        sa.select(
            month.c.month,
            _AGREEMENT.c.system,
            _ACTOR.c.category,
            provenance.label("provenance"),
            sa.func.count(_AGREEMENT.c.actor_id.distinct()).label("connected_actors"),
            sa.literal("Räknat ur registrets avtal med offentliga aktörer").label("reference"),
            sa.literal(_LAW).label("legal_source"),
        )
        .select_from(month)
        .join(_AGREEMENT, sa.and_(holds(_AGREEMENT, at), _AGREEMENT.c.in_force_from <= month.c.month, lasts))
        .join(_ACTOR, sa.and_(_ACTOR.c.id == _AGREEMENT.c.actor_id, holds(_ACTOR, at)))
        .group_by(month.c.month, _AGREEMENT.c.system, _ACTOR.c.category, provenance)
        .subquery("contract_statistics")
    )


def _months(at: Moment) -> sa.FromClause:
    first = sa.select(sa.func.min(_AGREEMENT.c.in_force_from)).where(holds(_AGREEMENT, at)).scalar_subquery()
    begins = sa.func.date_trunc("month", sa.cast(first, sa.TIMESTAMP))
    every = sa.func.generate_series(begins, sa.cast(at.as_of, sa.TIMESTAMP), sa.text("interval '1 month'"))
    series = every.table_valued("day", name="series").render_derived()
    return sa.select(sa.cast(series.c.day, sa.Date).label("month")).subquery("months")


STATISTICS_COLUMNS: tuple[Column, ...] = (
    Column(
        "month",
        Kind.DATE,
        Meaning("Månad", "First day of the month, on which the agreements are counted", _LAW, "date"),
        required=True,
        sql=lambda _: named("month"),
    ),
    *code(
        "system",
        SystemCode,
        Meaning("Auktorisationssystem", "Authorisation system", "SFS 2023:704 2 §"),
        lambda _: named("system"),
        required=True,
    ),
    *code(
        "category",
        PublicActorCategory,
        Meaning("Kategori", "Kind of public actor", "SFS 2023:704 4 §"),
        lambda _: named("category"),
        required=True,
    ),
    Column(
        "connected_actors",
        Kind.INTEGER,
        Meaning("Anslutna aktörer", "Public actors with an agreement in force that day", _LAW, "public actors"),
        required=True,
        sql=lambda _: named("connected_actors"),
    ),
    *origin_columns(named),
)
