"""Rows of a delimited text file, each with the line it begins on, or with what is wrong with it."""

import csv
from collections.abc import Container, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Final, NamedTuple

from db.load.encoding import Encoding, encoding_of
from db.load.problems import Problem

DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}


class Row(NamedTuple):
    """One row: the line it begins on, counted from 1 with the header, and its cells."""

    line: int
    cells: list[str]


class Header(NamedTuple):
    """What the first row of a file tells: its columns, and how the file is written."""

    columns: tuple[str, ...]
    delimiter: str
    encoding: Encoding

    @property
    def notes(self) -> tuple[str, ...]:
        """What was accepted although it is not the format: another delimiter, another encoding."""
        other = f"is delimited by {DELIMITERS[self.delimiter]}" if self.delimiter != "," else None
        return tuple(note for note in (self.encoding.note, other) if note)


def header_of(path: Path, known: Container[str]) -> Header | Problem:
    """The header of a file, read with the delimiter that gives most columns of `known`."""
    encoding = encoding_of(path)
    readings = [_first_row(path, encoding, delimiter) for delimiter in DELIMITERS]
    return max(readings, key=lambda reading: _columns_known(reading, known))


def _columns_known(reading: Header | Problem, known: Container[str]) -> int:
    return -1 if isinstance(reading, Problem) else sum(column in known for column in reading.columns)


def _first_row(path: Path, encoding: Encoding, delimiter: str) -> Header | Problem:
    with opened(path, encoding) as file:
        for row in rows_of(file, path.name, delimiter):
            return row if isinstance(row, Problem) else Header(_names(row.cells), delimiter, encoding)
    return Problem(path.name, "The file is empty", "Begin it with a row that names its columns")


def _names(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)


def opened(path: Path, encoding: Encoding) -> TextIOWrapper:
    """The file as text in which only a line feed ends a line."""
    return path.open(encoding=encoding.name, newline="\n")


def rows_of(file: TextIOWrapper, label: str, delimiter: str) -> Iterator[Row | Problem]:
    """Every row, the header first; empty lines are passed over.

    A row that cannot be taken apart is a `Problem` in its place. After a quote that is never closed nothing can be told
    apart, so there the file ends.
    """
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _broken(label, line, str(error))
            if any(sign in str(error) for sign in _NEVER_CLOSED):
                return
        else:
            if cells:
                yield Row(line, cells)


_NEVER_CLOSED = ("unexpected end of data", "field larger")


def _broken(label: str, line: int, error: str) -> Problem:
    if any(sign in error for sign in _NEVER_CLOSED):
        return Problem(label, "A quoted cell is never closed", 'Close it with ", or double every " inside a cell', line)
    if "new-line character" in error:
        return Problem(label, "The row holds a lone carriage return", "End every row with a line feed", line)
    return Problem(label, 'There is text after a closing "', 'Double every " inside a cell', line)
