"""The one select every read of the register begins with: a noun's open facts at a moment, for a viewer."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import EXPRESSIONS, table
from db.facts import Fact
from db.history import holds
from db.visibility import ANYONE, Viewer, open_columns, visible


def identity(model: type[Fact]) -> sa.Table:
    """The identity table of a noun: `id` and `key`."""
    return table(model).metadata.tables[model.noun.identity]


def described(model: type[Fact], at: Moment, viewer: Viewer = ANYONE) -> sa.Select[tuple[object, ...]]:
    """Every object of a noun as it was on `at.as_of`: key and number, open facts and derived ones, by column name."""
    versions, names = table(model), identity(model)
    derived = [
        sa.type_coerce(expression.sql(at), expression.type).label(expression.name)
        for expression in EXPRESSIONS.get(model, {}).values()
    ]
    return (
        sa.select(versions.c.id, names.c.key, *open_columns(model), *derived)
        .join_from(versions, names, names.c.id == versions.c.id)
        .where(holds(versions, at), visible(model, viewer))
    )


def versions_of(model: type[Fact], at: Moment, viewer: Viewer = ANYONE) -> sa.Select[tuple[object, ...]]:
    """Every version of every object that the register had come to hold by `at.known_at`, oldest record first."""
    versions = table(model)
    heard = versions.c.recorded_from <= at.known_at if at.known_at else sa.true()
    return (
        sa.select(versions.c.version, versions.c.id, versions.c.revision, *open_columns(model))
        .where(heard, visible(model, viewer))
        .order_by(versions.c.recorded_from, versions.c.valid_from, versions.c.version)
    )
