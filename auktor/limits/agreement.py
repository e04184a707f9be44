"""How the processes that answer agree on what clients have spent: one statement a second, and none while all rest."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from sqlalchemy.exc import SQLAlchemyError

from auktor.core.errors import Unavailable
from auktor.limits.points import Points
from db.engine import Database
from db.points import forget, tell

EVERY_SECONDS = 1.0
_FORGET_EVERY = 60
_log = logging.getLogger(__name__)


async def agree(points: Points, database: Database) -> int:
    """Tell what was spent here and hear what was spent everywhere; how many clients that concerned."""
    batch = points.unsent()
    if not batch:
        return 0
    async with database.writing() as connection:
        points.hear(await tell(connection, batch))
    return len(batch)


@asynccontextmanager
async def agreeing(
    points: Points, database: Database, every_seconds: float = EVERY_SECONDS
) -> AsyncGenerator[None, None]:
    """Agree again and again while the block runs. While the database is away each process counts for itself."""
    task = asyncio.create_task(_agree_for_ever(points, database, every_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _agree_for_ever(points: Points, database: Database, every_seconds: float) -> None:
    turn = 0
    while True:
        await asyncio.sleep(every_seconds)
        turn += 1
        try:
            await agree(points, database)
            if turn % _FORGET_EVERY == 0:
                async with database.writing() as connection:
                    await forget(connection)
        except (Unavailable, SQLAlchemyError, OSError) as error:
            _log.warning("Points are counted by each process alone for now: %s", error)
