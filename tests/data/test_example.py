"""The bundled example shows every life cycle and says nothing about anyone who exists."""

import csv
import filecmp
import json
import re
import runpy
import subprocess
import sys
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from auktor.core.identifiers import parse_organisation_number
from auktor.core.lifecycles import APPLICATION, SERVICE
from auktor.core.vocabulary import ApplicationStatus, EndGround, PublicActorCategory, ServiceStatus
from db.facts import NOUNS

DATA = Path(__file__).parents[2] / "data"
EXAMPLE = DATA / "example"
FILES = sorted(path.name for path in EXAMPLE.glob("*.csv"))
NAMES = {"name", "title", "case_number", "agreement_number", "court", "reasons", "reason", "prepared_by", "decided_by"}
SYSTEMS_AND_RULES = {"authorisation_system", "legacy_scheme", "obligation_rule"}


def rows(noun: str, folder: Path = EXAMPLE) -> list[dict[str, str]]:
    with (folder / f"{noun}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def keys(folder: Path) -> dict[str, set[str]]:
    """The keys of every noun in a folder, by table."""
    here = {model.noun.table: folder / f"{model.noun.plural}.csv" for model in NOUNS.values()}
    return {
        table: {row["key"] for row in rows(path.stem, folder)} if path.exists() else set()
        for table, path in here.items()
    }


def histories(noun: str) -> dict[str, list[dict[str, str]]]:
    """The versions of each object, in the order of time."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sorted(rows(noun), key=lambda row: row["valid_from"]):
        found[row["key"]].append(row)
    return found


def generate(folder: Path, *words: str) -> None:
    """Run the generator's script as `python data/example/generate.py` does, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(EXAMPLE)
        patch.setattr(sys, "argv", ["generate.py", "--to", str(folder), *words])
        runpy.run_path(str(EXAMPLE / "generate.py"), run_name="__main__")


def test_the_example_is_exactly_what_its_generator_writes(tmp_path: Path) -> None:
    command = [sys.executable, EXAMPLE / "generate.py", "--to", tmp_path]
    subprocess.run(command, check=True)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == sorted([*FILES, "manifest.json"])
    assert filecmp.cmpfiles(tmp_path, EXAMPLE, written, shallow=False) == (written, [], [])


def test_a_larger_example_has_more_of_what_there_is_much_of(tmp_path: Path) -> None:
    generate(tmp_path, "--scale", "3")
    counts = {
        noun: len({row["key"] for row in rows(noun, tmp_path)})
        for noun in ("public_actors", "actor_agreements", "fees")
    }
    # One actor has ended and signs nothing.
    assert counts == {"public_actors": 60, "actor_agreements": 177, "fees": 6}
    assert len(rows("monthly_volumes", tmp_path)) == 59 * (11 * 24 - 2)


@pytest.mark.parametrize("scale", ["0", "-1", "two", "5001"])
def test_a_wrong_scale_says_what_a_scale_is(tmp_path: Path, scale: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        generate(tmp_path, f"--scale={scale}")
    assert f"{scale} is not a scale. Give a whole number from 1 to 5000." in capsys.readouterr().err


def test_the_manifest_says_that_every_row_is_an_example() -> None:
    manifest = json.loads((EXAMPLE / "manifest.json").read_text("utf-8"))
    assert manifest["provenance"] == "EXAMPLE"
    assert sorted(manifest["files"]) == FILES
    assert not any("provenance" in row for file in FILES for row in rows(file.removesuffix(".csv"))[:1])


@pytest.mark.parametrize("file", FILES)
def test_every_name_in_the_example_says_that_it_is_invented(file: str) -> None:
    for row in rows(file.removesuffix(".csv")):
        for column in NAMES & row.keys():
            assert not row[column] or re.search("exempel|påhitta", row[column], re.IGNORECASE), row


def test_no_invented_fact_is_about_a_real_organisation() -> None:
    invented, real = keys(EXAMPLE), keys(DATA / "register")
    for model in NOUNS.values():
        table = model.noun.table
        assert not invented[table] & real[table]
        for row in rows(model.noun.plural) if invented[table] else []:
            for column, target in _links(table):
                if row[column] and target not in SYSTEMS_AND_RULES:
                    assert row[column] in invented[target], row


def _links(table: str) -> list[tuple[str, str]]:
    columns = NOUNS[table].__table__.columns  # type: ignore[attr-defined]
    found = [(column.name, column.info["meaning"].refers_to) for column in columns if "meaning" in column.info]
    return [(name.removesuffix("_id"), target) for name, target in found if target]


def test_invented_organisation_numbers_are_of_a_series_nobody_has() -> None:
    numbers = [row["organisation_number"] for noun in ("suppliers", "public_actors") for row in rows(noun)]
    given = [number for number in numbers if number]
    assert len(set(given)) >= 34
    for number in given:
        assert parse_organisation_number(number) == number
        assert number.startswith("552")


def test_invented_regulations_borrow_no_designation() -> None:
    assert {(row["series"], row["year"], row["number"]) for row in rows("regulations")} == {("", "", "")}


def test_every_category_of_public_actor_is_shown() -> None:
    shown = {row["category"] for row in rows("public_actors")}
    assert shown == {str(category) for category in PublicActorCategory}


def test_every_status_of_an_application_and_a_service_is_shown() -> None:
    assert {row["status"] for row in rows("applications")} == {str(status) for status in ApplicationStatus}
    assert {row["status"] for row in rows("services")} == {str(status) for status in ServiceStatus}


def test_every_ground_on_which_an_agreement_ends_is_shown_but_the_closing_of_a_system() -> None:
    shown = {row["end_ground"] for noun in ("supplier_agreements", "actor_agreements") for row in rows(noun)}
    assert shown - {""} == {str(ground) for ground in EndGround} - {"SYSTEM_CLOSED"}


def test_applications_take_only_legal_steps() -> None:
    for history in histories("applications").values():
        statuses = [ApplicationStatus(row["status"]) for row in history]
        assert statuses[0] is APPLICATION.initial
        assert all(APPLICATION.is_legal(before, after) for before, after in pairwise(statuses)), history


def test_services_take_only_legal_steps() -> None:
    for key, history in histories("services").items():
        statuses = [ServiceStatus(row["status"]) for row in history]
        steps = [pair for pair in pairwise(statuses) if pair[0] is not pair[1]]
        assert all(SERVICE.is_legal(before, after) for before, after in steps), key


@pytest.mark.parametrize("file", [file for file in FILES if file != "monthly_volumes.csv"])
def test_versions_follow_each_other_without_gap(file: str) -> None:
    for history in histories(file.removesuffix(".csv")).values():
        assert [row["valid_to"] for row in history] == [*(row["valid_from"] for row in history[1:]), ""]


def test_an_agreement_follows_an_approval_of_the_same_supplier_and_system() -> None:
    approvals = {row["application"]: row for row in rows("decisions") if row["kind"] == "APPROVAL"}
    approved = {
        (row["supplier"], row["system"]): approvals[row["key"]]["decided_on"]
        for row in rows("applications")
        if row["key"] in approvals
    }
    for row in rows("supplier_agreements"):
        assert approved[row["supplier"], row["system"]] <= row["signed_by_authority_on"] <= row["in_force_from"]


def test_a_rejection_is_challenged_within_three_weeks_of_being_served() -> None:
    decisions = {row["key"]: row for row in rows("decisions")}
    for case in rows("rectification_cases"):
        served = date.fromisoformat(decisions[case["decision"]]["served_on"])
        assert 0 < (date.fromisoformat(case["received_on"]) - served).days <= 21


def test_agreements_of_public_actors_start_as_the_authority_says() -> None:
    for row in rows("actor_agreements"):
        if row["system"] == "E_IDENTIFICATION":
            earliest = "2026-01-01" if row["signed_on"] <= "2025-11-30" else "2026-02-01"
            assert row["in_force_from"] >= earliest
            assert row["in_force_from"].endswith("-01")


def test_only_an_obliged_agency_is_exempted_and_only_for_a_time() -> None:
    obliged = {row["actor"] for row in rows("obligation_assessments") if row["outcome"] == "OBLIGED"}
    assert {row["actor"] for row in rows("exemptions")} == obliged
    assert all(row["exempt_from"] < row["exempt_until"] for row in rows("exemptions"))


def test_new_terms_are_published_180_days_before_they_apply() -> None:
    second = next(row for row in rows("requirements") if row["key"] == "exempelvillkor-e-identifiering-2")
    notice = date.fromisoformat(second["applies_from"]) - date.fromisoformat(second["published_on"])
    assert notice.days >= 180


def test_volumes_cover_two_years_and_the_last_two_months_are_preliminary() -> None:
    months = {row["month"]: row["status"] for row in rows("monthly_volumes")}
    assert (min(months), max(months), len(months)) == ("2024-11", "2026-10", 24)
    assert [month for month, status in sorted(months.items()) if status == "PRELIMINARY"] == ["2026-09", "2026-10"]


def test_a_service_has_no_volume_in_a_month_it_was_suspended() -> None:
    used = {row["month"] for row in rows("monthly_volumes") if row["service"] == "pahitt-mobil"}
    assert used.isdisjoint({"2026-04", "2026-05"})
