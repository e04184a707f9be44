"""Every table in one SQLite file, with keys, references and the dictionary: opens in Datasette and DuckDB as it is.

Made from the NDJSON files of the same edition. The bytes follow from the rows: the tables are written in order, in one
go, and the two counters of the header that tell of the writer are set to fixed values.
"""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from publish.columns import Column, Kind
from publish.progress import Told, unheard
from publish.reading import records
from publish.tables import TABLES, Table

NAME = "register.sqlite"

_TYPES: dict[Kind, str] = {
    Kind.KEY: "TEXT",
    Kind.TEXT: "TEXT",
    Kind.CODE: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.DECIMAL: "TEXT",
    Kind.DATE: "TEXT",
    Kind.BOOLEAN: "INTEGER",
}
_PAGE_BYTES = 4096
# Of the file format: the change counter, and beside it the version of the library that wrote last.
_CHANGE_COUNTER, _VALID_FOR, _WRITER = slice(24, 28), slice(92, 96), slice(96, 100)
_ONE, _WRITER_VERSION = (1).to_bytes(4, "big"), (3_040_000).to_bytes(4, "big")


def write_sqlite(folder: Path, name: str, told: Told = unheard) -> None:
    """Write the file `name` from the NDJSON files in the folder."""
    try:
        _write(folder, name, told)
    except sqlite3.OperationalError as error:
        raise _as_of_the_disk(error, folder / name) from error
    _forget_writer(folder / name)


def _as_of_the_disk(error: sqlite3.OperationalError, path: Path) -> Exception:
    """What SQLite says of a disk that is full or fails, as every other writer says it."""
    code = error.sqlite_errorcode & 0xFF
    number = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR: errno.EIO}.get(code)
    return OSError(number, os.strerror(number), str(path)) if number else error


def _write(folder: Path, name: str, told: Told) -> None:
    with closing(sqlite3.connect(folder / name, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        # The file is private until it is whole, and brought to the disk with the others.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(_create(table))
            database.executemany(
                _insert(table.name, len(table.names)),
                (tuple(record.values()) for record in records(folder, table, told)),
            )
        _write_dictionary(database)
        database.execute("COMMIT")


def _create(table: Table) -> str:
    lines = [*map(_column, table.columns), f"UNIQUE ({_listed(table.key)})"]
    lines += [
        f'FOREIGN KEY ({_listed(reference.columns)}) REFERENCES "{reference.to}" ({_listed(reference.columns)})'
        for reference in table.references
    ]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.kind]}{" NOT NULL" if column.required else ""}'


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _insert(name: str, columns: int) -> str:
    return f'INSERT INTO "{name}" VALUES ({", ".join("?" * columns)})'  # noqa: S608 -- names are the declared tables' own


def _write_dictionary(database: sqlite3.Connection) -> None:
    """The meaning of every column, to be asked for in SQL."""
    names = ("table_name", "column_name", "meaning_en", "meaning_sv", "unit", "legal_source")
    database.execute(f"CREATE TABLE dictionary ({', '.join(f'{name} TEXT' for name in names)})")
    told = [
        (table.name, column.name, column.meaning.en, column.meaning.sv, column.meaning.unit, column.meaning.law)
        for table in TABLES
        for column in table.columns
    ]
    database.executemany(_insert("dictionary", len(names)), told)


def _forget_writer(path: Path) -> None:
    with path.open("r+b") as file:
        for place, value in ((_CHANGE_COUNTER, _ONE), (_VALID_FOR, _ONE), (_WRITER, _WRITER_VERSION)):
            file.seek(place.start)
            file.write(value)
