"""Text files as they travel: compressed once, when an edition is placed, for every reader who accepts it.

The manifest does not name them: they are the same file in another coat, and are checked by taking it off. Nothing in
them tells a time, a name or a machine. Ranges are of the file itself, never of its coat.
"""

import filecmp
import os
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import zstandard

from publish.files import media_type

SMALLEST = 1_000
"""Bytes below which a coat saves nothing: the file fits in one packet."""
_CHUNK = 1 << 20
_BROTLI: Any = import_module("brotli")  # it tells nothing of its types
_TEXTS = (
    "application/json",
    "application/ld+json",
    "application/n-triples",
    "application/x-ndjson",
    "application/rdf+xml",
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A content coding by its HTTP name, the ending of its files, and how it is begun."""

    name: str
    ending: str
    begin: Callable[[], "tuple[Callable[[bytes], bytes], Callable[[], bytes]]"]


def _gzip() -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    made = zlib.compressobj(6, zlib.DEFLATED, 16 + zlib.MAX_WBITS)  # a gzip head without name, and with time 0
    return made.compress, made.flush


def _brotli() -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    made = _BROTLI.Compressor(mode=_BROTLI.MODE_TEXT, quality=5)
    return made.process, made.finish


def _zstd() -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    made = zstandard.ZstdCompressor(level=6).compressobj()
    return made.compress, made.flush


ENCODINGS = (Encoding("br", ".br", _brotli), Encoding("zstd", ".zst", _zstd), Encoding("gzip", ".gz", _gzip))
"""In the order we prefer them where a reader accepts several alike."""


def is_text(media: str) -> bool:
    """Whether files of a media type shrink when they are compressed."""
    return media.startswith("text/") or media.partition(";")[0] in _TEXTS


def encode_files(folder: Path, before: Path | None = None, told: Callable[[int], None] = lambda _: None) -> None:
    """Write the coats of every text file in a folder beside it; both processors help where there are two.

    A text that the folder `before` holds too wears the coat it has there. `told` hears of the bytes of each coat.
    """
    texts = [path for path in sorted(folder.iterdir()) if is_text(media_type(path.name))]
    texts = [path for path in texts if path.stat().st_size >= SMALLEST]
    worn = {path: before if before and _same(before / path.name, path) else None for path in texts}
    pairs = [(path, coding, worn[path]) for path in texts for coding in ENCODINGS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for size in pool.map(_coat, *zip(*pairs, strict=True)) if pairs else ():
            told(size)


def _same(one: Path, other: Path) -> bool:
    return one.exists() and filecmp.cmp(one, other, shallow=False)


def _coat(path: Path, coding: Encoding, worn: Path | None) -> int:
    coat = Path(f"{path}{coding.ending}")
    if worn:
        with suppress(OSError):  # a file system without links, or that has no more for this file
            os.link(worn / coat.name, coat)
            return coat.stat().st_size
    return _encode(path, coding, coat)


def _encode(path: Path, coding: Encoding, coat: Path) -> int:
    compress, finish = coding.begin()
    with path.open("rb") as plain, coat.open("xb") as new:
        while part := plain.read(_CHUNK):
            new.write(compress(part))
        new.write(finish())
        os.fchmod(new.fileno(), 0o444)
        return new.tell()
