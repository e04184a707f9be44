"""In what encoding a file is written: UTF-8, or Windows-1252 where nothing else fits. It is not guessed beyond that."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from auktor.core.errors import Refused

LONGEST_LINE: Final = 1_000_000

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MARKS_OF_PROSE = frozenset("–—‘’‚“”„…•€§°´·«»©®™ªº½¼¾²³\xa0")  # noqa: RUF001 -- the very characters meant


class UnreadableFile(Refused):
    """A file whose bytes cannot be read as text with certainty."""

    code = "UNREADABLE_FILE"


class Encoding(NamedTuple):
    """Python's name of an encoding, and what to tell about it where it is not plain UTF-8."""

    name: str
    note: str | None = None


def encoding_of(path: Path) -> Encoding:
    """How the file is written, from all its bytes; `UnreadableFile` where two readings are possible or none."""
    with path.open("rb") as file:
        begins = file.read(3)
    if begins[:2] in _OTHER_MARKS:
        raise UnreadableFile("The file is written in UTF-16. Save it again as UTF-8.")
    utf8_line, other_line = _lines_beyond_ascii(path)
    if other_line:
        return _windows_1252(path, utf8_line, other_line)
    if begins == _BYTE_ORDER_MARK:
        return Encoding("utf-8-sig", "begins with a byte order mark, which was skipped")
    return Encoding("utf-8")


def raw_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file with their ends; a line longer than a million bytes is refused before it fills the memory."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise UnreadableFile(
                    f"Line {number} is longer than {LONGEST_LINE:,} bytes. End every row with a line feed."
                )
            yield line


def _lines_beyond_ascii(path: Path) -> tuple[int | None, int | None]:
    """The first line whose letters beyond ASCII are UTF-8, and the first where they are not."""
    utf8_line = other_line = None
    for number, line in enumerate(raw_lines(path), start=1):
        if line.isascii():
            continue
        if _is_utf8(line):
            utf8_line = utf8_line or number
        else:
            other_line = other_line or number
    return utf8_line, other_line


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _windows_1252(path: Path, utf8_line: int | None, other_line: int) -> Encoding:
    if utf8_line:
        raise UnreadableFile(
            f"Line {utf8_line} is written in UTF-8 and line {other_line} is not. Save the whole file again as UTF-8."
        )
    for number, line in enumerate(raw_lines(path), start=1):
        if not _reads_as_windows_1252(line):
            raise UnreadableFile(
                f"Line {number} is written neither in UTF-8 nor in Windows-1252. Save the file again as UTF-8."
            )
    return Encoding("cp1252", "is not written in UTF-8; it was read as Windows-1252 (Latin-1)")


def _reads_as_windows_1252(line: bytes) -> bool:
    """Whether the bytes beyond ASCII come out as letters and marks that prose has."""
    try:
        text = line.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return all(letter.isascii() or letter.isalpha() or letter in _MARKS_OF_PROSE for letter in text)
