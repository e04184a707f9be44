"""A table longer than any part it is copied, written or packed in: every format holds every row of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
import sqlalchemy as sa
from openpyxl.utils.escape import unescape

from db import write
from db.engine import Database
from publish.as_parquet import _ROWS_IN_A_GROUP
from publish.as_xlsx import ROWS_IN_A_SHEET
from publish.checks import Problem
from publish.inspection import wrong_csv
from publish.release import Published, publish
from publish.tables import PUBLIC_ACTORS
from tests.publish.reading import Rows, as_written, csv_rows, ndjson_rows

ACTORS, FEW = 12_000, 10_000
TABLE = "public-actors"
FILL = f"""
    INSERT INTO public_actor_identity (key) SELECT 'lang-' || n FROM generate_series(1, {ACTORS}) AS n;
    INSERT INTO public_actor
        (id, revision, recorded_from, valid_from, provenance, reference, legal_source, name, category)
    SELECT i.id, r.number, r.recorded_at, '2024-01-01', 'EXAMPLE', 'a test', 'SFS 2023:704 4 §',
        'Förbund ' || i.key || CASE i.id % 3 WHEN 0 THEN ', "norra"' WHEN 1 THEN E'\\r\\nsödra\\n' ELSE '' END,
        'MUNICIPAL_ASSOCIATION'
    FROM public_actor_identity AS i, revision AS r WHERE i.key LIKE 'lang-%'"""  # noqa: S608 -- a number of ours


@pytest.fixture(scope="module")
async def long(module_register: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with twelve thousand actors more, a third with commas and quotes and a third with ends of lines."""
    database = Database(module_register)
    async with database.writing() as connection:
        await write.begin(connection)
        for statement in FILL.split(";"):
            await connection.execute(sa.text(statement))
    folder = tmp_path_factory.mktemp("opendata")
    published = await publish(database, folder, now=datetime(2026, 5, 1, 12, 0, tzinfo=UTC))
    await database.close()
    assert isinstance(published, Published)
    return published.path


@pytest.fixture(scope="module")
async def told(long: Path) -> Rows:
    return ndjson_rows(long, TABLE)


async def test_the_table_is_longer_than_every_part(told: Rows) -> None:
    assert _ROWS_IN_A_GROUP < len(told) == ACTORS + 2 < ROWS_IN_A_SHEET
    assert len({row["public_actor"] for row in told}) == len(told)


async def test_csv_holds_every_row(long: Path, told: Rows) -> None:
    assert csv_rows(long, TABLE) == [{name: as_written(value) for name, value in row.items()} for row in told]


async def test_parquet_holds_every_row(long: Path, told: Rows) -> None:
    read = pq.read_table(long / f"{TABLE}.parquet", columns=["public_actor", "name", "connected"]).to_pylist()
    assert read == [{name: row[name] for name in ("public_actor", "name", "connected")} for row in told]


async def test_sqlite_holds_every_row(long: Path, told: Rows) -> None:
    with closing(sqlite3.connect(long / "register.sqlite")) as database:
        read = database.execute(f'SELECT public_actor, name, connected FROM "{TABLE}" ORDER BY rowid')  # noqa: S608
        assert read.fetchall() == [(row["public_actor"], row["name"], row["connected"]) for row in told]


def found(folder: Path) -> list[Problem]:
    return list(wrong_csv(folder, PUBLIC_ACTORS))


FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "another name": lambda told: told.replace("Förbund lang-9876".encode(), b"Another"),
    "a row left out": lambda told: told.replace(told[told.index(b"lang-9876,") : told.index(b"lang-9877,")], b""),
    "all from a row on left out": lambda told: told[: told.index(b"lang-9876,")],
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_in_any_row_of_a_csv_is_found_and_the_row_named(
    fault: str, long: Path, told: Rows, tmp_path: Path
) -> None:
    (tmp_path / f"{TABLE}.ndjson").symlink_to(long / f"{TABLE}.ndjson")
    (tmp_path / f"{TABLE}.csv").write_bytes(FAULTS[fault]((long / f"{TABLE}.csv").read_bytes()))
    row = [each["public_actor"] for each in told].index("lang-9876") + 1
    assert row > FEW
    assert found(tmp_path) == [Problem(f"{TABLE}.csv", f"row {row}", f"says otherwise than {TABLE}.ndjson")]


async def test_a_row_too_many_is_found(long: Path, tmp_path: Path) -> None:
    (tmp_path / f"{TABLE}.ndjson").symlink_to(long / f"{TABLE}.ndjson")
    (tmp_path / f"{TABLE}.csv").write_bytes((long / f"{TABLE}.csv").read_bytes() + b"lang-x,\r\n")
    assert [problem.row for problem in found(tmp_path)] == [f"row {ACTORS + 3}"]


async def test_a_csv_without_fault_is_passed_whole(long: Path) -> None:
    assert found(long) == []


@pytest.mark.proof  # to read it takes longer than all the rest
async def test_the_workbook_holds_every_row(long: Path, told: Rows) -> None:
    with closing(openpyxl.load_workbook(long / "suppliers.xlsx", read_only=True)) as workbook:
        rows = workbook["Offentliga aktörer"].iter_rows(min_row=2, max_col=2, values_only=True)
        read = [[unescape(value or "") for value in row] for row in rows]
    assert read == [[row["public_actor"], row["name"]] for row in told]
