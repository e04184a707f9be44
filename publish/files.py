"""The files of an edition: written once, hashed as they are written, and on the disk before they are spoken of."""

import hashlib
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

import msgspec

MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".jws": "application/jose",
    ".md": "text/markdown; charset=utf-8",
    ".ndjson": "application/x-ndjson",
    ".nt": "application/n-triples",
    ".parquet": "application/vnd.apache.parquet",
    ".rdf": "application/rdf+xml",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_SYNCED_AT_ONCE = 16


class File(msgspec.Struct, frozen=True):
    """One file of an edition as the manifest tells it; `sha256` in lower-case hex."""

    path: str
    bytes: int
    sha256: str
    media_type: str


class NewFile:
    """A file being written: `write` what it holds, then `finish` it. A file that is already there is never touched."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = name
        self._file = (folder / name).open("xb")
        self._digest = hashlib.sha256()
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        """Add to the file."""
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)

    def finish(self) -> File:
        """Tell what the file became; `sync_files` brings it to the disk with the others."""
        os.fchmod(self._file.fileno(), 0o444)
        self._file.close()
        return File(self._name, self.size, self._digest.hexdigest(), media_type(self._name))


def write_file(folder: Path, name: str, parts: Iterable[bytes]) -> File:
    """A whole file of an edition, from its parts."""
    with NewFile(folder, name) as file:
        for part in parts:
            file.write(part)
        return file.finish()


def finish_file(folder: Path, name: str) -> File:
    """Tell what a file is that another writer made."""
    with (folder / name).open("rb") as file:
        os.fchmod(file.fileno(), 0o444)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return File(name, file.tell(), digest, media_type(name))


def media_type(name: str) -> str:
    """The media type a file is served with, by the ending of its name."""
    return MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream")


def sync_files(folder: Path) -> None:
    """Bring every file in a folder to the disk, and the names.

    Many at a time: a disk that is asked for a hundred files at once takes little longer than for one.
    """
    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        list(pool.map(sync, folder.iterdir()))
    sync(folder)


def sync(path: Path) -> None:
    """Bring a file to the disk, or the names in a folder: without those a power cut may forget what was written."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
