"""Publishing: all of an edition or nothing of it, whoever interrupts.

The order: build and check in a private folder; enter the edition in the register, which takes its number; let the
folder appear at its address; move the pointer; last, tell it in the feeds. Killed before the entry, nothing has
happened and the next run sweeps up. Killed after it, the next run rebuilds the very same bytes from the entry and
finishes. Readers see the edition before or the new one, whole.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from auktor.core.errors import Refused
from db.engine import Database
from publish import ledger
from publish.build import Builder, Built, Progress
from publish.checks import refuse_drop
from publish.feeds import feeds
from publish.folder import OpenDataFolder
from publish.ledger import Entry
from publish.manifest import MANIFEST, Imprint, Link, Pointer, pointer
from publish.publisher import Publisher
from publish.signing import SigningKey
from publish.snapshot import State, newest_state

NEXT_UPDATE_AFTER = timedelta(days=31)
ALLOWED_DROP = 0.2
_SWEDEN = ZoneInfo("Europe/Stockholm")


class NoSuchEdition(Refused):
    """The register has published no edition of that number."""

    code = "NO_SUCH_EDITION"


class ForeignFolder(Refused):
    """The folder holds editions of another register, or of a newer state of this one."""

    code = "FOREIGN_FOLDER"


class NotReproduced(Refused):
    """An edition built again came out otherwise than it was published."""

    code = "NOT_REPRODUCED"


@dataclass(frozen=True, slots=True)
class Published:
    """A new edition: its number, the hash of its manifest, where it lies, and how many rows each table has."""

    number: int
    sha256: str
    path: Path
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing to say that the newest edition, of this number, does not say already."""

    number: int


def quiet(step: str, rows: int) -> None:
    """Progress that nobody looks at."""


async def publish(  # noqa: PLR0913 -- all but three have defaults and are named
    database: Database,
    to: Path,
    *,
    now: datetime,
    as_of: date | None = None,
    accept_drop: bool = False,
    key: SigningKey | None = None,
    publisher: Publisher | None = None,
    progress: Progress = quiet,
) -> Published | Unchanged:
    """Publish the register as it stands on `as_of` (today in Sweden) into the folder `to`.

    `now` becomes `issued`, to the second; `key` signs it, and its public half joins `jwks.json`; `publisher` stands in
    its catalogue. The folder is first brought up to the editions the register remembers, so a new or interrupted one is
    completed. Unchanged facts make no new edition until the newest is due for renewal. Raises EditionRefused,
    TooMuchGone (unless `accept_drop`), PublishingUnderway, EditionTaken, ForeignFolder.
    """
    folder = OpenDataFolder(to)
    with folder.held(), folder.private() as private:
        if key:
            folder.publish_key(key.public)
        async with database.reading() as connection:
            builder = Builder(connection, key, progress)
            published = await _caught_up(builder, folder)
            newest, found = published[-1] if published else None, folder.pointer()
            imprint = _next_imprint(newest, await newest_state(connection), now, as_of, publisher or Publisher())
            if newest and _says_nothing_new(imprint, newest):
                return Unchanged(newest.imprint.number)
            built = await builder.build(imprint, private, folder.edition(newest.imprint.number) if newest else None)
        if newest and _says_nothing_new(imprint, newest, built):
            return Unchanged(newest.imprint.number)
        if newest and not accept_drop:
            refuse_drop(newest.rows, built.rows, ALLOWED_DROP)
        progress("entry", 0)
        published.append(await ledger.enter(database, built))
        progress("edition", 0)
        folder.place(private, imprint.number)
        _announce(folder, found, published, progress)
    return Published(imprint.number, built.manifest_sha256, folder.edition(imprint.number), built.rows)


