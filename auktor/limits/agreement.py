"""How the processes that answer agree on what clients have spent: one word a second, and none while all rest."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from auktor.core.errors import Unavailable
from auktor.limits.ledgers import Ledger
from auktor.limits.points import Points

EVERY_SECONDS = 1.0
_FORGET_EVERY = 60
_log = logging.getLogger(__name__)


async def agree(points: Points, ledger: Ledger) -> int:
    """Tell what was spent here and hear what was spent everywhere; how many clients that concerned."""
    batch = points.unsent()
    if batch:
        points.hear(await ledger.tell(batch))
    return len(batch)


@asynccontextmanager
async def agreeing(points: Points, ledger: Ledger, every_seconds: float = EVERY_SECONDS) -> AsyncGenerator[None, None]:
    """Agree again and again while the block runs. While the ledger is away each process counts for itself."""
    task = asyncio.create_task(_agree_for_ever(points, ledger, every_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await ledger.close()


async def _agree_for_ever(points: Points, ledger: Ledger, every_seconds: float) -> None:
    turn = 0
    while True:
        await asyncio.sleep(every_seconds)
        turn += 1
        try:
            await agree(points, ledger)
            if turn % _FORGET_EVERY == 0:
                await ledger.forget()
        except Unavailable as error:
            _log.warning("Points are counted by each process alone for now: %s", error)
