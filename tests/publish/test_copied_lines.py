"""Rows as PostgreSQL copies them, and the CSV files that they become."""

import csv
import io
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.dialects.postgresql import asyncpg

from auktor.core.moment import Moment
from publish.as_csv import CsvLines, CsvRows
from publish.snapshot import statement
from publish.tables import PUBLIC_ACTORS, TABLES, Table

_TABLES = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@_TABLES
def test_a_csv_is_byte_for_byte_what_the_standard_library_writes_of_its_rows(edition: Path, table: Table) -> None:
    lines = (edition / f"{table.name}.ndjson").read_bytes().splitlines()
    rows = [list(map(_cell, msgspec.json.decode(line).values())) for line in lines]
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([table.names, *rows])
    assert (edition / f"{table.name}.csv").read_bytes() == written.getvalue().encode()


def _cell(value: object) -> object:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


@_TABLES
def test_the_statement_kept_for_a_table_says_what_its_select_says_of_the_moment(table: Table) -> None:
    known_at = datetime(2026, 5, 1, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    at = Moment(date(2026, 4, 30), known_at.astimezone(UTC))
    compiled = table.copied(at).compile(dialect=asyncpg.dialect(), compile_kwargs={"literal_binds": True})
    assert statement(table, at.as_of, known_at) == str(compiled)
    assert "2026-05-01 10:00:00.123456+00:00" in str(compiled)


def test_lines_end_in_crlf_and_a_line_feed_within_a_cell_stays_alone() -> None:
    copied = b'a,"x\ny, ""z\n""",b\n"\n",,"\r\n"\nc,d,e\n'
    assert CsvLines(PUBLIC_ACTORS).encode(copied, 3) == b'a,"x\ny, ""z\n""",b\r\n"\n",,"\r\n"\r\nc,d,e\r\n'


def test_cells_are_read_as_what_their_column_is() -> None:
    table = next(table for table in TABLES if table.name == "regulations")
    values = {"regulation": "mdffs", "year": "2025", "title": '"Avgift, ""ny""\r\nrad"'}
    copied = ",".join(values.get(name, "") for name in table.names).encode() + b"\n"
    read = dict(zip(table.names, CsvRows(table).columns(copied), strict=True))
    assert (read["year"], read["title"], read["number"]) == ([2025], ['Avgift, "ny"\r\nrad'], [None])
