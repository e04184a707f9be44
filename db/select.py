"""The one select every read of the register begins with: a noun's open facts at a moment, for a viewer."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import EXPRESSIONS, table
from db.facts import Fact
from db.history import holds
from db.visibility import ANYONE, Viewer, open_columns, seen_columns, visible


def identity(model: type[Fact]) -> sa.Table:
    """The identity table of a noun: `id` and `key`."""
    return table(model).metadata.tables[model.noun.identity]


def described(model: type[Fact], at: Moment, viewer: Viewer = ANYONE) -> sa.Select[tuple[object, ...]]:
    """Every object of a noun as it was on `at.as_of`: key and number, open facts and derived ones, by column name."""
    versions, names = table(model), identity(model)
    statement = sa.select(*facts_of(model, at, viewer).values()).join_from(versions, names, names.c.id == versions.c.id)
    return statement.where(holds(versions, at), visible(model, viewer))


def facts_of(model: type[Fact], at: Moment, viewer: Viewer = ANYONE) -> dict[str, sa.ColumnElement[Any]]:
    """What can be told of an object to a viewer: number and key, open facts and derived ones, by column name."""
    versions, names = table(model), identity(model)
    derived = [
        sa.type_coerce(expression.sql(at), expression.type).label(expression.name)
        for expression in EXPRESSIONS.get(model, {}).values()
    ]
    columns = [versions.c.id, versions.c.version, names.c.key, *seen_columns(model, viewer), *derived]
    return {each.name: each for each in columns}


def some_of(model: type[Fact], at: Moment, viewer: Viewer, names: Sequence[str]) -> sa.Select[tuple[object, ...]]:
    """As `described`, with the named facts alone; `named` joins the identities where the select needs them."""
    versions = table(model)
    facts = facts_of(model, at, viewer) if names else {}
    statement = sa.select(*(facts[name] for name in names)).select_from(versions)
    return statement.where(holds(versions, at), visible(model, viewer))


def named(statement: sa.Select[tuple[object, ...]], model: type[Fact]) -> sa.Select[tuple[object, ...]]:
    """The select, with the noun's identities joined where it names them and has not joined them."""
    names = identity(model)
    if names not in statement.get_final_froms():
        return statement
    return statement.where(names.c.id == table(model).c.id)


def versions_of(model: type[Fact], at: Moment, viewer: Viewer = ANYONE) -> sa.Select[tuple[object, ...]]:
    """Every version of every object that the register had come to hold by `at.known_at`, oldest record first."""
    versions = table(model)
    heard = versions.c.recorded_from <= at.known_at if at.known_at is not None else sa.true()
    # To a stranger a history does not even name the facts that are withheld.
    seen = open_columns(model) if viewer == ANYONE else seen_columns(model, viewer)
    facts = [_as_known(column, at) if column.name == "recorded_to" else column for column in seen]
    return (
        sa.select(versions.c.version, versions.c.id, versions.c.revision, *facts)
        .where(heard, visible(model, viewer))
        .order_by(versions.c.recorded_from, versions.c.valid_from, versions.c.version)
    )


def _as_known(recorded_to: sa.ColumnElement[Any], at: Moment) -> sa.ColumnElement[Any]:
    """The end of a recorded period; empty where it came after `at.known_at`, for nobody knew of it then."""
    if at.known_at is None:
        return recorded_to
    return sa.case((recorded_to <= at.known_at, recorded_to)).label("recorded_to")
