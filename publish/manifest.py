"""What an edition says of itself: its imprint, the manifest with every file's hash, SHA256SUMS, and the pointer to it.

The manifest is canonical JSON (RFC 8785): its bytes, and so its hash, follow from what it says. Each names the hash of
the one before, so that nobody can exchange an edition without breaking the chain.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import msgspec
import rfc8785

from publish.files import File
from publish.publisher import Publisher
from publish.tables import SCHEMA_VERSION, TABLES

MANIFEST, SUMS, POINTER, NOTICE = "manifest.json", "SHA256SUMS", "current.json", "redacted.json"


class Link(msgspec.Struct, frozen=True):
    """The edition before: its number and the hash of its manifest."""

    number: int
    sha256: str


class Imprint(msgspec.Struct, frozen=True):
    """All that decides an edition's bytes beside the register: the same imprint gives the same files for ever.

    `parquet` tells whether the Parquet files are among them, `first_issued` when the first edition of all was; None in
    the first itself.
    """

    number: int
    previous: Link | None
    issued: datetime
    next_update: datetime
    as_of: date
    known_at: datetime
    revision: int
    publisher: Publisher = Publisher()
    parquet: bool = False
    first_issued: datetime | None = None
    schema_version: str = SCHEMA_VERSION


class Manifest(msgspec.Struct, frozen=True):
    """`manifest.json`; moments are UTC, to the second."""

    number: int
    previous: Link | None
    issued: str
    as_of: str
    next_update: str
    schema_version: str
    audit_head: str | None
    files: list[File]


class Pointer(msgspec.Struct, frozen=True):
    """`current.json`: the newest edition, and the hash of its manifest's bytes."""

    number: int
    manifest: str
    sha256: str
    issued: str
    next_update: str


def manifest(imprint: Imprint, audit_head: str | None, files: Iterable[File]) -> Manifest:
    """The manifest of an edition, its files sorted by path."""
    return Manifest(
        number=imprint.number,
        previous=imprint.previous,
        issued=moment(imprint.issued),
        as_of=imprint.as_of.isoformat(),
        next_update=moment(imprint.next_update),
        schema_version=imprint.schema_version,
        audit_head=audit_head,
        files=sorted(files, key=lambda file: file.path),
    )


def pointer(imprint: Imprint, manifest_sha256: str) -> Pointer:
    """The pointer to an edition."""
    path = f"{folder_of(imprint.number)}/{MANIFEST}"
    return Pointer(imprint.number, path, manifest_sha256, moment(imprint.issued), moment(imprint.next_update))


def canonical(said: msgspec.Struct) -> bytes:
    """The bytes of a manifest or a pointer."""
    return rfc8785.dumps(msgspec.to_builtins(said))


def folder_of(number: int) -> str:
    """Where an edition lies under the open-data folder: `editions/000012`."""
    return f"editions/{number:06d}"


def sums(files: Sequence[File], manifest_bytes: bytes) -> bytes:
    """`SHA256SUMS`, as `sha256sum --check` reads it: every file and the manifest."""
    lines = [(file.path, file.sha256) for file in files] + [(MANIFEST, hashlib.sha256(manifest_bytes).hexdigest())]
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(lines)).encode()


def content_sha256(files: Iterable[File]) -> str:
    """The hash of the facts alone: equal for two editions that say the same, whenever they were issued."""
    tables = {f"{table.name}.ndjson" for table in TABLES}
    facts = sorted((file.path, file.sha256) for file in files if file.path in tables)
    return hashlib.sha256(rfc8785.dumps([SCHEMA_VERSION, *map(list, facts)])).hexdigest()


def moment(at: datetime) -> str:
    """`2026-11-23T21:30:00Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
