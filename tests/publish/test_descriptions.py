"""What machines are told of the files is what the files hold."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from publish.tables import TABLES
from tests.publish.reading import document, ndjson_rows, sha256


async def test_sqlite_holds_the_same_facts_under_the_names_of_the_files(edition: Path) -> None:
    with closing(sqlite3.connect(edition / "register.sqlite")) as database:
        database.row_factory = sqlite3.Row
        for table in TABLES:
            read = [dict(row) for row in database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]  # noqa: S608
            assert read == ndjson_rows(edition, table.name)


async def test_sqlite_finds_its_own_keys_and_references_whole(edition: Path) -> None:
    with closing(sqlite3.connect(edition / "register.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        told = database.execute("SELECT meaning_sv, legal_source FROM dictionary WHERE column_name = 'in_force_from'")
        assert ("Gäller från och med", "SFS 2023:704 7 §") in told.fetchall()


async def test_every_table_is_described_with_its_columns_in_order(edition: Path) -> None:
    tables = {table["url"]: table["tableSchema"] for table in document(edition / "csv-metadata.json")["tables"]}
    resources = {resource["path"]: resource for resource in document(edition / "datapackage.json")["resources"]}
    for table in TABLES:
        path = f"{table.name}.csv"
        assert [column["name"] for column in tables[path]["columns"]] == list(table.names)
        assert [field["name"] for field in resources[path]["schema"]["fields"]] == list(table.names)
        assert list(document(edition / f"{table.name}.schema.json")["properties"]) == list(table.names)


async def test_the_data_package_tells_size_and_hash_of_each_file(edition: Path) -> None:
    for resource in document(edition / "datapackage.json")["resources"]:
        path = edition / resource["path"]
        assert (resource["bytes"], resource["hash"]) == (path.stat().st_size, f"sha256:{sha256(path)}")


async def test_every_row_is_what_its_schema_says(edition: Path) -> None:
    for table in TABLES:
        schema = document(edition / f"{table.name}.schema.json")
        for row in ndjson_rows(edition, table.name):
            assert [*row] == schema["required"]
            for name, value in row.items():
                refuse_unlike(schema["properties"][name], value)


def refuse_unlike(schema: dict[str, object], value: object) -> None:
    """Fail unless a value is of the type, the list and the pattern its schema says."""
    kinds = {"string": str, "integer": int, "boolean": bool, "null": type(None)}
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert type(value) in [kinds[kind] for kind in allowed]
    assert "enum" not in schema or value in schema["enum"]  # type: ignore[operator]
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(str(schema["pattern"]), value)


async def test_the_supplier_list_names_a_schema_that_lies_beside_it(edition: Path) -> None:
    said = document(edition / "suppliers.json")
    schema = document(edition / said["$schema"])
    assert set(schema["required"]) == set(said)
    supplier = schema["properties"]["suppliers"]["items"]
    system = supplier["properties"]["systems"]["items"]
    service = system["properties"]["services"]["items"]
    for told in said["suppliers"]:
        assert set(told) == set(supplier["required"])
        for connection in told["systems"]:
            assert set(connection) == set(system["required"])
            assert all(set(offered) == set(service["required"]) for offered in connection["services"])


def test_a_key_that_may_be_empty_is_no_primary_key() -> None:
    assert {table.name for table in TABLES if not table.primary_key} == {"status-history"}