async def rebuild(
    database: Database, number: int, into: Path, *, key: SigningKey | None = None, progress: Progress = quiet
) -> Built:
    """Build the edition `number` again in the empty folder `into`, byte for byte as it was published.

    Raises NoSuchEdition, or NotReproduced where this version of the program writes it otherwise.
    """
    async with database.reading() as connection:
        published = await ledger.entries(connection)
        if not 0 < number <= len(published):
            raise NoSuchEdition(f"There is no edition {number}. The newest is {len(published)}.", number=number)
        builder, entry = Builder(connection, key, progress), published[number - 1]
        if number == 1:
            return await _again(builder, entry, into, None)
        with TemporaryDirectory() as before:
            await builder.build_tables(published[number - 2].imprint, Path(before))
            return await _again(builder, entry, into, Path(before))


def _next_imprint(
    newest: Entry | None, state: State, now: datetime, as_of: date | None, publisher: Publisher
) -> Imprint:
    issued = now.astimezone(UTC).replace(microsecond=0)
    return Imprint(
        number=newest.imprint.number + 1 if newest else 1,
        previous=Link(newest.imprint.number, newest.manifest_sha256) if newest else None,
        issued=issued,
        next_update=issued + NEXT_UPDATE_AFTER,
        as_of=as_of or now.astimezone(_SWEDEN).date(),
        known_at=state.recorded_at,
        revision=state.revision,
        publisher=publisher,
    )


def _says_nothing_new(wanted: Imprint, newest: Entry, built: Built | None = None) -> bool:
    """Whether an edition would say what the newest says, and that is not yet due for renewal.

    Without building it that is known where neither the register nor the day asked for has moved.
    """
    if newest.imprint.next_update <= wanted.issued:
        return False
    if built:
        return built.content_sha256 == newest.content_sha256
    return (wanted.revision, wanted.as_of) == (newest.imprint.revision, newest.imprint.as_of)


async def _caught_up(builder: Builder, folder: OpenDataFolder) -> list[Entry]:
    """Every edition the register remembers, the folder having been brought up to them.

    Missing editions are built again; then the pointer and the feeds say what they should.
    """
    published = await ledger.entries(builder.connection)
    _refuse_foreign(folder, published)
    before: Path | None = None
    for entry in published:
        place = folder.edition(entry.imprint.number)
        if not place.exists():
            with folder.private() as private:
                await _again(builder, entry, private, before)
                folder.place(private, entry.imprint.number)
        before = place
    if published:
        _announce(folder, folder.pointer(), published, quiet)
    return published


def _refuse_foreign(folder: OpenDataFolder, published: list[Entry]) -> None:
    """Raise ForeignFolder where the pointer, or the newest edition, is not one that the register remembers."""
    remembered = {entry.imprint.number: entry.manifest_sha256 for entry in published}
    found = folder.pointer()
    there = {found.number: found.sha256} if found else {}
    newest = folder.edition(len(published)) / MANIFEST
    if published and newest.exists():
        there[len(published)] = hashlib.sha256(newest.read_bytes()).hexdigest()
    for number, sha256 in there.items():
        if remembered.get(number) != sha256:
            raise ForeignFolder(
                f"{folder.path} has an edition {number} that this register did not publish. Publish into another "
                "folder (--to), or restore the database that published it.",
                number=number,
            )


def _announce(folder: OpenDataFolder, found: Pointer | None, published: list[Entry], progress: Progress) -> None:
    """Let the pointer, which was `found`, lead to the newest edition, and the feeds tell of it."""
    progress("pointer", 0)
    folder.point(found, pointer(published[-1].imprint, published[-1].manifest_sha256))
    progress("feeds", 0)
    for name, feed in feeds(published).items():
        folder.replace(name, feed)
    progress("published", 0)


async def _again(builder: Builder, entry: Entry, into: Path, before: Path | None) -> Built:
    built = await builder.build(entry.imprint, into, before)
    if built.manifest_sha256 != entry.manifest_sha256:
        raise NotReproduced(
            f"Edition {entry.imprint.number} came out otherwise than it was published: {MANIFEST} has the hash "
            f"{built.manifest_sha256}, not {entry.manifest_sha256}. Copy editions/{entry.imprint.number:06d} from a "
            "folder that has it, or use the version of auktor that published it.",
            number=entry.imprint.number,
        )
    return built
