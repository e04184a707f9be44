"""The same state and imprint give the same bytes, wherever and however they are built."""

import os
import subprocess
import sys
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.engine import Database
from publish.columns import Kind
from publish.encodings import ENCODINGS
from publish.release import Published, publish
from publish.snapshot import statement
from publish.tables import TABLES
from tests.clusters import Server, database
from tests.publish.reading import files_of
from tests.publish.small_register import SMALL, describe

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {
        "PYTHONHASHSEED": "4711",
        "TZ": "America/Caracas",
        "LC_ALL": "C.UTF-8",
        "PGTZ": "Asia/Tokyo",
        "PGDATESTYLE": "DMY",
    },
]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but those that are one of the others, compressed when the edition was placed."""
    compressed = {encoding.ending for encoding in ENCODINGS}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix not in compressed}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
async def test_time_zone_locale_and_hash_seed_leave_no_trace(
    surroundings: dict[str, str], small: Database, tmp_path: Path
) -> None:
    published = await publish(small, tmp_path / "first", now=NOW)
    assert isinstance(published, Published)
    again = tmp_path / "again"
    again.mkdir()
    words = [sys.executable, "-m", "tests.publish.publisher", "rebuild", small.url, str(again), "1"]
    subprocess.run(words, check=True, env=os.environ | surroundings)  # noqa: ASYNC221 -- nothing else runs meanwhile
    assert contents(again) == contents(published.path)


@pytest.fixture
def other_database(postgres: Server, migrated: str) -> Generator[str, None, None]:
    with database(postgres, like=migrated) as url:
        yield url


async def test_the_order_in_which_rows_were_recorded_leaves_no_trace(
    small: Database, other_database: str, tmp_path: Path
) -> None:
    first = await publish(small, tmp_path / "first", now=NOW)
    nouns = list(dict.fromkeys(described[0] for described in SMALL))
    other = Database(other_database)
    await describe(other, *(one for noun in nouns for one in reversed(SMALL) if one[0] is noun))
    second = await publish(other, tmp_path / "second", now=NOW)
    await other.close()
    assert isinstance(first, Published)
    assert isinstance(second, Published)
    assert contents(second.path) == contents(first.path)


def test_text_is_ordered_by_its_bytes_whatever_the_locale_of_the_database() -> None:
    """Asked of the statements: the bundled PostgreSQL knows no locale that would order otherwise."""
    for table in TABLES:
        order = statement(table, NOW.date(), NOW).rpartition(" ORDER BY ")[2]
        texts = [column for column in table.columns if column.name in table.key and column.kind is not Kind.INTEGER]
        assert order.count('COLLATE "C"') == len(texts), table.name


def test_the_manifest_names_its_files_in_the_order_of_their_paths(edition: Path) -> None:
    paths = [file.path for file in files_of(edition)]
    assert paths == sorted(paths)
