"""Counts of the register on a day, as flat rows for dashboards."""

from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import public_actor_connected, public_actor_obligation_status, table
from db.history import holds, known
from db.models import ActorAgreement, PublicActor


def obligations(at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """Public actors by category, obligation, connection and provenance; actors that have ended are left out."""
    actor = table(PublicActor)
    status = sa.type_coerce(public_actor_obligation_status.sql(at), sa.Text).label("obligation_status")
    connected = public_actor_connected.sql(at).label("connected")
    one = (
        sa.select(actor.c.category, status, connected, actor.c.provenance)
        .where(holds(actor, at), _exists(actor, at))
        .subquery()
    )
    by = (one.c.category, one.c.obligation_status, one.c.connected, one.c.provenance)
    return sa.select(*by, sa.func.count().label("actors")).group_by(*by).order_by(*by)


def connections_by_month(at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """Public actors with an agreement in force on the first of each month up to `at.as_of`, for at most fifty years.

    By month, system, category of actor and provenance of the agreement.
    """
    agreement, actor = table(ActorAgreement), table(PublicActor)
    first = (
        sa.select(sa.func.min(sa.func.date_trunc("month", agreement.c.in_force_from)))
        .where(known(agreement, at))
        .scalar_subquery()
    )
    last = sa.func.least(sa.cast(at.as_of, sa.Date), first + sa.text("interval '50 years'"))
    months = sa.func.generate_series(first, last, sa.text("interval '1 month'"))
    each = months.table_valued("first_day").render_derived("months")
    day = sa.cast(each.c.first_day, sa.Date)
    by = (day, agreement.c.system, actor.c.category, agreement.c.provenance)
    return (
        sa.select(
            day.label("month"),
            agreement.c.system,
            actor.c.category,
            agreement.c.provenance,
            sa.func.count(actor.c.id.distinct()).label("actors"),
        )
        .select_from(each)
        .join(
            agreement,
            sa.and_(agreement.c.in_force_from <= day, sa.or_(agreement.c.ends_on.is_(None), agreement.c.ends_on > day)),
        )
        .join(actor, actor.c.id == agreement.c.actor_id)
        .where(holds(agreement, at), holds(actor, at))
        .group_by(*by)
        .order_by(*by)
    )


def _exists(actor: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    return sa.or_(actor.c.ended_on.is_(None), actor.c.ended_on > at.as_of)
