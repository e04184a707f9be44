"""In which encoding a body is sent: the one the header Accept-Encoding weighs most among those that make it smaller."""

import gzip
import zlib
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from typing import Any, Protocol

import zstandard

from auktor.core.bounded import of_short_texts

# Below this, what is saved is less than the header that says so, and one packet holds it anyway.
SMALLEST_BYTES = 1_000
_BROTLI: Any = import_module("brotli")  # carries no types
_BROTLI_QUALITY = 5
_ZSTD_LEVEL = 5
_GZIP_LEVEL = 6
_GZIP_WINDOW = 31


class Encoding(StrEnum):
    """The encodings, the preferred one first among equals."""

    ZSTD = "zstd"
    BROTLI = "br"
    GZIP = "gzip"


class Stream(Protocol):
    """A body that is compressed while it comes: nothing of a part is held back until the next."""

    def part(self, body: bytes) -> bytes:
        """What can be sent once this part has come."""
        ...

    def end(self, body: bytes) -> bytes:
        """The rest, with the last part."""
        ...


@of_short_texts
def chosen_encoding(accept: str | None) -> Encoding | None:
    """The encoding that `accept` weighs most, the first among equals; None where it names none of ours."""
    if not accept:
        return None
    wishes = dict(_wishes(accept))
    best = max(Encoding, key=lambda each: wishes.get(each.value, wishes.get("*", 0.0)))
    return best if wishes.get(best.value, wishes.get("*", 0.0)) > 0 else None


def compressed(body: bytes, encoding: Encoding) -> bytes:
    """A whole body."""
    if encoding is Encoding.ZSTD:
        return zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(body)
    if encoding is Encoding.BROTLI:
        return bytes(_BROTLI.compress(body, quality=_BROTLI_QUALITY))
    return gzip.compress(body, _GZIP_LEVEL, mtime=0)


def stream(encoding: Encoding) -> Stream:
    """A body that comes in parts."""
    streams: dict[Encoding, type[Stream]] = {Encoding.ZSTD: _Zstd, Encoding.BROTLI: _Brotli, Encoding.GZIP: _Gzip}
    return streams[encoding]()


class _Zstd:
    def __init__(self) -> None:
        self._made = zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compressobj()

    def part(self, body: bytes) -> bytes:
        return self._made.compress(body) + self._made.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)

    def end(self, body: bytes) -> bytes:
        return self._made.compress(body) + self._made.flush()


class _Brotli:
    def __init__(self) -> None:
        self._made = _BROTLI.Compressor(quality=_BROTLI_QUALITY)

    def part(self, body: bytes) -> bytes:
        return bytes(self._made.process(body) + self._made.flush())

    def end(self, body: bytes) -> bytes:
        return bytes(self._made.process(body) + self._made.finish())


class _Gzip:
    def __init__(self) -> None:
        self._made = zlib.compressobj(_GZIP_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)

    def part(self, body: bytes) -> bytes:
        return self._made.compress(body) + self._made.flush(zlib.Z_SYNC_FLUSH)

    def end(self, body: bytes) -> bytes:
        return self._made.compress(body) + self._made.flush()


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, _, parameter = part.partition(";")
        yield name.strip().lower(), _weight(parameter.strip().lower())


def _weight(parameter: str) -> float:
    try:
        return float(parameter.removeprefix("q=")) if parameter.startswith("q=") else 1.0
    except ValueError:
        return 0.0
