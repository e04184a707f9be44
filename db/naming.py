"""What SQL names: a noun's table under another name, and a term as a literal."""

from functools import cache

import sqlalchemy as sa

from auktor.core.vocabulary import Term
from db.facts import Fact, table_of


def alias(model: type[Fact], name: str) -> sa.FromClause:
    """The table of a noun under another name."""
    return _renamed(table_of(model), name)


@cache
def _renamed(stored: sa.Table, name: str) -> sa.FromClause:
    """Made once, for SQLAlchemy copies every column for it."""
    return stored.alias(name)


def word(term: Term) -> sa.ColumnElement[str]:
    """A term as it stands in the database."""
    return sa.literal_column(f"'{term}'", sa.Text)
