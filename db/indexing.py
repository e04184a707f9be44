"""What the database has no index for, in sentences for whoever runs the register."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.ddl import index_sql
from db.expressions import table
from db.facts import NOUNS, Fact, meaning_of
from db.models import METADATA
from db.visibility import open_columns

LARGE = 10_000
"""Rows from which on a list that is read whole is told of; fewer take some milliseconds."""
_FOUND = sa.text("""
    SELECT relation.relname, greatest(relation.reltuples, counted.n_live_tup)::bigint,
        coalesce(array_agg(name.relname) FILTER (WHERE name.relname IS NOT NULL), '{}'),
        coalesce(array_agg(first.attname) FILTER (WHERE one.indpred IS NULL AND first.attname IS NOT NULL), '{}')
    FROM pg_class AS relation
    LEFT JOIN pg_stat_user_tables AS counted ON counted.relid = relation.oid
    LEFT JOIN pg_index AS one ON one.indrelid = relation.oid AND one.indisvalid
    LEFT JOIN pg_class AS name ON name.oid = one.indexrelid
    LEFT JOIN pg_attribute AS first ON first.attrelid = relation.oid AND first.attnum = one.indkey[0]
    WHERE relation.relkind = 'r' AND relation.relnamespace = current_schema()::regnamespace
    GROUP BY 1, 2
""")


@dataclass(frozen=True, slots=True)
class Found:
    """A table as it stands: about how many rows it has, its valid indexes, and what the whole ones begin with."""

    rows: int
    indexes: AbstractSet[str]
    leading: AbstractSet[str]


async def lacking(connection: AsyncConnection) -> list[str]:
    """A sentence for each index that is missing, and for each large list with facts that no index begins with."""
    found = {
        name: Found(rows, set(indexes), set(leading))
        for name, rows, indexes, leading in await connection.execute(_FOUND)
    }
    return [*_missing(found), *(said for model in NOUNS.values() if (said := _unserved(model, found)))]


def _missing(found: Mapping[str, Found]) -> Iterator[str]:
    for each in METADATA.sorted_tables:
        for index in sorted(each.indexes, key=lambda index: str(index.name)):
            if each.name in found and index.name not in found[each.name].indexes:
                begins = next(iter(index.columns)).name
                told = f"The index {index.name} is missing: what is asked of {each.name} by {begins} reads it whole."
                yield f"{told} Make it: {index_sql(index)}"


def _unserved(model: type[Fact], found: Mapping[str, Found]) -> str | None:
    here = found.get(table(model).name)
    if here is None or here.rows < LARGE:
        return None
    served = here.leading | ({"name"} if "sort_name" in here.leading else set[str]())
    without = [column.name for column in open_columns(model) if meaning_of(column) and column.name not in served]
    return (
        f"The list {model.noun.plural} has about {here.rows:,} rows, and no index begins with {', '.join(without)}: a "
        f"filter or an order by one of these reads it whole. Narrow the question by another fact as well, or name the "
        f"fact in `sought` where {model.noun.table} is declared and make a migration."
        if without
        else None
    )
