"""The declared tables as SQL: what a new migration is drafted from, and what the migrated database is compared with."""

from collections.abc import Iterator

from sqlalchemy import Index, Table
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement, SetColumnComment, SetTableComment

from db.models import METADATA


def statements() -> Iterator[str]:
    """Every statement that makes the declared tables, in an order in which each may refer to those before."""
    for table in METADATA.sorted_tables:
        yield from _statements_of(table)


def drops() -> Iterator[str]:
    """The statements that remove them again."""
    for table in reversed(METADATA.sorted_tables):
        yield f"DROP TABLE {table.name};"


def _statements_of(table: Table) -> Iterator[str]:
    yield _sql(CreateTable(table))
    for index in sorted(table.indexes, key=lambda index: str(index.name)):
        yield index_sql(index)
    if table.comment:
        yield _sql(SetTableComment(table))
    for column in table.columns:
        if column.comment:
            yield _sql(SetColumnComment(column))


def index_sql(index: Index) -> str:
    """The statement that makes a declared index."""
    return _sql(CreateIndex(index))


def _sql(element: DDLElement) -> str:
    dialect = PGDialect()  # type: ignore[no-untyped-call]
    lines = str(element.compile(dialect=dialect)).strip().splitlines()
    return "\n".join(line.rstrip().replace("\t", "    ") for line in lines).replace("%%", "%") + ";"
