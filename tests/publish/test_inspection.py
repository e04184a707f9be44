"""A fault of the program that writes the files is found before anybody sees them: nothing is published."""

import csv
import io
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database
from publish import build, snapshot
from publish.as_csv import CsvLines
from publish.checks import EditionRefused
from publish.files import NewFile
from publish.rdf import RdfXml
from publish.release import publish
from publish.tables import Table

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
Take = Callable[[bytes], None]


@pytest.fixture(scope="module")
async def register(module_register: str) -> AsyncGenerator[Database, None]:
    database = Database(module_register)
    yield database
    await database.close()


async def refusal(register: Database, folder: Path) -> str:
    with pytest.raises(EditionRefused) as refused:
        await publish(register, folder, now=NOW)
    assert not (folder / "current.json").exists()
    assert list((folder / "editions").iterdir()) == []
    return str(refused.value)


async def test_a_csv_whose_columns_changed_places_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swapped(self: CsvLines, copied: bytes, rows: int) -> bytes:
        return right(self, copied_again([[*row[1::-1], *row[2:]] for row in cells(copied)]), rows)

    right = CsvLines.encode
    monkeypatch.setattr(CsvLines, "encode", swapped)
    said = await refusal(register, tmp_path)
    assert "suppliers.csv, row 1: says otherwise than suppliers.ndjson" in said


async def test_a_csv_whose_headings_changed_places_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swapped(self: CsvLines, table: Table) -> None:
        right(self, table)
        first, second, *others = self.header.split(b",")
        self.header = b",".join([second, first, *others])

    right = CsvLines.__init__
    monkeypatch.setattr(CsvLines, "__init__", swapped)
    assert "suppliers.csv, the header: is not supplier,organisation_number," in await refusal(register, tmp_path)


async def test_a_byte_order_mark_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def marked(self: CsvLines, table: Table) -> None:
        right(self, table)
        self.header = b"\xef\xbb\xbf" + self.header

    right = CsvLines.__init__
    monkeypatch.setattr(CsvLines, "__init__", marked)
    assert "suppliers.csv, the file: begins with a byte order mark" in await refusal(register, tmp_path)


async def test_a_file_that_is_not_what_its_hash_says_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(self: NewFile, data: bytes) -> None:
        right(self, data)
        if self._name == "LICENSE.txt":
            self._file.write(b"!")

    right = NewFile.write
    monkeypatch.setattr(NewFile, "write", torn)
    assert "LICENSE.txt, the file: has the SHA-256" in await refusal(register, tmp_path)


async def test_a_node_without_address_in_the_catalogue_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = RdfXml.node
    monkeypatch.setattr(RdfXml, "node", lambda self, node: _without_address(right(self, node)))
    assert "has a node without address" in await refusal(register, tmp_path)


def _without_address(element: str) -> str:
    return element.replace(' rdf:about="http://127.0.0.1:8000/id/contact"', "")


async def test_a_catalogue_that_leads_to_other_bytes_is_refused(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = RdfXml.node
    monkeypatch.setattr(RdfXml, "node", lambda self, node: right(self, node).replace("000001/fees.csv", "000001/f.csv"))
    said = await refusal(register, tmp_path)
    assert "catalog.rdf, http://127.0.0.1:8000/id/distribution/fees.csv: does not say what" in said


def wrong_row(table_name: str, column: str, value: str) -> Callable[..., Awaitable[None]]:
    """The rows of the register, but for one value that the database itself would not have let in."""

    async def doctored(connection: AsyncConnection, table: Table, as_of: date, known_at: datetime, take: Take) -> None:
        def taken(copied: bytes) -> None:
            first, *others = cells(copied)
            first[table.names.index(column)] = value
            take(copied_again([first, *others]))

        given = taken if table.name == table_name else take
        await snapshot.copy_rows(connection, table, as_of, known_at, given)

    return doctored


def cells(copied: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(copied.decode(), newline="")))


def copied_again(rows: list[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (
            ("suppliers", "organisation_number", "556000-0168"),
            "suppliers, alfa DIGITAL_POST: organisation_number is not an organisation number",
        ),
        (("services", "supplier", "nobody"), "nobody E_IDENTIFICATION is not in suppliers"),
        (("services", "status", "GONE"), "services, alfa E_IDENTIFICATION alfa-one: status is no word of its list"),
    ],
    ids=["wrong check digit", "broken reference", "unknown code"],
)
async def test_a_row_that_must_not_leave_stops_the_whole_edition(
    register: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: tuple[str, str, str], reason: str
) -> None:
    monkeypatch.setattr(build, "copy_rows", wrong_row(*place))
    assert reason in await refusal(register, tmp_path)


async def test_without_a_fault_the_same_register_is_published(register: Database, tmp_path: Path) -> None:
    await publish(register, tmp_path, now=NOW)
    assert (tmp_path / "current.json").exists()
