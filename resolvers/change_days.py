"""The days nearest a moment on which something in the register began or ended."""

from datetime import date

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import Fact
from db.history import known
from db.models import (
    ActorAgreement,
    AuthorisationSystem,
    Exemption,
    FeeRule,
    Regulation,
    Service,
    Supplier,
    SupplierAgreement,
)

TURNING: dict[type[Fact], tuple[str, ...]] = {
    AuthorisationSystem: ("valid_from", "operation_from", "closed_on"),
    Supplier: ("valid_from",),
    Service: ("valid_from",),
    SupplierAgreement: ("in_force_from", "ends_on"),
    ActorAgreement: ("in_force_from", "ends_on"),
    Exemption: ("exempt_from", "exempt_until"),
    Regulation: ("in_force_from", "repealed_on"),
    FeeRule: ("in_force_from", "ends_on"),
}
"""The dates on which what is said of a noun turns; each is the first day of the new state."""


def nearest_change_days(at: Moment) -> sa.Select[date | None, date | None]:
    """One row: the last such day before `at.as_of` as `previous`, the first after it as `next`; null where none is."""
    days = _days(at)
    return sa.select(
        sa.func.max(days.c.day).filter(days.c.day < at.as_of).label("previous"),
        sa.func.min(days.c.day).filter(days.c.day > at.as_of).label("next"),
    )


Day = date | sa.ColumnElement[date]


def change_days_within(at: Moment, start: Day, end: Day) -> sa.Select[date]:
    """Such days from `start` on and before `end`, in order, each once."""
    days = _days(at)
    return sa.select(days.c.day).where(days.c.day >= start, days.c.day < end).distinct().order_by(days.c.day)


def _days(at: Moment) -> sa.Subquery:
    return sa.union_all(
        *(
            sa.select(versions.c[name].label("day")).where(known(versions, at))
            for versions, name in ((table(model), name) for model, names in TURNING.items() for name in names)
        )
    ).subquery()
