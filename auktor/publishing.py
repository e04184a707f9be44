"""The serving program publishes by itself: some seconds after the last of a row of deeds, and when a new day begins.

One thread of the main process looks; the processes that answer never publish. What it goes by stands in the database,
so that a program that was restarted publishes what another left undone. What is refused waits for a person: it is told
once and tried again when something has changed.
"""

import asyncio
import logging
import threading
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from auktor.core.errors import Refused, Unavailable
from auktor.core.periods import stockholm_today
from auktor.editions import publish_edition
from auktor.settings import Settings
from db.engine import Database
from publish.ledger import EditionTaken
from publish.release import Published
from publish.snapshot import State, newest_state

EVERY_SECONDS = 1.0
LONGEST_WAIT = timedelta(minutes=2)
AFTER_FAULT = timedelta(seconds=30)
_END_SECONDS = 10
_log = logging.getLogger(__name__)


class Watch:
    """When it is time to publish: the register rests after a change, or has not rested for too long."""

    def __init__(self, quiet: timedelta) -> None:
        self._quiet = quiet
        self._tried: tuple[object, ...] | None = None
        self._since: datetime | None = None

    def is_due(self, state: State, now: datetime) -> bool:
        """Whether something may have changed that was not tried yet, and the time has come.

        Each hour counts as a change, for a day may have begun or an edition be due for renewal.
        """
        if self._of(state, now) == self._tried:
            self._since = None
            return False
        self._since = self._since or now
        return now - state.recorded_at >= self._quiet or now - self._since >= LONGEST_WAIT

    def tried(self, state: State, now: datetime) -> None:
        """What was found at `now` was published, or refused for good."""
        self._tried, self._since = self._of(state, now), None

    @staticmethod
    def _of(state: State, now: datetime) -> tuple[object, ...]:
        return state.revision, stockholm_today(now), now.hour


@contextmanager
def publishing(settings: Settings, url: str) -> Generator[None, None, None]:
    """Publish by itself while the block runs, unless `publish_after_seconds` is 0 or two persons must."""
    if settings.publish_after_seconds == 0 or settings.four_eyes_for_editions:
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(
        target=lambda: asyncio.run(_publish_until(ended, settings, url)), daemon=True, name="publishing"
    )
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(_END_SECONDS)


async def _publish_until(ended: threading.Event, settings: Settings, url: str) -> None:
    database, watch = Database(url, pool_size=1), Watch(timedelta(seconds=settings.publish_after_seconds))
    rests_until = datetime.now(UTC)
    while not await asyncio.to_thread(ended.wait, EVERY_SECONDS):
        now = datetime.now(UTC)
        if now < rests_until:
            continue
        try:
            await look(database, watch, settings, now)
        except Exception as error:  # noqa: BLE001 -- a fault of one try must not end all that come after
            rests_until = now + AFTER_FAULT
            _log.warning("No edition could be published just now: %s", error, exc_info=_unless_told(error))
    await database.close()


async def look(database: Database, watch: Watch, settings: Settings, now: datetime) -> None:
    """Publish if it is time to."""
    async with database.reading() as connection:
        state = await newest_state(connection)
    if not watch.is_due(state, now):
        return
    try:
        published = await publish_edition(settings, database.url)
    except EditionTaken as error:  # and the next look finds whether there is something newer to say
        _log.info("%s", error)
        return
    except Refused as error:
        _log.error("An edition waits for a person: %s", error)
    else:
        if isinstance(published, Published):
            _log.info("Published edition %d into %s", published.number, published.where)
    watch.tried(state, now)


def _unless_told(error: Exception) -> Exception | None:
    return None if isinstance(error, Unavailable) else error
