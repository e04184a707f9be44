"""What an edition would have said on another day, or with what the register knew at another time.

It is no edition: it has number 0, names none before it, is signed by nobody and due at once, and lies in a folder of
its own, so that neither a program nor a person takes it for one. It is said to be issued when the register knew it, not
when it was built, so that the same question gives the same bytes whenever it is asked.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from db.engine import Database
from db.models import AuditEntry
from publish.build import Builder, Built
from publish.files import sync_files
from publish.manifest import Imprint
from publish.progress import Progress, quiet
from publish.publisher import Publisher
from publish.snapshot import newest_state
from publish.store import FULL, StoreFull, StoreGone

NO_EDITION = 0
FURTHEST_YEARS = 10
_SWEDEN = ZoneInfo("Europe/Stockholm")


class NotYetKnown(Refused):
    """A time at which nobody can know yet what the register will know."""

    code = "NOT_YET_KNOWN"


class TooFarAhead(Refused):
    """A day of which the register can tell nothing but that all goes on as it is."""

    code = "TOO_FAR_AHEAD"


class FolderInUse(Refused):
    """A folder that holds something already."""

    code = "FOLDER_IN_USE"


@dataclass(frozen=True, slots=True)
class Asked:
    """The day that is asked for, and the time whose knowledge is: today, and now, where left out.

    Files tell months one by one up to the day, so it may lie `FURTHEST_YEARS` after the year of that time, no further.
    """

    as_of: date | None = None
    known_at: datetime | None = None


async def build_as_it_was(  # noqa: PLR0913 -- all but three have defaults and are named
    database: Database,
    into: Path,
    asked: Asked,
    *,
    now: datetime,
    publisher: Publisher | None = None,
    progress: Progress = quiet,
) -> Built:
    """Build what would have been said into `into`, an empty folder or none yet. The register remembers nothing of it.

    Raises FolderInUse, NotYetKnown, TooFarAhead, EditionRefused, StoreFull and StoreGone.
    """
    _require_near(asked, now)
    with _told(into):
        _make_empty(into)
        async with database.reading() as connection:
            imprint = await _imprint(connection, asked, publisher or Publisher())
            built = await Builder(connection, None, progress).build(imprint, into, None)
        sync_files(into)
    return built


def _require_near(asked: Asked, now: datetime) -> None:
    if asked.known_at and asked.known_at > now:
        raise NotYetKnown(f"{asked.known_at.isoformat()} is yet to come. Give --known-at a time that has passed.")
    known = (asked.known_at or now).astimezone(_SWEDEN)
    if asked.as_of and asked.as_of.year > known.year + FURTHEST_YEARS:
        raise TooFarAhead(
            f"{asked.as_of} is too far ahead: what is known on {known:%Y-%m-%d} is told of days up to the end of "
            f"{known.year + FURTHEST_YEARS}. Give --as-of such a day."
        )


async def _imprint(connection: AsyncConnection, asked: Asked, publisher: Publisher) -> Imprint:
    known_at = asked.known_at or (await newest_state(connection)).recorded_at
    entry = sa.inspect(AuditEntry).local_table.c
    revision = await connection.scalar(sa.select(sa.func.max(entry.revision)).where(entry.at <= known_at))
    issued = known_at.astimezone(UTC).replace(microsecond=0)
    return Imprint(
        number=NO_EDITION,
        previous=None,
        issued=issued,
        next_update=issued,
        as_of=asked.as_of or known_at.astimezone(_SWEDEN).date(),
        known_at=known_at,
        revision=revision or 0,
        publisher=publisher,
    )


@contextmanager
def _told(folder: Path) -> Generator[None, None, None]:
    """Let a disk that cannot be written say what to do, as a place of editions does."""
    try:
        yield
    except OSError as error:
        kind = StoreFull if error.errno in FULL else StoreGone
        raise kind(
            f"{folder} cannot be written ({error.strerror or error}). Name another folder (--to), or see to that one "
            "and empty it, then run again."
        ) from error


def _make_empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "editions").is_dir():
        raise FolderInUse(
            f"{folder} holds editions, and what would have been said on another day is none: among them a reader would "
            "take it for one. Name a folder of its own (--to), new or empty."
        )
    if any(folder.iterdir()):
        raise FolderInUse(f"{folder} is not empty. Name another folder (--to), new or empty, so that nothing is mixed.")
