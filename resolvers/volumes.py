"""Monthly volumes in sums: what one actor used is never shown."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import table_of
from db.history import holds
from db.models import MonthlyVolume, Service
from db.select import identity

FEWEST_ACTORS = 3


def volumes_by_month(at: Moment) -> sa.Subquery:
    """Quantity and number of actors by month, service and item, for months that have begun by `at.as_of`.

    A sum over fewer than 3 actors is left unknown: it would tell what one of them used. Columns: month, system,
    service_key, service_name, item, status, provenance, quantity, actors.
    """
    volume = table_of(MonthlyVolume)
    service, names = table(Service), identity(Service)
    heard: sa.ColumnElement[bool] = volume.c.recorded_to.is_(None)
    if at.known_at is not None:
        heard = sa.and_(volume.c.recorded_from <= at.known_at, sa.or_(heard, volume.c.recorded_to > at.known_at))
    actors = sa.func.count(volume.c.actor_id.distinct())
    enough = sa.case((actors >= FEWEST_ACTORS, sa.cast(sa.func.sum(volume.c.quantity), sa.BigInteger)))
    by = (
        volume.c.month,
        service.c.system,
        names.c.key,
        service.c.name,
        volume.c.item,
        volume.c.status,
        volume.c.provenance,
    )
    return (
        sa.select(
            volume.c.month,
            service.c.system,
            names.c.key.label("service_key"),
            service.c.name.label("service_name"),
            volume.c.item,
            volume.c.status,
            volume.c.provenance,
            enough.label("quantity"),
            actors.label("actors"),
        )
        .join_from(volume, service, service.c.id == volume.c.service_id)
        .join(names, names.c.id == service.c.id)
        .where(heard, holds(service, at), volume.c.month <= at.as_of)
        .group_by(*by)
        .subquery("volume_by_month")
    )
