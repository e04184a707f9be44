"""Databases that tests use one after another: what a test wrote is taken back after it.

To copy a template takes a PostgreSQL a tenth of a second, and to drop the copy another: a thousand files each time. To
take back what a test wrote takes a few statements. A database whose tables a test has changed is not lent again.
"""

import asyncio
from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg

from tests import clusters
from tests.clusters import Server

_TABLES = """
    SELECT quote_ident(relname) AS name, pg_relation_size(oid) > 0 AS written FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"""
_COLUMNS = """
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"""
_SEQUENCES = """
    SELECT string_agg(format('SELECT setval(%L, %s, %L);',
        format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value IS NOT NULL), ' ')
    FROM pg_sequences"""
# Whoever makes, drops or alters a table, a column, a constraint, a function or a trigger writes a row of these anew.
_SHAPE = """
    SELECT count(*), max(written) FROM (
        SELECT xmin::text::bigint AS written FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT a.xmin::text::bigint FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL SELECT xmin::text::bigint FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT xmin::text::bigint FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT xmin::text::bigint FROM pg_trigger
    ) AS shape"""
_END_OTHERS = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@dataclass(frozen=True, slots=True)
class _Lent:
    """A database that may be lent again, with what restores it: the rows and sequences of its template."""

    url: str
    shape: list[Any]
    rows: str
    sequences: str


_at_hand: dict[tuple[str, str], list[_Lent]] = defaultdict(list)


@contextmanager
def lent(server: Server, like: str) -> Generator[str, None, None]:
    """The address of a database like the template `like`, for as long as the block."""
    at_hand = _at_hand[server.name, like]
    one = at_hand.pop() if at_hand else asyncio.run(_new(clusters.create(server, like)))
    yield one.url
    if asyncio.run(_restored(one)):
        at_hand.append(one)
    else:
        clusters.drop(server, one.url)


async def _new(url: str) -> _Lent:
    connection = await _connect(url)
    try:
        rows = [
            await _refill(connection, table["name"]) for table in await connection.fetch(_TABLES) if table["written"]
        ]
        return _Lent(url, await connection.fetch(_SHAPE), " ".join(rows), await connection.fetchval(_SEQUENCES) or "")
    finally:
        await connection.close()


async def _refill(connection: asyncpg.Connection, table: str) -> str:
    """The statement that puts back the rows a table has now."""
    columns = await connection.fetchval(_COLUMNS, table)
    words = f"INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns}"
    made = "SELECT format('%s FROM jsonb_populate_recordset(NULL::%s, %L);', $1::text, $2::text, jsonb_agg(t)) FROM "
    return str(await connection.fetchval(f"{made} {table} t", words, table))


async def _restored(one: _Lent) -> bool:
    """Take back what was written; False where the tables themselves were changed."""
    connection = await _connect(one.url)
    try:
        await connection.execute(_END_OTHERS)
        if await connection.fetch(_SHAPE) != one.shape:
            return False
        written = [table["name"] for table in await connection.fetch(_TABLES) if table["written"]]
        emptied = " ".join(f"DELETE FROM {table};" for table in written)  # noqa: S608 -- names the database gave
        await connection.execute(
            f"BEGIN; SET LOCAL session_replication_role = replica; {emptied} {one.rows} {one.sequences} COMMIT"
        )
    finally:
        await connection.close()
    return True


async def _connect(url: str) -> asyncpg.Connection:
    return await asyncpg.connect(url.replace("+asyncpg", "", 1))
