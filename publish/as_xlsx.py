"""`suppliers.xlsx`, for people: a sheet a table with Swedish headings, and one that tells edition and licence.

Every cell is text, so that no organisation number loses its hyphen and no amount its last decimals, and none is a
formula: what would begin one is marked as text, so that it stays text when somebody edits the cell or pastes it on.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from publish.columns import Kind
from publish.manifest import Imprint, moment
from publish.progress import Told, unheard
from publish.reading import records
from publish.tables import TABLES, Table
from publish.workbook import Properties, Sheet, write_workbook

NAME = "suppliers.xlsx"
ROWS_IN_A_SHEET = 20_000
"""What a sheet holds at most; a longer table is for programs, and the first sheet says where it is."""


def write_xlsx(folder: Path, imprint: Imprint, rows: dict[str, int], told: Told = unheard) -> None:
    """Write `suppliers.xlsx` from the NDJSON files in the folder; `rows` tells how long each table is."""
    about = list(_about(imprint, rows))
    sheets = [
        Sheet(sheet_name(table), _headings(table), _rows(folder, table, told), rows[table.name])
        for table in TABLES
        if rows[table.name] <= ROWS_IN_A_SHEET
    ]
    properties = Properties(
        title=f"Registret över auktorisationssystem, utgåva {imprint.number}",
        author=imprint.publisher.name_sv,
        comments="CC0 1.0",
        created=imprint.issued,  # of the edition, not of the clock: equal editions have equal bytes
    )
    first = Sheet("Om utgåvan", ["uppgift", "värde"], about, len(about))
    write_workbook(folder / NAME, properties, [first, *sheets])


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


def _headings(table: Table) -> list[str]:
    """What each column means, in Swedish, with its name in the other files."""
    return [f"{column.meaning.sv.replace('`', '')}\n{column.name}" for column in table.columns]


def _rows(folder: Path, table: Table, told: Told) -> Iterator[Iterable[str | None]]:
    no_texts = [column.name for column in table.columns if column.kind in {Kind.BOOLEAN, Kind.INTEGER}]
    for record in records(folder, table, told):
        for name in no_texts:
            record[name] = _said(record[name])
        yield record.values()


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
