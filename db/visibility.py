"""Which rows and facts a viewer may see, decided in the query itself and never after it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from db.facts import Fact, meaning_of, table_of


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is asking: a role, and the key of the organisation it is bound to; nobody in particular by default."""

    role: str = "anonymous"
    organisation: str | None = None


ANYONE = Viewer()


def visible(model: type[Fact], viewer: Viewer) -> sa.ColumnElement[bool]:  # noqa: ARG001 -- the open nouns are open to all
    """Rows of a noun that a viewer may see: all of an open noun, none of a withheld one."""
    return sa.false() if model.noun.withheld else sa.true()


def open_columns(model: type[Fact]) -> list[sa.Column[Any]]:
    """The columns of a noun that may leave through the public API and editions, in the order they were declared."""
    return [column for column in table_of(model).columns if (meaning := meaning_of(column)) and not meaning.withheld]
