"""The declared tables as SQL: what a new migration is drafted from, and what the migrated database is compared with."""

from collections.abc import Iterator

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement, SetColumnComment, SetTableComment
from sqlmodel import SQLModel

import db.models  # noqa: F401 -- fills the metadata


def statements() -> Iterator[str]:
    """Every statement that makes the declared tables, in an order in which each may refer to those before."""
    for table in SQLModel.metadata.sorted_tables:
        yield from _statements_of(table)


def drops() -> Iterator[str]:
    """The statements that remove them again."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        yield f"DROP TABLE {table.name};"


def _statements_of(table: Table) -> Iterator[str]:
    yield _sql(CreateTable(table))
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield _sql(CreateIndex(index))
    if table.comment:
        yield _sql(SetTableComment(table))
    for column in table.columns:
        if column.comment:
            yield _sql(SetColumnComment(column))


def _sql(element: DDLElement) -> str:
    text = str(element.compile(dialect=postgresql.dialect()))
    return "\n".join(line.rstrip().replace("\t", "    ") for line in text.strip().splitlines()).replace("%%", "%") + ";"
