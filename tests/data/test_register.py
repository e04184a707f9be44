"""The bundled register says what is known, how sure it is and where it was found, and nothing else."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from auktor.core.identifiers import parse_key, parse_organisation_number

REGISTER = Path(__file__).parents[2] / "data" / "register"
FILES = sorted(path.name for path in REGISTER.glob("*.csv"))


def rows(noun: str) -> list[dict[str, str]]:
    with (REGISTER / f"{noun}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def by_key(noun: str) -> dict[str, dict[str, str]]:
    """The newest description of each object."""
    return {row["key"]: row for row in sorted(rows(noun), key=lambda row: row.get("valid_from", ""))}


def agencies() -> list[dict[str, str]]:
    return [row for row in by_key("public_actors").values() if row["category"] == "STATE_AGENCY"]


def test_the_manifest_names_every_file_and_no_other() -> None:
    manifest = json.loads((REGISTER / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == "auktor-register/1"
    assert manifest["licence"] == "CC0-1.0"
    assert sorted(manifest["files"]) == FILES


@pytest.mark.parametrize("file", FILES)
def test_every_real_row_names_where_it_was_found(file: str) -> None:
    for row in rows(file.removesuffix(".csv")):
        assert len(row["reference"]) > 10, row
        assert row["provenance"] in {"OFFICIAL", "REPORTED"}, row


@pytest.mark.parametrize("file", FILES)
def test_nothing_in_the_register_is_invented(file: str) -> None:
    text = (REGISTER / file).read_text("utf-8")
    assert not re.search("exempel|påhittad|EXAMPLE", text, re.IGNORECASE)


@pytest.mark.parametrize("file", FILES)
def test_a_description_begins_once_for_each_key(file: str) -> None:
    found = Counter((row["key"], row["valid_from"]) for row in rows(file.removesuffix(".csv")))
    assert [key for key, times in found.items() if times > 1] == []


@pytest.mark.parametrize(
    "file", [file for file in FILES if file not in {"authorisation_systems.csv", "legacy_schemes.csv"}]
)
def test_keys_are_plain_words(file: str) -> None:
    for row in rows(file.removesuffix(".csv")):
        assert parse_key(row["key"]) == row["key"]


@pytest.mark.parametrize(
    ("noun", "column"),
    [
        ("public_actors", "organisation_number"),
        ("suppliers", "organisation_number"),
        ("providing_authorities", "organisation_number"),
        ("services", "issuer_organisation_number"),
    ],
)
def test_every_organisation_number_is_right(noun: str, column: str) -> None:
    for row in rows(noun):
        assert not row[column] or parse_organisation_number(row[column]) == row[column]


def test_454_state_agencies_are_known_by_their_groups() -> None:
    assert Counter(row["group_name"] for row in agencies()) == {
        "Statliga förvaltningsmyndigheter": 250,
        "Svenska utlandsmyndigheter": 107,
        "Sveriges domstolar samt Domstolsverket": 83,
        "AP-fonder": 6,
        "Myndigheter under riksdagen": 5,
        "Statliga affärsverk": 3,
    }


def test_81_agencies_share_one_organisation_number() -> None:
    assert Counter(row["organisation_number"] for row in agencies())["202100-2742"] == 81


def test_107_missions_have_no_organisation_number() -> None:
    without = [row for row in agencies() if not row["organisation_number"]]
    assert len(without) == 107
    assert {row["group_name"] for row in without} == {"Svenska utlandsmyndigheter"}


def test_a_survivor_that_takes_the_others_name_keeps_its_own_key() -> None:
    survivor = [row for row in rows("public_actors") if row["key"] == "ekonomistyrningsverket"]
    assert [(row["name"], row["valid_from"], row["valid_to"]) for row in survivor] == [
        ("Ekonomistyrningsverket", "2024-01-01", "2026-01-01"),
        ("Statskontoret", "2026-01-01", ""),
    ]
    assert {row["organisation_number"] for row in survivor} == {"202100-5026"}
    assert by_key("public_actors")["statskontoret"]["ended_on"] == "2026-01-01"


def test_no_agency_is_named_in_capitals() -> None:
    assert [row["name"] for row in agencies() if row["name"].isupper()] == []


def test_290_municipalities_and_20_regions_make_21_regions_in_law() -> None:
    actors = by_key("public_actors").values()
    categories = Counter(row["category"] for row in actors)
    assert (categories["MUNICIPALITY"], categories["REGION"]) == (290, 20)
    assert [row["key"] for row in actors if row["county_code"] == "09"] == ["gotlands-kommun"]


def test_organisation_numbers_that_nobody_found_are_empty() -> None:
    known = Counter(row["category"] for row in by_key("public_actors").values() if row["organisation_number"])
    assert (known["MUNICIPALITY"], known["REGION"]) == (13, 3)


def test_every_agency_is_read_under_the_ordinance_and_none_officially() -> None:
    read = by_key("obligation_assessments").values()
    assert sorted(row["actor"] for row in read) == sorted(row["key"] for row in agencies())
    assert {row["rule"] for row in read} == {"sfs-2023-709-3"}
    assert {row["provenance"] for row in read} == {"REPORTED"}
    # The agency that ended in the merger counts among those not covered.
    assert Counter(row["outcome"] for row in read) == {
        "OBLIGED": 235,
        "NOT_ASSESSED": 195,
        "EXEMPT_BY_STATUTE": 18,
        "NOT_COVERED": 6,
    }


def test_nobody_is_read_before_the_obligation_was_in_force() -> None:
    assert min(row["valid_from"] for row in rows("obligation_assessments")) == "2025-01-01"
    assert by_key("obligation_rules")["sfs-2023-709-3"]["in_force_from"] == "2025-01-01"


def test_the_fee_is_12_ore_with_no_regulation_cited() -> None:
    fees = {row["key"]: row for row in rows("fees")}
    amounts = {(row["fee_rule"], row["amount_sek"]) for row in rows("fee_tiers")}
    assert amounts == {
        ("e-identification-2026-identification", "0.1200"),
        ("e-identification-2026-signature", "0.1200"),
        ("vfs-2017-identification", "0.1700"),
        ("vfs-2017-signature", "0.1700"),
    }
    assert {row["regulation"] for row in fees.values()} == {""}
    assert fees["e-identification-2026-signature"]["in_force_from"] == "2026-01-01"


def test_no_designation_is_given_that_was_not_read() -> None:
    assert {row["series"] for row in rows("regulations")} == {"SFS"}


def test_agreements_are_only_reported_and_their_signing_unknown() -> None:
    for row in rows("supplier_agreements"):
        assert row["provenance"] == "REPORTED"
        assert row["signed_by_authority_on"] == row["signed_by_supplier_on"] == ""


def test_no_e_identification_for_employees_is_in_the_systems() -> None:
    names = {row["name"] for row in rows("services")}
    assert names.isdisjoint({"SITHS", "Mobilt SITHS", "EFOS", "Freja OrgID"})


def test_the_state_is_seen_to_be_a_supplier_itself() -> None:
    assert [row["name"] for row in rows("suppliers") if row["state_owned"] == "true"] == [
        "Myndigheten för digital förvaltning"
    ]


def test_a_plan_that_failed_stands_beside_what_happened() -> None:
    opening = [row for row in rows("milestones") if row["key"] == "e-identifiering-i-drift"]
    assert [(row["planned_on"], row["occurred_on"], row["valid_from"]) for row in opening] == [
        ("2025-05-01", "", "2024-01-01"),
        ("2025-05-01", "2026-01-01", "2026-01-01"),
    ]
