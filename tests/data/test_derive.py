"""The register's actors come from public lists by rules that can be read again."""

import csv
import runpy
import sys
from pathlib import Path

import pytest

DERIVE = Path(__file__).parents[2] / "data" / "derive.py"
AGENCY_COLUMNS = "name,scb_name,orgnr,orgnr_formatted,scb_group,department,obligation,ground,website,name_en"
OBLIGED = "Finansdepartementet,OBLIGED_IF_REQUIRES_EID,3 § första stycket"
COURT = "Justitiedepartementet,OBLIGED_IF_REQUIRES_EID_CHECK,3 § första stycket; group needs legal check"
AGENCIES = f"""{AGENCY_COLUMNS}
Ekonomistyrningsverket,ESV,2021005026,202100-5026,Statliga förvaltningsmyndigheter,{OBLIGED},www.esv.se,
Statskontoret,STATSKONTORET,2021000852,202100-0852,Statliga förvaltningsmyndigheter,{OBLIGED},www.statskontoret.se,
Sveriges ambassad  Zagreb,,,,Svenska utlandsmyndigheter,,OBLIGED_IF_REQUIRES_EID_CHECK,,,
Alingsås tingsrätt,,2021002742,202100-2742,Sveriges domstolar samt Domstolsverket,{COURT},,
"""
MUNICIPALITIES = """kommunkod,name,lankod,orgnr,orgnr_formatted,orgnr_status
0305,Håbo kommun,03,,,unknown
0643,Habo kommun,06,,,unknown
2281,Sundsvalls kommun,22,2120002411,212000-2411,verified-in-source
"""


@pytest.fixture(scope="module")
def derived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("derived")
    (folder / "agencies.csv").write_text(AGENCIES, "utf-8")
    (folder / "municipalities.csv").write_text(MUNICIPALITIES, "utf-8")
    lists = (str(folder / "agencies.csv"), str(folder / "municipalities.csv"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["derive.py", *lists, str(folder)])
        runpy.run_path(str(DERIVE), run_name="__main__")
    return folder


def rows(folder: Path, noun: str, key: str) -> list[dict[str, str]]:
    with (folder / f"{noun}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["key"] == key]


def test_two_names_that_make_one_key_both_take_their_code(derived: Path) -> None:
    assert rows(derived, "public_actors", "habo-kommun") == []
    assert rows(derived, "public_actors", "habo-kommun-0305")[0]["name"] == "Håbo kommun"
    assert rows(derived, "public_actors", "habo-kommun-0643")[0]["name"] == "Habo kommun"


def test_blanks_in_a_name_are_single(derived: Path) -> None:
    assert rows(derived, "public_actors", "sveriges-ambassad-zagreb")[0]["name"] == "Sveriges ambassad Zagreb"


def test_nothing_is_said_of_whom_a_court_answers_to(derived: Path) -> None:
    court = rows(derived, "public_actors", "alingsas-tingsratt")[0]
    assert (court["under_government"], court["provenance"]) == ("", "OFFICIAL")


def test_an_agency_that_ended_is_not_covered_from_that_day(derived: Path) -> None:
    readings = rows(derived, "obligation_assessments", "statskontoret-sfs-2023-709-3")
    assert [(row["outcome"], row["valid_from"], row["valid_to"]) for row in readings] == [
        ("OBLIGED", "2025-01-01", "2026-01-01"),
        ("NOT_COVERED", "2026-01-01", ""),
    ]


def test_a_number_that_was_found_says_so(derived: Path) -> None:
    sundsvall = rows(derived, "public_actors", "sundsvalls-kommun")[0]
    assert sundsvall["organisation_number"] == "212000-2411"
    assert "kontrollsiffran prövad" in sundsvall["reference"]
