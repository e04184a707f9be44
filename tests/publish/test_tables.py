from datetime import UTC, date, datetime
from pathlib import Path

from db.engine import Database
from db.facts import meaning_of
from db.models import Supplier
from publish.release import Published, publish
from publish.tables import TABLES
from tests.publish.reading import csv_rows, ndjson_rows
from tests.publish.small_register import START, agreement, describe, service, supplier

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


async def edition_of(database: Database, folder: Path, as_of: date) -> Path:
    published = await publish(database, folder, now=NOW, as_of=as_of)
    assert isinstance(published, Published)
    return published.path


def listed(edition: Path) -> list[tuple[str, str, str]]:
    return [(row["supplier"], row["system"], row["status"]) for row in csv_rows(edition, "suppliers")]


async def test_listed_is_who_has_an_agreement_in_force_on_the_day(small: Database, tmp_path: Path) -> None:
    assert listed(await edition_of(small, tmp_path / "may", date(2026, 5, 31))) == [
        ("alfa", "DIGITAL_POST", "CONNECTED"),
        ("alfa", "E_IDENTIFICATION", "CONNECTED"),
        ("beta", "E_IDENTIFICATION", "CONNECTED"),
    ]


async def test_an_agreement_no_longer_lists_its_supplier_on_the_day_it_ends(small: Database, tmp_path: Path) -> None:
    assert listed(await edition_of(small, tmp_path, date(2026, 6, 1))) == [
        ("alfa", "DIGITAL_POST", "TERMINATED"),
        ("alfa", "E_IDENTIFICATION", "CONNECTED"),
    ]


async def test_before_the_first_agreement_the_list_is_empty_and_is_published(small: Database, tmp_path: Path) -> None:
    assert listed(await edition_of(small, tmp_path, date(2025, 12, 31))) == []


async def test_a_supplier_that_left_stays_in_the_status_history_with_the_ground(
    small: Database, tmp_path: Path
) -> None:
    rows = ndjson_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "status-history")
    told = [
        (row["status"], row["status_from"], row["status_to"], row["end_ground"])
        for row in rows
        if row["supplier"] == "beta" and row["service"] is None
    ]
    assert told == [
        ("CONNECTED", "2026-01-01", "2026-06-01", None),
        ("CANCELLED", "2026-06-01", None, "CANCELLED_FOR_BREACH"),
    ]


async def test_a_supplier_that_came_back_has_both_its_times_in_the_status_history(
    small: Database, tmp_path: Path
) -> None:
    await describe(small, agreement("beta-again", "beta", "E_IDENTIFICATION", date(2026, 6, 15)))
    rows = ndjson_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "status-history")
    told = [
        (row["status"], row["status_from"], row["status_to"])
        for row in rows
        if row["supplier"] == "beta" and row["service"] is None
    ]
    assert told == [
        ("CONNECTED", "2026-01-01", "2026-06-01"),
        ("CANCELLED", "2026-06-01", "2026-06-15"),
        ("CONNECTED", "2026-06-15", None),
    ]


async def test_the_status_history_of_a_service_begins_anew_only_with_a_new_status(
    small: Database, tmp_path: Path
) -> None:
    await describe(small, service("alfa-one", "alfa", "IN_OPERATION", date(2026, 2, 1), "LEVEL_4"))
    await describe(small, service("alfa-one", "alfa", "SUSPENDED", date(2026, 3, 1), "LEVEL_4"))
    rows = ndjson_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "status-history")
    told = [(row["status"], row["status_from"], row["status_to"]) for row in rows if row["service"] == "alfa-one"]
    assert told == [("IN_OPERATION", "2024-01-01", "2026-03-01"), ("SUSPENDED", "2026-03-01", None)]


async def test_an_applicant_and_its_service_are_in_no_file(small: Database, tmp_path: Path) -> None:
    edition = await edition_of(small, tmp_path, date(2026, 7, 1))
    assert [path.name for path in edition.iterdir() if b"gamma" in path.read_bytes().lower()] == []


async def test_a_draft_regulation_is_not_published(small: Database, tmp_path: Path) -> None:
    rows = csv_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "regulations")
    assert [row["regulation"] for row in rows] == ["mdffs-2025-1"]


async def test_a_fact_declared_withheld_is_in_no_column_and_in_no_file(small: Database, tmp_path: Path) -> None:
    model, key, facts, valid_from = supplier("alfa", "Alfa AB", "556000-0167")
    await describe(small, (model, key, {**facts, "relied_capacity": "Hemliga Bolaget AB"}, valid_from))
    edition = await edition_of(small, tmp_path, date(2026, 7, 1))
    assert [path.name for path in edition.iterdir() if b"Hemliga" in path.read_bytes()] == []
    withheld = meaning_of(Supplier.__table__.c.relied_capacity)  # type: ignore[attr-defined]
    assert withheld is not None
    assert withheld.withheld
    assert not any("relied_capacity" in table.names for table in TABLES)


async def test_a_fee_has_a_row_for_each_step_with_exact_amounts(small: Database, tmp_path: Path) -> None:
    rows = csv_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "fees")
    assert [(row["from_quantity"], row["to_quantity"], row["amount_sek"], row["currency"]) for row in rows] == [
        ("0", "1000000", "0.1200", "SEK"),
        ("1000000", "", "0.1000", "SEK"),
    ]


async def test_connected_actors_are_counted_on_the_first_of_each_month(small: Database, tmp_path: Path) -> None:
    rows = ndjson_rows(await edition_of(small, tmp_path, date(2026, 5, 20)), "contract-statistics")
    assert [(row["month"], row["category"], row["connected_actors"]) for row in rows] == [
        ("2026-01-01", "STATE_AGENCY", 1),
        ("2026-02-01", "STATE_AGENCY", 1),
        ("2026-03-01", "MUNICIPALITY", 1),
        ("2026-03-01", "STATE_AGENCY", 1),
        ("2026-04-01", "MUNICIPALITY", 1),
        ("2026-04-01", "STATE_AGENCY", 1),
        ("2026-05-01", "STATE_AGENCY", 1),
    ]


async def test_a_row_is_as_sure_as_the_least_sure_fact_in_it(small: Database, tmp_path: Path) -> None:
    model, key, facts, valid_from = supplier("delta", "Delta AB", "556000-0191")
    official = {**facts, "provenance": "OFFICIAL", "reference": "Bolagsverket"}
    await describe(small, (model, key, official, valid_from))
    reported = {"provenance": "REPORTED", "reference": "tidningen"}
    await describe(small, agreement("delta-eid", "delta", "E_IDENTIFICATION", START, **reported))
    rows = csv_rows(await edition_of(small, tmp_path, date(2026, 7, 1)), "suppliers")
    assert [(row["provenance"], row["reference"]) for row in rows if row["supplier"] == "delta"] == [
        ("REPORTED", "Bolagsverket; tidningen")
    ]


def test_every_column_has_a_meaning_in_both_languages_and_a_plain_name() -> None:
    for table in TABLES:
        assert len(set(table.names)) == len(table.names)
        for column in table.columns:
            assert column.meaning.sv
            assert column.meaning.en
            assert column.name.isascii()
            assert column.name.replace("_", "").isalnum()
            assert column.name == column.name.lower()


def test_every_row_says_how_sure_it_is_and_where_it_was_found() -> None:
    for table in TABLES:
        assert {"provenance", "reference", "legal_source"} <= set(table.names)
