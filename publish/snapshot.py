"""One state of the register, read for an edition: its revision, its audit head, and each table's rows as a stream."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.moment import Moment
from db.models import AuditEntry, Revision
from publish.tables import Table

# A day and a time that no register speaks of: where they stand in a statement, those that are asked for are put.
_A_DAY, _A_TIME = date(9876, 12, 3), datetime(9876, 12, 4, 5, 6, 7, 891011, UTC)


@dataclass(frozen=True, slots=True)
class State:
    """The newest committed revision, and when it was recorded."""

    revision: int
    recorded_at: datetime


async def newest_state(connection: AsyncConnection) -> State:
    """The state a reading connection sees."""
    revision = sa.inspect(Revision).local_table.c
    found = (await connection.execute(sa.select(revision.number, revision.recorded_at))).one()
    return State(found.number, found.recorded_at)


async def audit_head(connection: AsyncConnection, revision: int) -> str | None:
    """The hash of the newest audit entry that made `revision` or an earlier one; None where none did.

    Entries of refused deeds have no revision and do not count, so the answer for a revision never changes.
    """
    entry = sa.inspect(AuditEntry).local_table.c
    newest = sa.select(entry.hash).where(entry.revision <= revision).order_by(entry.sequence.desc()).limit(1)
    found: str | None = await connection.scalar(newest)
    return found


async def copy_rows(
    connection: AsyncConnection, table: Table, as_of: date, known_at: datetime, take: Callable[[bytes], None]
) -> None:
    """Let PostgreSQL write the rows of a table as CSV, and give `take` the lines as they come, whole rows each time.

    It writes them as fast as it sends them, and waits while `take` works, so a table of any length stays out of memory.
    """

    async def taken(lines: bytes) -> None:
        take(lines)

    raw: Any = (await connection.get_raw_connection()).driver_connection
    await raw.copy_from_query(statement(table, as_of, known_at), output=taken, format="csv")


def statement(table: Table, as_of: date, known_at: datetime) -> str:
    """The rows of a table at a moment, as SQL in which every value stands written out: COPY takes no parameters."""
    return _statement(table).replace(str(_A_DAY), str(as_of)).replace(str(_A_TIME), str(known_at.astimezone(UTC)))


@cache
def _statement(table: Table) -> str:
    """Written once for each table: it takes longer than to read a short one."""
    written_out: Any = {"dialect": asyncpg.dialect(), "compile_kwargs": {"literal_binds": True}}  # type: ignore[no-untyped-call]
    return str(table.copied(Moment(_A_DAY, _A_TIME)).compile(**written_out))
