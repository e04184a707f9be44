"""`suppliers.xlsx`, for people: a sheet a table with Swedish headings, and one that tells edition and licence.

Every cell is text, so that no organisation number loses its hyphen and no amount its last decimals, and none is a
formula: what would begin one is marked as text, so that it stays text when somebody edits the cell or pastes it on.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from publish.checks import EditionRefused
from publish.manifest import Imprint, moment
from publish.progress import Told, unheard
from publish.reading import records
from publish.tables import TABLES, Table

NAME = "suppliers.xlsx"
ROWS_IN_A_SHEET = 20_000
"""What a sheet holds at most; a longer table is for programs, and the first sheet says where it is."""

_BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
# What cannot stand in XML as it is, is escaped by Excel's rules, or would be taken for a formula or for padding.
_AWKWARD = re.compile(r"^[=+\-@\s]|\s$|_x|[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONGEST_CELL = 32_767
_WIDEST, _NARROWEST = 60, 10


def write_xlsx(folder: Path, imprint: Imprint, rows: dict[str, int], told: Told = unheard) -> None:
    """Write `suppliers.xlsx` from the NDJSON files in the folder; `rows` tells how long each table is."""
    with _as_of_the_disk(), _new_workbook(folder / NAME) as workbook:
        workbook.set_properties(
            {
                "title": f"Registret över auktorisationssystem, utgåva {imprint.number}",
                "author": imprint.publisher.name_sv,
                "comments": "CC0 1.0",
                # Of the edition, not of the clock: equal editions have equal bytes.
                "created": imprint.issued.astimezone(UTC).replace(tzinfo=None),
            }
        )
        sheets = _Sheets(workbook)
        sheets.write("Om utgåvan", ["uppgift", "värde"], _about(imprint, rows))
        for table in TABLES:
            if rows[table.name] <= ROWS_IN_A_SHEET:
                sheets.write(sheet_name(table), _headings(table), _rows(folder, table, told))


@contextmanager
def _as_of_the_disk() -> Generator[None, None, None]:
    """Let an error of the disk be one; the library hides it in one of its own."""
    try:
        yield
    except import_module("xlsxwriter.exceptions").FileCreateError as error:
        raise error.args[0] from None


def _new_workbook(path: Path) -> Any:  # noqa: ANN401 -- xlsxwriter has no types
    """A workbook whose rows are written as they come, beside it: nothing of it is held in memory."""
    # Imported here: it takes a tenth of a second, for which no other command should wait.
    return import_module("xlsxwriter").Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent)})


def sheet_name(table: Table) -> str:
    """What a table's sheet is called; Excel allows 31 characters."""
    return _SHEETS[table.name]


_SHEETS = {
    "suppliers": "Leverantörer",
    "services": "Tjänster",
    "status-history": "Statushistorik",
    "regulations": "Föreskrifter",
    "fees": "Avgifter",
    "public-actors": "Offentliga aktörer",
    "contract-statistics": "Anslutna per månad",
}


