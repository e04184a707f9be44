"""Publishing: all of an edition or nothing of it, whoever interrupts.

The order: build and check in a private folder; enter the edition in the register, which takes its number; let the
folder appear at its address; move the pointer; last, tell it in the feeds. Killed before the entry, nothing has
happened and the next run sweeps up. Killed after it, the next run rebuilds the very same bytes from the entry and
finishes. Readers see the edition before or the new one, whole.
"""

import hashlib
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from db.audit import Deed
from db.engine import Database
from publish import as_parquet, ledger
from publish.build import Builder, Built
from publish.catalogue import HARVESTED
from publish.checks import refuse_drop
from publish.diff import Record, differences
from publish.feeds import feeds
from publish.files import sync_files, write_file
from publish.folder import OpenDataFolder
from publish.ledger import Entry
from publish.manifest import MANIFEST, NOTICE, POINTER, Imprint, Link, Pointer, canonical, folder_of, pointer
from publish.progress import Progress, quiet
from publish.publisher import Publisher
from publish.redaction import Redaction, leave_the_chain, notice
from publish.signing import KEYS, PublicKey, SigningKey, key_set
from publish.snapshot import State, newest_state
from publish.store import Found, Store

NEXT_UPDATE_AFTER = timedelta(days=31)
RENEWED_BEFORE = timedelta(days=1)
"""An edition with nothing new is issued a day before it is due, so that no reader finds the newest one late."""
ALLOWED_DROP = 0.2
_SWEDEN = ZoneInfo("Europe/Stockholm")


class EditionWithdrawn(Refused):
    """An edition whose contents are no longer told."""

    code = "EDITION_WITHDRAWN"


class NoSuchEdition(Refused):
    """The register has published no edition of that number."""

    code = "NO_SUCH_EDITION"


class ForeignFolder(Refused):
    """The folder holds editions of another register, or of a newer state of this one."""

    code = "FOREIGN_FOLDER"


