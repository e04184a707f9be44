"""Descriptions that were wrong: replaced, for the same days, by others that say something else."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import TWO_TIMES, Fact
from db.history import known
from db.select import identity
from db.visibility import ANYONE, open_columns, visible


def corrected(model: type[Fact], before: datetime | None) -> sa.Select[*tuple[Any, ...]]:
    """The corrections of a noun's open facts made before a moment, newest first: `old_…` and `new_…` of each fact.

    A description that ends because the object was described anew is none: the one that takes its place from its first
    day then says the same.
    """
    old, new = table(model).alias("old"), table(model).alias("new")
    names = [column.name for column in open_columns(model) if column.name not in TWO_TIMES]
    # A link is told by nobody's name for it, the number of a row; what it leads to is compared where it has a name.
    told = [name for name in names if not name.endswith("_id")]
    differs = sa.or_(*(old.c[name].is_distinct_from(new.c[name]) for name in told))
    replaced = sa.and_(
        new.c.id == old.c.id, new.c.recorded_from == old.c.recorded_to, new.c.valid_from == old.c.valid_from
    )
    keys = identity(model)
    statement = (
        sa.select(
            keys.c.key,
            old.c.recorded_to.label("corrected_at"),
            old.c.valid_from,
            *(side.c[name].label(f"{label}_{name}") for label, side in (("old", old), ("new", new)) for name in told),
        )
        .join_from(old, new, replaced)
        .join(keys, keys.c.id == old.c.id)
        .where(differs, _open(model, old), _open(model, new))
        .order_by(old.c.recorded_to.desc(), keys.c.key, old.c.valid_from)
    )
    return statement if before is None else statement.where(old.c.recorded_to < before)


def _open(model: type[Fact], versions: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether everybody may see these versions."""
    own = table(model)
    return versions.c.version.in_(sa.select(own.c.version).where(visible(model, ANYONE)))


def first_described(model: type[Fact], key: str, at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """One row: the first day an open object is described; null for a key nobody has."""
    versions, keys = table(model), identity(model)
    return (
        sa.select(sa.func.min(versions.c.valid_from).label("day"))
        .join_from(versions, keys, keys.c.id == versions.c.id)
        .where(keys.c.key == key, known(versions, at), visible(model, ANYONE))
    )