class _Sheets:
    """Writes sheets of text into a workbook."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 -- xlsxwriter has no types
        self._workbook = workbook
        self._heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._text = workbook.add_format({"num_format": "@"})
        # As if an apostrophe had been typed before it.
        self._harmless = workbook.add_format({"num_format": "@", "quote_prefix": True})

    def write(self, name: str, headings: Sequence[str], rows: Iterator[Sequence[str | None]]) -> None:
        """One sheet: its headings stay in sight and filter the rows."""
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for place, heading in enumerate(headings):
            sheet.set_column(place, place, min(max(len(heading), _NARROWEST), _WIDEST))
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, self._heading)
        last = _Rows(sheet, self._text, self._harmless).write(rows)
        sheet.autofilter(0, 0, last, len(headings) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})


class _Rows:
    """Writes the rows of a sheet below its headings, as XlsxWriter would write each cell, ten times as fast.

    It goes behind that library's interface, straight to the file in which the sheet is put together: a test holds that
    the bytes are those that come of its own way.
    """

    def __init__(self, sheet: Any, text: Any, harmless: Any) -> None:  # noqa: ANN401 -- xlsxwriter has no types
        self._sheet = sheet
        sheet._write_single_row(1)  # noqa: SLF001 -- the headings, which wait for the next row
        self._plain, self._harmless = (partial(_begin, each) for each in (text, harmless))

    def write(self, rows: Iterator[Sequence[str | None]]) -> int:
        """Write every row, and give the place of the last."""
        sheet, number, begin = self._sheet, 1, self._plain()
        columns = [f'<c r="{column_name(place)}' for place in range(sheet.dim_colmax + 1)]
        for number, row in enumerate(rows, start=2):
            begin_here = f"{number}{begin}"
            cells = [
                f"{column}{begin_here}{text}</t></is></c>"
                if _AWKWARD.search(text) is None and len(text) <= _LONGEST_CELL
                else f"{column}{number}{self._awkward(number, text)}</t></is></c>"
                for column, text in zip(columns, row, strict=True)
                if text is not None
            ]
            sheet.fh.write(f'<row r="{number}">{"".join(cells)}</row>')
        sheet.dim_rowmax = number - 1
        return number - 1

    def _awkward(self, number: int, text: str) -> str:
        """A cell whose text needs care, from its style to its text."""
        sheet = self._sheet
        if len(text) > _LONGEST_CELL:
            raise EditionRefused(
                f"Nothing was published, for row {number - 1} of the sheet {sheet.get_name()} has a text of "
                f"{len(text)} characters; a cell holds {_LONGEST_CELL}. Shorten it in the register and publish again."
            )
        begin = self._harmless if text.startswith(_BEGIN_FORMULAS) else self._plain
        escaped: str = sheet._escape_data(sheet._escape_control_characters(text))  # noqa: SLF001 -- Excel's own rules
        return begin(' xml:space="preserve"' if text != text.strip() else "") + escaped


def _begin(style: Any, kept: str = "") -> str:  # noqa: ANN401 -- xlsxwriter has no types
    """A cell from behind its place to its text. A style has a number once it is used, in the order of use."""
    return f'" s="{style._get_xf_index()}" t="inlineStr"><is><t{kept}>'  # noqa: SLF001 -- as above


def column_name(place: int) -> str:
    """What a sheet calls its columns: A to Z, then AA and on."""
    first, last = divmod(place, 26)
    return (column_name(first - 1) if first else "") + chr(ord("A") + last)


def _headings(table: Table) -> list[str]:
    """What each column means, in Swedish, with its name in the other files."""
    return [f"{column.meaning.sv.replace('`', '')}\n{column.name}" for column in table.columns]


def _rows(folder: Path, table: Table, told: Told) -> Iterator[Sequence[str | None]]:
    for record in records(folder, table, told):
        yield list(map(_said, record.values()))


def _said(value: Any) -> str | None:  # noqa: ANN401 -- whatever JSON holds
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return None if value is None else str(value)


def _about(imprint: Imprint, rows: dict[str, int]) -> Iterator[Sequence[str | None]]:
    yield "Register", "Registret över auktorisationssystem (lag 2023:704)"
    yield "Utgåva", str(imprint.number)
    yield "Utgiven", moment(imprint.issued)
    yield "Uppgifterna gäller", imprint.as_of.isoformat()
    yield "Nästa utgåva senast", moment(imprint.next_update)
    yield "Utgivare", imprint.publisher.name_sv
    yield "Kontakt", imprint.publisher.email
    yield "Licens", "CC0 1.0, fria att använda: https://creativecommons.org/publicdomain/zero/1.0/"
    yield "Hur säker en rad är", "OFFICIAL officiell uppgift; REPORTED rapporterad; EXAMPLE påhittat exempel"
    yield "Perioder", "Slutdagen ingår inte."
    for table in TABLES:
        count = rows[table.name]
        yield table.sv, f"{count} rader" + ("" if count <= ROWS_IN_A_SHEET else f", för många här: {table.name}.csv")
