"""The columns of every schema version are kept, so that a change that breaks readers cannot pass for a small one."""

import json
from pathlib import Path

from publish.tables import SCHEMA_NOTICES, SCHEMA_VERSION, TABLES

SCHEMAS = Path(__file__).parent / "schemas"

Schema = dict[str, dict[str, object]]


def current() -> Schema:
    """Each table's key, and the type of each column, with a question mark where it may be empty."""
    return {
        table.name: {
            "key": list(table.key),
            "columns": {column.name: f"{column.kind}{'' if column.required else '?'}" for column in table.columns},
        }
        for table in TABLES
    }


def kept(version: str) -> Schema:
    schema: Schema = json.loads((SCHEMAS / f"{version}.json").read_text())
    return schema


def test_the_columns_are_those_of_the_schema_version() -> None:
    assert current() == kept(SCHEMA_VERSION), (
        f"The columns are not those of {SCHEMA_VERSION}. Raise SCHEMA_VERSION (the second number for a new column, the "
        "first for anything else) and keep the new columns in tests/publish/schemas."
    )


def test_the_feeds_have_a_notice_of_every_version() -> None:
    assert {path.stem for path in SCHEMAS.glob("*.json")} == set(SCHEMA_NOTICES)


def test_within_a_major_version_the_schema_only_grows() -> None:
    major = SCHEMA_VERSION.partition(".")[0]
    for path in SCHEMAS.glob(f"{major}.*.json"):
        for name, table in kept(path.stem).items():
            assert current()[name]["key"] == table["key"]
            columns = current()[name]["columns"]
            assert isinstance(columns, dict)
            assert isinstance(table["columns"], dict)
            assert table["columns"].items() <= columns.items()
