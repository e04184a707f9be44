"""Checking what was published, from outside: nothing here asks the register, only the files.

The pointer leads to the newest manifest, each manifest to the one before, down to the first; every file must be what
its manifest says. With a trusted key the signatures are checked too.
"""

import hashlib
import re
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from auktor.core.errors import Refused, Unavailable
from publish import as_lote, jades
from publish.manifest import MANIFEST, NOTICE, POINTER, SUMS, Link, Manifest, Pointer, canonical, folder_of, sums
from publish.redaction import Notice
from publish.signing import SIGNATURE, PublicKey, check_signature

_CHUNK = 1 << 20
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SECONDS = 30.0
_ABSENT = {403, 404}


class NotVerified(Refused):
    """What is published is not what was issued, or not the newest; the message says which and where."""

    code = "NOT_VERIFIED"


class NothingPublished(Unavailable):
    """A file of an edition cannot be read."""

    code = "NOTHING_PUBLISHED"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found whole: the newest edition, and how many editions, files and bytes were read for it.

    `redacted` are the withdrawn editions that were met, with the reason; of them the manifests alone were checked.
    """

    number: int
    sha256: str
    issued: str
    next_update: str
    editions: int
    files: int
    bytes: int
    signed_by: str | None
    redacted: dict[int, str]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the checker brings: the time, keys it trusts, and the newest edition it has seen before, if any."""

    now: datetime
    keys: Sequence[PublicKey] = ()
    seen: Link | None = None
    every_edition: bool = False


def verify(source: str, expected: Expected) -> Verified:
    """Check the open-data folder at `source`, a path or an address; raises NotVerified at the first fault.

    An edition that was withdrawn says so, and counts by its manifest alone; the newest may not be withdrawn.

    The files of the newest edition are read, those of the older ones only with `every_edition`; the chain of manifests
    always, to the first. Signatures count where `expected.keys` has any: then each edition must have one.
    """
    place = _Place(source)
    pointer = msgspec.json.decode(place.read(POINTER), type=Pointer)
    _refuse_stale(pointer, expected)
    files = size = 0
    redacted: dict[int, str] = {}
    signed_by, link = None, Link(pointer.number, pointer.sha256)
    for number in range(pointer.number, 0, -1):
        if expected.seen and expected.seen.number == number:
            _refuse_other(f"edition {number}", link.sha256, expected.seen.sha256)
        manifest, signer = _manifest(place, link, expected)
        signed_by, link = signed_by or signer, _link_before(manifest)
        if number < pointer.number and not expected.every_edition:
            continue
        if reason := _withdrawn(place, number, pointer):
            redacted[number] = reason
            continue
        size += sum(_check_file(place, number, file.path, file.sha256, file.bytes) for file in manifest.files)
        files += len(manifest.files)
        if expected.keys:
            _check_list(place, number, expected.keys)
    return Verified(
        pointer.number,
        pointer.sha256,
        pointer.issued,
        pointer.next_update,
        pointer.number,
        files,
        size,
        signed_by,
        redacted,
    )


def _withdrawn(place: "_Place", number: int, pointer: Pointer) -> str | None:
    """Why an edition was withdrawn, if it was; raises NotVerified where it is the newest, which nobody should use."""
    said = place.read_if_there(f"{folder_of(number)}/{NOTICE}")
    if said is None:
        return None
    reason = msgspec.json.decode(said, type=Notice).reason
    if number == pointer.number:
        raise NotVerified(
            f"Edition {number}, the newest, is withdrawn: {reason} Use none of it, and keep to the edition before "
            "until the next one comes."
        )
    return reason


def remembered(state: Path) -> Link | None:
    """The newest edition seen before, from the file that `remember` writes; None before the first time."""
    if not state.exists():
        return None
    try:
        return msgspec.json.decode(state.read_bytes(), type=Link)
    except msgspec.MsgspecError as error:
        raise NotVerified(
            f"{state} does not say which edition was seen ({error}). Name another file, or remove it to begin anew."
        ) from error


def remember(state: Path, newest: Link) -> None:
    """Write down the newest edition seen; one step, so that a check that is killed forgets nothing."""
    new = state.with_name(f"{state.name}.new")
    new.write_bytes(canonical(newest) + b"\n")
    new.replace(state)


