"""Which version answers a question of two times: one predicate, used by every select of the register."""

import sqlalchemy as sa

from auktor.core.moment import Moment


def holds(table: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    """The version of each object that held on `at.as_of`, as the register knew it at `at.known_at` (None: now).

    Both periods are half-open. Works for aliases too; the table has the columns of `db.facts.Fact`.
    """
    return sa.and_(
        table.c.valid_from <= at.as_of,
        sa.or_(table.c.valid_to.is_(None), table.c.valid_to > at.as_of),
        known(table, at),
    )


def known(table: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    """The versions the register held at `at.known_at`, whatever day they speak of."""
    if at.known_at is None:
        return table.c.recorded_to.is_(None)
    return sa.and_(
        table.c.recorded_from <= at.known_at, sa.or_(table.c.recorded_to.is_(None), table.c.recorded_to > at.known_at)
    )


def during(start: sa.ColumnElement[object], end: sa.ColumnElement[object], at: Moment) -> sa.ColumnElement[bool]:
    """Whether `at.as_of` lies in the half-open period of two dates such as `in_force_from` and `ends_on`, or None."""
    return sa.and_(start <= at.as_of, sa.or_(end.is_(None), end > at.as_of))
