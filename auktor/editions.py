"""Publishing with the settings in force: into which folder, and signed by whom."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from auktor.core.errors import Refused
from auktor.settings import Settings
from db.audit import Deed, audit
from db.engine import Database
from publish.as_it_was import Asked, build_as_it_was
from publish.build import Built
from publish.ledger import BY_ITSELF
from publish.progress import Progress, quiet
from publish.redaction import Redaction
from publish.release import Published, Unchanged, publish, publish_key, redact, store_at
from publish.signing import SigningKey, exchange_key, make_key, open_key, read_key
from publish.store import Store


class NoKeyToRotate(Refused):
    """There is no key in a file that a new one could take the place of."""

    code = "NO_KEY_TO_ROTATE"


def signing_key(settings: Settings) -> SigningKey:
    """The key that is set, as a text or a file, or the home's own, made the first time it is needed."""
    if settings.signing_key_pem:
        return read_key(settings.signing_key_pem.encode(), "AUKTOR_SIGNING_KEY_PEM")
    if settings.signing_key:
        return open_key(settings.signing_key)
    own = _own_key(settings)
    return open_key(own) if own.exists() else make_key(own)


def key_file(settings: Settings) -> Path:
    """The file of the key that signs, which a new one can take the place of; NoKeyToRotate where there is none."""
    file = settings.signing_key or _own_key(settings)
    if settings.signing_key_pem or not file.exists():
        raise NoKeyToRotate(
            "The key that signs is AUKTOR_SIGNING_KEY_PEM, or there is none yet. Make a new one with `auktor keys new` "
            "and set it in place of the old one, the public half of which stays published."
        )
    return file


async def rotate_key(
    settings: Settings, url: str, *, actor: str, place: str | None = None
) -> tuple[SigningKey, Path, Path]:
    """Let a new key sign from now on; gives it, its file and where the old one is kept.

    Both public halves are published first, so that no edition is ever signed by a key that readers cannot find. The
    audit log of the register at `url` says who did it: without its entry the key stays as it is.
    """
    file = key_file(settings)
    old, new_file = open_key(file), file.with_name(f"{file.name}.new")
    new = open_key(new_file) if new_file.exists() else make_key(new_file)
    for each in _places(settings, place):
        store = store_at(place_of(settings, each))
        with store.held():
            publish_key(store, old.public)
            publish_key(store, new.public)
    deed = Deed(
        actor,
        "admin",
        "rotate_key",
        subject=f"Key:{new.public.kid}",
        before={"kid": old.public.kid},
        after={"kid": new.public.kid},
    )
    database = Database(url)
    try:
        async with database.writing() as connection:
            await audit(connection, deed)
            return new, file, exchange_key(file, new_file)
    finally:
        await database.close()


def _own_key(settings: Settings) -> Path:
    return settings.home / "signing-key.pem"


def place_of(settings: Settings, to: str | None = None) -> Path | Store:
    """The place of editions that is named, a folder or `s3://bucket/prefix`; without a name, the home's folder."""
    if to is None:
        return settings.editions
    if not to.startswith("s3://"):
        return Path(to)
    from publish.bucket import Access, from_address  # noqa: PLC0415 -- only a bucket needs the library of stores

    access = Access(settings.s3_endpoint, settings.s3_region, settings.s3_access_key_id, settings.s3_secret_access_key)
    return from_address(to, access, os.environ)


def _places(settings: Settings, named: str | None) -> list[str | None]:
    return [named] if named else [None, *([settings.publish_to] if settings.publish_to else [])]


async def publish_edition(  # noqa: PLR0913 -- each is one thing an edition follows from, always named
    settings: Settings,
    url: str,
    *,
    to: str | None = None,
    as_of: date | None = None,
    accept_drop: bool = False,
    deed: Deed = BY_ITSELF,
    progress: Progress = quiet,
) -> Published | Unchanged:
    """A new edition of the register at `url` where its facts differ from the newest one, or where none is there yet.

    The audit log says of it what `deed` says. Without `to` it is published in the home, and then where `publish_to`
    says too.
    """
    database, key, now = Database(url), signing_key(settings), datetime.now(UTC)
    try:
        outcomes = [
            await publish(
                database,
                place_of(settings, place),
                now=now,
                as_of=as_of,
                accept_drop=accept_drop,
                key=key,
                publisher=settings.publisher,
                deed=deed,
                progress=progress,
            )
            for place in _places(settings, to)
        ]
    finally:
        await database.close()
    return outcomes[0]


async def redact_edition(
    settings: Settings, url: str, redaction: Redaction, *, actor: str, place: str | None = None
) -> None:
    """Withdraw an edition from `place`, or from everywhere it is published by itself."""
    database = Database(url)
    try:
        for each in _places(settings, place):
            await redact(database, place_of(settings, each), redaction, actor=actor)
    finally:
        await database.close()


async def edition_as_it_was(
    settings: Settings, url: str, into: Path, asked: Asked, progress: Progress = quiet
) -> Built:
    """What would have been said, in a folder of its own; it enters no chain."""
    database = Database(url)
    try:
        return await build_as_it_was(
            database, into, asked, now=datetime.now(UTC), publisher=settings.publisher, progress=progress
        )
    finally:
        await database.close()