class NotReproduced(Refused):
    """An edition built again came out otherwise than it was published."""

    code = "NOT_REPRODUCED"


Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Published:
    """A new edition: its number, the hash of its manifest, where it lies, and how many rows each table has."""

    number: int
    sha256: str
    where: str
    rows: dict[str, int]

    @property
    def path(self) -> Path:
        """Where it lies, where that is a folder."""
        return Path(self.where)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing to say that the newest edition, of this number, does not say already."""

    number: int


async def publish(  # noqa: PLR0913 -- all but three have defaults and are named
    database: Database,
    to: Path | Store,
    *,
    now: datetime,
    as_of: date | None = None,
    accept_drop: bool = False,
    key: SigningKey | None = None,
    publisher: Publisher | None = None,
    deed: Deed = ledger.BY_ITSELF,
    progress: Progress = quiet,
) -> Published | Unchanged:
    """Publish the register as it stands on `as_of` (today in Sweden) into the folder or store `to`.

    `now` becomes `issued`, to the second; `key` signs it, and its public half joins `jwks.json`; `publisher` stands in
    its catalogue, and `deed` is what the audit log says of it. The place is first brought up to the editions the
    register remembers, so a new or interrupted one is completed. Unchanged facts make no new edition until the newest
    is due for renewal. Raises EditionRefused, TooMuchGone (unless `accept_drop`), PublishingUnderway, EditionTaken,
    ForeignFolder, StoreGone.
    """
    store = store_at(to)
    with store.held(), store.private() as private:
        if key:
            publish_key(store, key.public)
        async with database.reading() as connection:
            known = await _Known.of(connection)
            builder = Builder(connection, key, progress)
            await _catch_up(builder, store, known)
            newest = known.newest
            imprint = _next_imprint(newest, await newest_state(connection), now, as_of, publisher or Publisher())
            if newest and _says_nothing_new(imprint, newest):
                return Unchanged(newest.imprint.number)
            async with _tables_before(builder, store, known, imprint) as before:
                built = await builder.build(imprint, private, before)
        if newest and _says_nothing_new(imprint, newest, built):
            return Unchanged(newest.imprint.number)
        if newest and not accept_drop:
            refuse_drop(newest.rows, built.rows, ALLOWED_DROP)
        store.prepare(private, progress)
        progress("entry", 0)
        known.published.append(await ledger.enter(database, built, deed))
        progress("edition", 0)
        store.place(private, imprint.number)
        _announce(store, known.published, progress)
    return Published(imprint.number, built.manifest_sha256, f"{store.where}/{folder_of(imprint.number)}", built.rows)


def store_at(place: Path | Store) -> Store:
    """A place as a store: a path is a folder."""
    return OpenDataFolder(place) if isinstance(place, Path) else place


def publish_key(store: Store, key: PublicKey) -> None:
    """Let `jwks.json` hold a key beside those it held; a key once published is never taken away."""
    found = store.read(KEYS)
    store.swap(KEYS, found, key_set(found.data if found else None, key))


async def redact(database: Database, to: Path | Store, redaction: Redaction, *, actor: str) -> None:
    """Withdraw an edition for good: its files go, its manifest stays so that the chain holds.

    The register remembers it first, so that a run that was killed is completed by the next. One
    that is withdrawn already keeps its reason. Raises NoSuchEdition.
    """
    store = store_at(to)
    with store.held():
        async with database.reading() as connection:
            known = await _Known.of(connection)
        if not 0 < redaction.number <= len(known.published):
            raise _no_such_edition(redaction.number, known)
        if redaction.number not in known.redacted:
            await ledger.redact(database, redaction, actor)
        for each in {redaction.number: redaction, **known.redacted}.values():
            if each.number in store.editions():
                _withdraw(store, each)


async def rebuild(
    database: Database, number: int, into: Path, *, key: SigningKey | None = None, progress: Progress = quiet
) -> Built:
    """Build the edition `number` again in the empty folder `into`, byte for byte as it was published.

    Raises NoSuchEdition, or NotReproduced where this version of the program writes it otherwise.
    """
    async with database.reading() as connection:
        known = await _Known.of(connection)
        if not 0 < number <= len(known.published):
            raise _no_such_edition(number, known)
        builder, entry = Builder(connection, key, progress), known.published[number - 1]
        async with _tables_before(builder, None, known, entry.imprint) as before:
            built = await _again(builder, entry, into, before)
        sync_files(into)
        return built


async def compare(
    database: Database, to: Path | Store, before: int, after: int | None, read: Callable[[Iterator[Record]], Read]
) -> Read:
    """What `read` makes of the lines by which edition `after` differs from edition `before`, as `diff.ndjson` has them.

    Without `after` it is the register as an edition of this moment would have it. Raises NoSuchEdition,
    EditionWithdrawn, EditionRefused.
    """
    store = store_at(to)
    async with database.reading() as connection:
        known, builder = await _Known.of(connection), Builder(connection, None, quiet)
        if after is None:
            state = await newest_state(connection)
            wanted = _next_imprint(known.newest, state, datetime.now(UTC), None, Publisher())
        else:
            wanted = known.standing(after)
        async with (
            _tables_of(builder, store, known.standing(before)) as old,
            _tables_of(builder, store, wanted) as new,
        ):
            return read(differences(old, new))


@asynccontextmanager
async def _tables_of(builder: Builder, store: Store, imprint: Imprint) -> AsyncGenerator[Path, None]:
    """A folder with the tables of an edition; from the store where it lies there, else built."""
    if imprint.number in store.editions():
        with store.tables(imprint.number) as folder:
            yield folder
    else:
        with TemporaryDirectory() as built:
            await builder.build_tables(imprint, Path(built))
            yield Path(built)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the register remembers: every edition, oldest first, and those of them that were withdrawn."""

    published: list[Entry]
    redacted: dict[int, Redaction]

    @classmethod
    async def of(cls, connection: AsyncConnection) -> "_Known":
        return cls(await ledger.entries(connection), await ledger.redactions(connection))

    @property
    def newest(self) -> Entry | None:
        return self.published[-1] if self.published else None

    def compared_with(self, imprint: Imprint) -> Entry | None:
        """The edition that the one of `imprint` tells its differences to: the newest before that stood at the time."""
        before = reversed(self.published[: imprint.number - 1])
        return next((entry for entry in before if self._stood(entry.imprint.number, imprint.issued)), None)

    def standing(self, number: int) -> Imprint:
        """The imprint of an edition that is there to be read."""
        if not 0 < number <= len(self.published):
            raise _no_such_edition(number, self)
        if number in self.redacted:
            raise EditionWithdrawn(
                f"Edition {number} was withdrawn: {self.redacted[number].reason}. Compare with another.", number=number
            )
        return self.published[number - 1].imprint

    def _stood(self, number: int, at: datetime) -> bool:
        redaction = self.redacted.get(number)
        return redaction is None or redaction.redacted > at


