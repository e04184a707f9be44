from datetime import UTC, datetime
from pathlib import Path

from db.engine import Database
from publish.encodings import ENCODINGS
from publish.reference import open_data_reference
from publish.release import Published, publish
from publish.signing import make_key
from publish.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "open-data.md"


def test_the_reference_page_is_what_the_columns_say() -> None:
    assert PAGE.read_text("utf-8") == open_data_reference(), "Run make generate, and look at what changed."


async def test_every_file_of_an_edition_is_in_the_reference_page(small: Database, tmp_path: Path) -> None:
    published = await publish(small, tmp_path, now=datetime(2026, 5, 1, tzinfo=UTC), key=make_key(tmp_path / "key"))
    assert isinstance(published, Published)
    compressed = {encoding.ending for encoding in ENCODINGS}
    told = open_data_reference().partition("## What may be relied on")[0]
    of_tables = {
        f"{table.name}{ending}" for table in TABLES for ending in (".csv", ".ndjson", ".parquet", ".schema.json")
    }
    assert [
        path.name
        for path in published.path.iterdir()
        if path.suffix not in compressed and path.name not in of_tables and path.name not in told
    ] == []
    assert all(f"`{table.name}.csv`" in told for table in TABLES)