def _refuse_stale(pointer: Pointer, expected: Expected) -> None:
    if expected.seen and pointer.number < expected.seen.number:
        raise NotVerified(
            f"{POINTER} points at edition {pointer.number}, but {expected.seen.number} has been seen: it was rolled "
            "back. Ask the publisher."
        )
    if datetime.fromisoformat(pointer.next_update) <= expected.now:
        raise NotVerified(
            f"Edition {pointer.number} was to be followed by {pointer.next_update}: a newer one is withheld or late. "
            "Fetch it again, and ask the publisher if it stays so."
        )


def _manifest(place: "_Place", link: Link, expected: Expected) -> tuple[Manifest, str | None]:
    """The manifest a link leads to, whole, canonical and signed, and who signed it."""
    path = f"{folder_of(link.number)}/{MANIFEST}"
    data = place.read(path)
    _refuse_other(path, hashlib.sha256(data).hexdigest(), link.sha256)
    manifest = msgspec.json.decode(data, type=Manifest)
    if canonical(manifest) != data or manifest.number != link.number:
        raise NotVerified(f"{path} is not a canonical manifest of edition {link.number}. Ask the publisher.")
    listed = f"{folder_of(link.number)}/{SUMS}"
    if place.read(listed) != sums(manifest.files, data):
        raise NotVerified(f"{listed} does not say what the manifest says. Fetch it again, or ask the publisher.")
    if not expected.keys:
        return manifest, None
    signature = place.read(f"{folder_of(link.number)}/{SIGNATURE}")
    return manifest, check_signature(data, signature, expected.keys, path)


def _link_before(manifest: Manifest) -> Link:
    """The link to the edition before, of which the number is one less; the first has none."""
    number = manifest.number - 1
    before = manifest.previous
    if (before.number if before else 0) != number:
        raise NotVerified(
            f"Edition {manifest.number} does not name edition {number} as the one before. Ask the publisher."
        )
    return before or Link(0, "")


def _check_file(place: "_Place", number: int, path: str, sha256: str, size: int) -> int:
    if not _PLAIN_NAME.fullmatch(path):
        raise NotVerified(f"The manifest of edition {number} names a file outside its folder. Ask the publisher.")
    digest, length = hashlib.sha256(), 0
    for chunk in place.chunks(f"{folder_of(number)}/{path}"):
        digest.update(chunk)
        length += len(chunk)
    _refuse_other(f"{folder_of(number)}/{path}", digest.hexdigest(), sha256)
    if length != size:
        raise NotVerified(f"{folder_of(number)}/{path} has {length} bytes, not {size}. Ask the publisher.")
    return length


def _check_list(place: "_Place", number: int, keys: Sequence[PublicKey]) -> None:
    """The list of trusted entities is signed like the manifest, with the list itself in its signature."""
    told, signature = (place.read(f"{folder_of(number)}/{name}") for name in (as_lote.NAME, as_lote.SIGNATURE))
    jades.check(told, signature, keys)


def _refuse_other(path: str, found: str, wanted: str) -> None:
    if found != wanted:
        raise NotVerified(
            f"{path} has the SHA-256 {found}, not {wanted}: it was changed or came over damaged. "
            "Fetch it again, and ask the publisher if it stays so."
        )


class _Place:
    """Where the files lie: a folder or an address."""

    def __init__(self, source: str) -> None:
        self._source = source.rstrip("/")
        self._remote = source.startswith(("https://", "http://"))

    def read(self, path: str) -> bytes:
        return b"".join(self.chunks(path))

    def read_if_there(self, path: str) -> bytes | None:
        """The bytes of a file, or None where the place has none of that name; some stores call that forbidden."""
        try:
            return self.read(path)
        except NothingPublished as error:
            cause = error.__cause__
            if isinstance(cause, FileNotFoundError) or getattr(cause, "code", None) in _ABSENT:
                return None
            raise

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file, a megabyte at a time."""
        address = f"{self._source}/{path}"
        try:
            with self._open(address) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except (OSError, urllib.error.URLError) as error:
            raise NothingPublished(f"{address} cannot be read ({error}). Check the path or the address.") from error

    @contextmanager
    def _open(self, address: str) -> Generator[IO[bytes], None, None]:
        if self._remote:
            with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310 -- https:// or http://, see above
                yield answer
        else:
            with Path(address).open("rb") as file:
                yield file
