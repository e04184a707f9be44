"""Checked rows into temporary tables: cell by cell here, in batches, never a whole file in memory."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.errors import Refused
from db.load import cells
from db.load.delimited import Row
from db.load.layout import Column, Layout
from db.load.problems import Problem, Problems, problem_with_cell

NOTHING: Final = r"\N"

_BATCH_ROWS = 2_000
_REMEMBERED = 10_000
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the facts of a file come from, for the rows that do not say; None leaves it to the register or the law."""

    provenance: str | None
    reference: str | None
    legal_source: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be staged, or what was made of one: its name in reports, its columns, its rows.

    `entries` is how many entries of an outside file the rows were made from, where that is not the rows themselves.
    """

    label: str
    layout: Layout
    header: Sequence[str]
    rows: Iterable[Row | Problem]
    origin: Origin
    first_line: int = 1
    entries: int | None = None


@dataclass(slots=True)
class Stage:
    """The temporary table that holds a source's rows: `_line`, `_bad`, `key`, `id`, `_same` and the noun's columns."""

    name: str
    source: Source
    rows_read: int = 0
    rows_lost: int = 0

    @property
    def layout(self) -> Layout:
        """The noun of the rows."""
        return self.source.layout

    @property
    def label(self) -> str:
        """The file, as reports name it."""
        return self.source.label


async def staged(
    connection: AsyncConnection, source: Source, name: str, problems: Problems, tick: Callable[[int], None]
) -> Stage:
    """Copy the rows of `source` into the new temporary table `name`; `tick` hears how many rows are read.

    A row with a bad cell is copied without that cell and marked, so that others may still refer to it.
    """
    stage = Stage(name, source)
    await connection.exec_driver_sql(_table(name, source.layout))
    columns = _columns_of(source, problems)
    if columns is None:
        stage.rows_lost = 1
    else:
        lines = _lines(stage, _Reader(source, columns, problems), tick)
        await _copy(connection, name, ["_line", "_bad", *source.header], lines)
    await connection.exec_driver_sql(f"ANALYZE {name}")
    return stage


def _table(name: str, layout: Layout) -> str:
    fields = [f"{column.name} {column.kind}" for column in layout.columns.values()]
    numbers = [f"{column.stored} bigint" for column in layout.columns.values() if column.is_link and layout.keyed]
    key = ["key text", "id bigint", "_same bigint"] if layout.keyed else []
    described = ", ".join(["_line bigint", "_bad boolean", *key, *fields, *numbers])
    return f"CREATE TEMPORARY TABLE {name} ({described}) ON COMMIT DROP"


async def _copy(connection: AsyncConnection, table: str, columns: list[str], lines: AsyncIterator[bytes]) -> None:
    raw: Any = (await connection.get_raw_connection()).driver_connection
    await raw.copy_to_table(table, source=lines, columns=columns)


async def _lines(stage: Stage, reader: "_Reader", tick: Callable[[int], None]) -> AsyncIterator[bytes]:
    batch: list[str] = []
    for line in reader.lines():
        batch.append(line)
        if len(batch) == _BATCH_ROWS:
            tick(reader.rows_read)
            yield "".join(batch).encode()
            batch.clear()
    stage.rows_read, stage.rows_lost = reader.rows_read, reader.rows_lost
    tick(reader.rows_read)
    yield "".join(batch).encode()


def _columns_of(source: Source, problems: Problems) -> list[Column] | None:
    """The columns of the header, in its order; None where it cannot be understood."""
    known = {column.name: column for column in _known(source.layout)}
    wrong = [*_unknown(source, known), *_repeated(source), *_lacking(source)]
    for problem in wrong:
        problems.add(problem)
    return None if wrong else [known[name] for name in source.header]


def _known(layout: Layout) -> list[Column]:
    key = [Column("key", "key", "text", cells.key, required=True)] if layout.keyed else []
    return [*key, *layout.columns.values()]


def _unknown(source: Source, known: Iterable[str]) -> Iterator[Problem]:
    for name in source.header:
        if name not in known:
            like = get_close_matches(name.lower(), [*known], n=1)
            remedy = f"Rename it to {like[0]}" if like else f"Remove it; the columns are {', '.join(known)}"
            yield Problem(source.label, "The column is not known", remedy, source.first_line, name or "(no name)")


def _repeated(source: Source) -> Iterator[Problem]:
    for name in dict.fromkeys(name for name in source.header if source.header.count(name) > 1):
        yield Problem(source.label, "The column stands twice", "Keep one of them", source.first_line, name)


def _lacking(source: Source) -> Iterator[Problem]:
    layout = source.layout
    needed = ["key"] if layout.keyed else [column.name for column in layout.columns.values() if column.required]
    for name in needed:
        if name not in source.header:
            yield Problem(source.label, "The column is missing", "Add it", source.first_line, name)


class _Reader:
    """Turns rows into lines of COPY text; what is wrong with them goes to `problems`."""

    def __init__(self, source: Source, columns: Sequence[Column], problems: Problems) -> None:
        self.rows_read = 0
        self.rows_lost = 0
        self._source = source
        self._columns = columns
        self._problems = problems
        self._remembered: list[dict[str, str]] = [{} for _ in columns]

    def lines(self) -> Iterator[str]:
        """One line of COPY text a row."""
        for row in self._source.rows:
            self.rows_read += 1
            if isinstance(row, Problem):
                self._lose(row)
            elif len(row.cells) != len(self._columns):
                self._lose(wrong_width(self._source.label, row, len(self._columns)))
            else:
                yield self._line(row)

    def _lose(self, problem: Problem) -> None:
        self.rows_lost += 1
        self._problems.add(problem)

    def _line(self, row: Row) -> str:
        values: list[str] = []
        bad = "f"
        for text, column, remembered in zip(row.cells, self._columns, self._remembered, strict=True):
            value = remembered.get(text)
            if value is None:
                value = self._checked(row.line, column, text, remembered)
                if value is None:
                    bad = "t"
                    value = NOTHING
            values.append(value)
        return "\t".join((str(row.line), bad, *values)) + "\n"

    def _checked(self, line: int, column: Column, text: str, remembered: dict[str, str]) -> str | None:
        """The cell as COPY text, or None after its problem has been noted."""
        try:
            value = column.check(text).translate(_ESCAPED) if text.strip() else NOTHING
        except Refused as error:
            self._problems.add(problem_with_cell(self._source.label, line, column.name, text, error))
            return None
        if value == NOTHING and column.required:
            remedy = f"Fill it in: {column.name} is always known"
            self._problems.add(Problem(self._source.label, "The cell is empty", remedy, line, column.name))
            return None
        if len(remembered) >= _REMEMBERED:
            remembered.clear()
        remembered[text] = value
        return value


def wrong_width(label: str, row: Row, wanted: int) -> Problem:
    """What to say of a row that has more or fewer cells than the header."""
    reason = f"The row has {len(row.cells)} cells where the header has {wanted}"
    return Problem(label, reason, 'Put cells that hold the delimiter in "quotes"', row.line)
