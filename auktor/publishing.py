"""The serving program publishes by itself: some seconds after the last of a row of deeds, and when a new day begins.

A process of its own does; those that answer never do, and hand it what a publisher asks for. It waits until it has
tried once, and ends: what makes an edition takes ten times the memory of what waits for it. The next is told what was
tried. All else it goes by stands in the database, so that a program that was restarted publishes what another left
undone. What is refused waits for a person: it is told once and tried again when something has changed.
"""

import asyncio
import logging
import signal
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from auktor.core.errors import Refused, Unavailable
from auktor.core.periods import stockholm_today
from auktor.errands import Errands
from auktor.settings import Settings
from db.audit import Deed
from db.deeds import Issued
from db.revision import State, StateReader

EVERY_SECONDS = 1.0
LONGEST_WAIT = timedelta(minutes=2)
AFTER_FAULT = timedelta(seconds=30)
_log = logging.getLogger(__name__)


class Tried(NamedTuple):
    """Of what it was tried to publish: a revision, on a day, in an hour (for an edition may be due for renewal)."""

    revision: int
    day: date
    hour: int

    @classmethod
    def of(cls, state: State, now: datetime) -> "Tried":
        """What a try at this moment is of."""
        return cls(state.revision, stockholm_today(now), now.hour)


class Watch:
    """When it is time to publish: the register rests after a change, or has not rested for too long."""

    def __init__(self, quiet: timedelta, tried: Tried | None = None) -> None:
        self._quiet = quiet
        self._tried = tried
        self._since: datetime | None = None

    def is_due(self, state: State, now: datetime) -> bool:
        """Whether something may have changed that was not tried yet, and the time has come."""
        if Tried.of(state, now) == self._tried:
            self._since = None
            return False
        self._since = self._since or now
        return now - state.recorded_at >= self._quiet or now - self._since >= LONGEST_WAIT


def publish_when_due(settings: Settings, url: str, errands: Errands, tried: Tried | None) -> Tried | None:
    """Wait until somebody asks for an edition, or there is what was not `tried`; publish, and give what is tried then.

    SIGTERM ends it; an edition that is being made then is finished.
    """
    return asyncio.run(_publish_when_due(settings, url, errands, tried))


async def _publish_when_due(settings: Settings, url: str, errands: Errands, tried: Tried | None) -> Tried | None:
    woken, ended = _signals(errands)
    reader, watch = StateReader(url), Watch(timedelta(seconds=settings.publish_after_seconds), tried)
    before, rests_until = tried, datetime.now(UTC)
    while tried == before and not (await _within(EVERY_SECONDS, woken) and ended.is_set()):
        errand, now = errands.next(), datetime.now(UTC)
        if errand:
            await errand.do(partial(issue, settings, url))
            break
        if now < rests_until or not settings.publishes_by_itself:
            continue
        try:
            state = await reader.read()
            if watch.is_due(state, now) and await try_(settings, url):
                tried = Tried.of(state, now)
        except Exception as error:  # noqa: BLE001 -- a fault of one try must not end all that come after
            rests_until = now + AFTER_FAULT
            _log.warning("No edition could be published just now: %s", error, exc_info=_unless_told(error))
    await reader.close()
    return tried


def _signals(errands: Errands) -> tuple[asyncio.Event, asyncio.Event]:
    """What is set when there is something to do at once, and what when that is to end."""
    loop, woken, ended = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()

    def end() -> None:
        ended.set()
        woken.set()

    def wake() -> None:
        loop.remove_reader(errands.asked)  # which would call for as long as nobody takes it
        woken.set()

    loop.add_signal_handler(signal.SIGTERM, end)
    loop.add_reader(errands.asked, wake)
    return woken, ended


async def issue(settings: Settings, url: str, deed: Deed, accept_drop: bool) -> Issued:  # noqa: FBT001 -- as `Issue` has it
    """Publish what is new, for somebody who asks for it."""
    # Who waits does without what makes editions.
    from auktor.editions import publish_edition  # noqa: PLC0415
    from publish.release import Published  # noqa: PLC0415

    outcome = await publish_edition(settings, url, accept_drop=accept_drop, deed=deed)
    return Issued(outcome.number, isinstance(outcome, Published))


async def try_(settings: Settings, url: str) -> bool:
    """Publish what is new to say; False where another did at the same moment, and there may be something newer."""
    from auktor.editions import publish_edition  # noqa: PLC0415 -- as above
    from publish.ledger import EditionTaken  # noqa: PLC0415
    from publish.release import Published  # noqa: PLC0415

    try:
        published = await publish_edition(settings, url)
    except EditionTaken as error:
        _log.info("%s", error)
        return False
    except Refused as error:
        _log.error("An edition waits for a person: %s", error)
        return True
    if isinstance(published, Published):
        _log.info("Published edition %d into %s", published.number, published.where)
    return True


async def _within(seconds: float, event: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
    return event.is_set()


def _unless_told(error: Exception) -> Exception | None:
    return None if isinstance(error, Unavailable) else error
