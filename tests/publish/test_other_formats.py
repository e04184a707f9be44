"""Every format, read back by the tools its readers use, holds the same facts."""

from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from openpyxl.utils.escape import unescape

from publish import as_parquet
from publish.as_xlsx import sheet_name
from publish.checks import EditionRefused
from publish.columns import Kind
from publish.tables import TABLES, Table
from publish.workbook import Properties, Sheet, write_workbook
from tests.publish.reading import Rows, imprint_of, ndjson_rows
from tests.publish.small_register import AWKWARD

TYPED = {Kind.DATE: date.fromisoformat, Kind.DECIMAL: Decimal}


def typed(edition: Path, table: Table) -> Rows:
    """The rows with real dates and decimals."""
    kinds = {column.name: TYPED.get(column.kind, lambda value: value) for column in table.columns}
    return [
        {name: value if value is None else kinds[name](value) for name, value in row.items()}
        for row in ndjson_rows(edition, table.name)
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_holds_the_same_facts_in_typed_columns(edition: Path, table: Table) -> None:
    read = pq.read_table(edition / f"{table.name}.parquet")
    assert read.to_pylist() == typed(edition, table)
    assert pq.read_metadata(edition / f"{table.name}.parquet").metadata[b"licence"] == b"CC0-1.0"


def test_duckdb_reads_csv_parquet_and_ndjson_alike(edition: Path) -> None:
    with duckdb.connect() as connection:
        ask = "SELECT organisation_number, system, in_force_from::VARCHAR FROM {} ORDER BY ALL"
        told = {
            ending: connection.sql(ask.format(f"'{edition}/suppliers.{ending}'")).fetchall()
            for ending in ("csv", "parquet", "ndjson")
        }
    alfa, beta = "556000-0167", "556000-0175"
    said = [
        (alfa, "DIGITAL_POST", "2026-02-01"),
        (alfa, "E_IDENTIFICATION", "2026-01-01"),
        (beta, "E_IDENTIFICATION", "2026-01-01"),
    ]
    assert told == {"csv": said, "parquet": said, "ndjson": said}


def sheet(edition: Path, name: str) -> list[list[Any]]:
    workbook = openpyxl.load_workbook(edition / "suppliers.xlsx", read_only=True)
    rows = workbook[name].iter_rows(values_only=True)
    # A carriage return stands as _x000D_, which Excel reads and this library leaves to its caller.
    return [[unescape(value) if isinstance(value, str) else value for value in row] for row in rows]


def in_words(value: object) -> str | None:
    return {True: "ja", False: "nej"}[value] if isinstance(value, bool) else None if value is None else str(value)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_workbook_holds_the_same_facts_as_text(edition: Path, table: Table) -> None:
    headings, *rows = sheet(edition, sheet_name(table))
    assert [heading.partition("\n")[2] for heading in headings] == list(table.names)
    assert rows == [[in_words(value) for value in row.values()] for row in ndjson_rows(edition, table.name)]


def test_headings_are_swedish_and_the_first_sheet_tells_edition_and_licence(edition: Path) -> None:
    assert sheet(edition, "Leverantörer")[0][1] == "Organisationsnummer\norganisation_number"
    about = {row[0]: row[1] for row in sheet(edition, "Om utgåvan")}
    assert (about["Utgåva"], about["Uppgifterna gäller"]) == ("1", "2026-05-01")
    assert about["Licens"] == "CC0 1.0, fria att använda: https://creativecommons.org/publicdomain/zero/1.0/"


def written(path: Path, headings: list[str], rows: list[list[str | None]]) -> Path:
    properties = Properties("title", "author", "comments", datetime(2026, 5, 1, tzinfo=UTC))
    write_workbook(path, properties, [Sheet("blad", headings, rows, len(rows))])
    return path


def test_no_cell_is_a_formula_and_what_would_begin_one_is_marked_as_text(tmp_path: Path) -> None:
    begins = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "harmless"]
    read = openpyxl.load_workbook(written(tmp_path / "injected.xlsx", ["text"], [[text] for text in begins]))["blad"]
    cells = [row[0] for row in read.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in begins]
    assert [cell.quotePrefix for cell in cells] == [True, True, True, True, True, False]


def written_by_xlsxwriter(path: Path, headings: list[str], rows: list[list[str | None]]) -> Path:
    with import_module("xlsxwriter").Workbook(path, {"constant_memory": True}) as workbook:
        sheet, heading = workbook.add_worksheet("blad"), workbook.add_format({"bold": True})
        text, harmless = (workbook.add_format({"num_format": "@", "quote_prefix": quoted}) for quoted in (False, True))
        for place, each in enumerate(headings):
            sheet.write_string(0, place, each, heading)
        for row, place in product(range(len(rows)), range(len(headings))):
            each = rows[row][place]
            if each is not None:
                sheet.write_string(row + 1, place, each, harmless if each.startswith(("=", "-")) else text)
    return path


def cells(path: Path) -> bytes:
    with ZipFile(path) as packed:
        return packed.read("xl/worksheets/sheet1.xml").partition(b"<sheetData>")[2].partition(b"</sheetData>")[0]


def test_cells_are_written_as_xlsxwriter_writes_them(tmp_path: Path) -> None:
    texts = [
        "plain, åäö",
        " led",
        "trailed ",
        '<b> & "q"',
        "a\nb",
        "a\r\nb",
        "_x0041_",
        "_xyz_",
        "\x01",
        "\ufffe",
        "=1",
        "-",
        "",
    ]
    rows = [[text, None, "E_IDENTIFICATION", *[None] * 24, text] for text in texts]
    headings = ["Rubrik & namn\nname"] * 28
    ours, its_own = (
        writer(tmp_path / f"{writer.__name__}.xlsx", headings, rows) for writer in (written, written_by_xlsxwriter)
    )
    assert cells(ours) == cells(its_own)


def test_a_text_that_looks_like_escapes_is_read_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path / "escapes.xlsx", ["text"], [["_x0041_x0042_"]])
    assert unescape(openpyxl.load_workbook(path)["blad"]["A2"].value) == "_x0041_x0042_"


def test_a_text_too_long_for_a_cell_is_refused_not_cut(tmp_path: Path) -> None:
    with pytest.raises(EditionRefused, match=r"row 1 of the sheet blad has a text of 32768 characters"):
        written(tmp_path / "long.xlsx", ["text"], [["x" * 32_768]])


def test_the_workbook_has_the_time_of_the_edition_not_of_the_clock(edition: Path) -> None:
    with ZipFile(edition / "suppliers.xlsx") as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b">2026-05-01T12:00:00Z</dcterms:created>" in packed.read("docProps/core.xml")


def test_text_of_any_kind_survives_parquet_and_the_workbook(edition: Path) -> None:
    read = {row["public_actor"]: row["name"] for row in pq.read_table(edition / "public-actors.parquet").to_pylist()}
    assert read["awkward"] == AWKWARD
    assert AWKWARD in [row[1] for row in sheet(edition, "Offentliga aktörer")]


def test_an_edition_with_parquet_is_not_built_without_it(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "find_spec", lambda _: None)
    assert not as_parquet.available()
    with pytest.raises(as_parquet.ParquetMissing, match=r"pip install 'auktor\[parquet\]'"):
        as_parquet.write_parquet(edition, imprint_of(edition))
