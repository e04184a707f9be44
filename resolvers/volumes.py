"""Monthly volumes in sums: what one actor used is never shown, nor what it can be worked out from."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import table_of
from db.history import holds
from db.models import Service, VolumeSum
from db.select import identity

FEWEST_ACTORS = 3
CELL = ("month", "service_id", "item", "status", "provenance")


def volumes_by_month(at: Moment) -> sa.Subquery:
    """Quantity and number of actors by month, service and item, for months that have begun by `at.as_of`.

    A sum over fewer than 3 actors is left unknown: it would tell what one of them used. Columns: month, system,
    service_key, service_name, item, status, provenance, quantity, actors.
    """
    cells = _cells(at, CELL).subquery("cell")
    told = sa.case((cells.c.actors >= FEWEST_ACTORS, cells.c.quantity))
    return _shown(cells, told, at)


def volumes_by_category(at: Moment) -> sa.Subquery:
    """The same for each category of public actor, which is a further column.

    Of a month, service and item the categories with fewer than 3 actors are left unknown and, where these are fewer
    than 3 together, the next larger as well: the sum of all is told, so what it leaves would be theirs.
    """
    cells = _cells(at, (*CELL, "category")).subquery("cell")
    smaller_first = (cells.c.actors, cells.c.category)
    smaller = sa.func.sum(cells.c.actors).over(
        partition_by=[cells.c[name] for name in CELL], order_by=smaller_first, rows=(None, -1)
    )
    beside = sa.func.coalesce(smaller, 0)
    safe = sa.and_(cells.c.actors >= FEWEST_ACTORS, sa.or_(beside == 0, beside >= FEWEST_ACTORS))
    return _shown(cells, sa.case((safe, cells.c.quantity)), at)


def _cells(at: Moment, names: tuple[str, ...]) -> sa.Select[tuple[object, ...]]:
    """The sums of the ledger by some of its columns, as known at the moment; what has been taken away is left out."""
    ledger = table_of(VolumeSum)
    actors = sa.cast(sa.func.sum(ledger.c.actors), sa.BigInteger)
    heard = sa.true() if at.known_at is None else ledger.c.recorded_at <= at.known_at
    return (
        sa.select(
            *(ledger.c[name] for name in names),
            actors.label("actors"),
            sa.cast(sa.func.sum(ledger.c.quantity), sa.BigInteger).label("quantity"),
        )
        .where(heard, ledger.c.month <= at.as_of)
        .group_by(*(ledger.c[name] for name in names))
        .having(actors > 0)
    )


def _shown(cells: sa.Subquery, told: sa.ColumnElement[int | None], at: Moment) -> sa.Subquery:
    """Cells with the key, name and system of their service."""
    service, names = table(Service), identity(Service)
    kept = [cells.c[name] for name in ("month", "item", "status", "provenance")]
    kept += [cells.c.category] if "category" in cells.c else []
    return (
        sa.select(
            *kept,
            service.c.system,
            names.c.key.label("service_key"),
            service.c.name.label("service_name"),
            told.label("quantity"),
            cells.c.actors,
        )
        .join_from(cells, service, service.c.id == cells.c.service_id)
        .join(names, names.c.id == service.c.id)
        .where(holds(service, at))
        .subquery("volume_by_month")
    )
