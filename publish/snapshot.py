"""One state of the register, read for an edition: its revision, its audit head, and each table's rows as a stream."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.moment import Moment
from db.models import AuditEntry, Revision
from publish.as_csv import Row
from publish.tables import Table

ROWS_AT_A_TIME = 2_000


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


async def batches(connection: AsyncConnection, table: Table, at: Moment) -> AsyncIterator[Sequence[Row]]:
    """The rows of a table, a batch at a time, so that a table of any length stays out of memory."""
    result = await connection.stream(table.select(at), execution_options={"yield_per": ROWS_AT_A_TIME})
    async for rows in result.partitions():
        yield rows