def _no_such_edition(number: int, known: _Known) -> NoSuchEdition:
    return NoSuchEdition(f"There is no edition {number}. The newest is {len(known.published)}.", number=number)


@asynccontextmanager
async def _tables_before(
    builder: Builder, store: Store | None, known: _Known, imprint: Imprint
) -> AsyncGenerator[Path | None, None]:
    """A folder with the tables an edition is compared with; from the store where they still lie there, else rebuilt."""
    before = known.compared_with(imprint)
    if before is None:
        yield None
    elif store and before.imprint.number not in known.redacted:
        with store.tables(before.imprint.number) as folder:
            yield folder
    else:
        with TemporaryDirectory() as rebuilt:
            await builder.build_tables(before.imprint, Path(rebuilt))
            yield Path(rebuilt)


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
        parquet=as_parquet.available(),
        first_issued=newest.imprint.first_issued if newest else None,
    )


def _says_nothing_new(wanted: Imprint, newest: Entry, built: Built | None = None) -> bool:
    """Whether an edition would say what the newest says, and that is not yet due for renewal.

    Without building it that is known where neither the register nor the day asked for has moved.
    """
    if newest.imprint.next_update - RENEWED_BEFORE <= wanted.issued:
        return False
    if built:
        return built.content_sha256 == newest.content_sha256
    return (wanted.revision, wanted.as_of) == (newest.imprint.revision, newest.imprint.as_of)


async def _catch_up(builder: Builder, store: Store, known: _Known) -> None:
    """Bring the store up to every edition the register remembers.

    Missing editions are built again and withdrawn ones withdrawn; then the pointer and the feeds say what they should.
    """
    _refuse_foreign(store, known.published)
    there = store.editions()
    for entry in known.published:
        number = entry.imprint.number
        if number not in there:
            async with _tables_before(builder, store, known, entry.imprint) as before:
                with store.private() as private:
                    await _again(builder, entry, private, before)
                    if number in known.redacted:
                        leave_the_chain(private, notice(known.redacted[number]))
                    store.prepare(private, quiet)
                    store.place(private, number)
        if number in known.redacted:
            _withdraw(store, known.redacted[number])
    if known.published:
        _announce(store, known.published, quiet)


def _withdraw(store: Store, redaction: Redaction) -> None:
    said = notice(redaction)
    found = store.read(f"{folder_of(redaction.number)}/{NOTICE}")
    if found is None or found.data != said:
        store.withdraw(redaction.number, said)


def _refuse_foreign(store: Store, published: list[Entry]) -> None:
    """Raise ForeignFolder where the pointer, or the newest edition, is not one that the register remembers."""
    remembered = {entry.imprint.number: entry.manifest_sha256 for entry in published}
    found = _pointed(store.read(POINTER))
    there = {found.number: found.sha256} if found else {}
    newest = store.manifest(len(published)) if published else None
    if newest is not None:
        there[len(published)] = hashlib.sha256(newest).hexdigest()
    for number, sha256 in there.items():
        if remembered.get(number) != sha256:
            raise ForeignFolder(
                f"{store.where} has an edition {number} that this register did not publish. Publish into another "
                "place (--to), or restore the database that published it.",
                number=number,
            )


def _pointed(found: Found | None) -> Pointer | None:
    return msgspec.json.decode(found.data, type=Pointer) if found else None


def _announce(store: Store, published: list[Entry], progress: Progress) -> None:
    """Let the pointer lead to the newest edition, the feeds tell of it and data portals find its catalogue."""
    progress("pointer", 0)
    newest = published[-1]
    store.swap(POINTER, store.read(POINTER), canonical(pointer(newest.imprint, newest.manifest_sha256)))
    progress("feeds", 0)
    for name, feed in feeds(published).items():
        store.swap(name, store.read(name), feed)
    catalogue = store.read(f"{folder_of(newest.imprint.number)}/{HARVESTED}")
    if catalogue:
        store.swap(HARVESTED, store.read(HARVESTED), catalogue.data)
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
    for name, kept in entry.signatures.items():
        if kept:
            (into / name).unlink(missing_ok=True)
            write_file(into, name, [ledger.signature_file(name, kept, into)])
    return built
