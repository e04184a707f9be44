from pathlib import Path

from publish.tables import TABLES
from tests.publish.reading import as_written, csv_rows, document, ndjson_rows
from tests.publish.small_register import AWKWARD


async def test_csv_and_ndjson_hold_the_same_facts(edition: Path) -> None:
    for table in TABLES:
        said = [{name: as_written(value) for name, value in row.items()} for row in ndjson_rows(edition, table.name)]
        assert said, table.name
        assert csv_rows(edition, table.name) == said


async def test_the_nested_list_holds_what_suppliers_and_services_hold(edition: Path) -> None:
    nested = document(edition / "suppliers.json")["suppliers"]
    suppliers = [
        {name: value for name, value in {**supplier, **system}.items() if name not in {"systems", "services"}}
        for supplier in nested
        for system in supplier["systems"]
    ]
    services = [
        {**service, "supplier": supplier["supplier"], "system": system["system"]}
        for supplier in nested
        for system in supplier["systems"]
        for service in system["services"]
    ]
    assert suppliers == ndjson_rows(edition, "suppliers")
    told = {"supplier_name", "system_sv", "system_en"}
    assert services == [
        {name: value for name, value in row.items() if name not in told} for row in ndjson_rows(edition, "services")
    ]


async def test_text_of_any_kind_survives_the_way_out_and_in(edition: Path) -> None:
    read = {row["public_actor"]: row for row in csv_rows(edition, "public-actors")}
    assert read["awkward"]["name"] == AWKWARD


async def test_an_empty_text_is_published_as_nothing(edition: Path) -> None:
    read = {row["public_actor"]: row for row in ndjson_rows(edition, "public-actors")}
    assert read["awkward"]["name_en"] is None


async def test_csv_has_crlf_commas_a_header_and_no_byte_order_mark(edition: Path) -> None:
    for table in TABLES:
        data = (edition / f"{table.name}.csv").read_bytes()
        assert data.startswith(",".join(table.names).encode() + b"\r\n")
        assert data.endswith(b"\r\n")


async def test_organisation_numbers_keep_their_hyphen(edition: Path) -> None:
    assert [row["organisation_number"] for row in csv_rows(edition, "suppliers")] == [
        "556000-0167",
        "556000-0167",
        "556000-0175",
    ]


async def test_the_dictionary_explains_every_column_of_every_file(edition: Path) -> None:
    told = {table["name"]: table for table in document(edition / "dictionary.json")["tables"]}
    for table in TABLES:
        assert [column["name"] for column in told[table.name]["columns"]] == list(table.names)
    readable = (edition / "dictionary.md").read_text()
    assert all(f"| `{name}` |" in readable for table in TABLES for name in table.names)
