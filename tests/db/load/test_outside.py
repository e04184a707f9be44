"""Lists made by others, and what they may and may not change."""

import json
from datetime import date
from pathlib import Path

import pytest

from auktor.core.identifiers import check_digit
from tests.db.load.desk import Desk
from tests.shared import SHARED

DAY = date(2026, 3, 1)
ACTORS = "key,name,category,organisation_number,ended_on,valid_from\n"
LIST = "name,scb_name,orgnr,orgnr_formatted,scb_group,department,obligation,ground,website,name_en\n"
GROUP = "Statliga förvaltningsmyndigheter"
NAMES = (
    "SELECT i.key, a.name, a.organisation_number, a.valid_from FROM public_actor AS a "
    "JOIN public_actor_identity AS i USING (id) WHERE recorded_to IS NULL ORDER BY i.key, a.valid_from"
)
REGISTER = Path(__file__).parents[3] / "data" / "register"
REAL = SHARED / "data"


def scb(**entries: object) -> str:
    """Statistics Sweden's register, by name; a text is a number, a whole number the year of the end."""
    told = {}
    for name, number in entries.items():
        told[name] = {"org_nr": number, "group": GROUP, "website": "", "email": "a@b.test", "phone": "08"}
    return json.dumps(told, ensure_ascii=False, indent=2)


def number(stem: str) -> str:
    """An organisation number with its check digit, from its first nine digits."""
    return f"{stem[:6]}-{stem[6:]}{check_digit(stem)}"


ONE, TWO, SHARED = number("202100900"), number("202100901"), number("202100274")


async def test_an_agency_is_found_by_its_number_and_renamed_with_history(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"gamla,Gamla verket,STATE_AGENCY,{ONE},,2024-01-01\n"))
    report = await desk.load(desk.put("scb.json", scb(**{"Nya verket": ONE})), on=DAY)
    assert (report.nouns[0].added, report.nouns[0].corrected) == (0, 1)
    assert await desk.ask(NAMES) == [
        ("gamla", "Gamla verket", ONE, date(2024, 1, 1)),
        ("gamla", "Nya verket", ONE, DAY),
    ]


async def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    path = desk.put("scb.json", scb(**{"Nya verket": ONE, "Andra verket": TWO}))
    first, second = await desk.load(path, on=DAY), await desk.load(path, on=date(2026, 9, 1))
    assert (first.nouns[0].added, second.revision) == (2, None)


async def test_capitals_alone_are_no_news(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"verket,Verket,STATE_AGENCY,{ONE},,2024-01-01\n"))
    await desk.load(desk.put("scb.json", scb(VERKET=ONE)), on=DAY)
    assert {name for _, name, _, _ in await desk.ask(NAMES)} == {"Verket"}


async def test_a_name_held_in_capitals_gives_way_to_one_that_is_written_out(desk: Desk) -> None:
    await desk.load(desk.put("scb.json", scb(VERKET=ONE)), on=DAY)
    await desk.load(desk.put("scb.json", scb(Verket=ONE)), on=DAY)
    assert [name for _, name, _, _ in await desk.ask(NAMES)] == ["Verket"]


async def test_courts_that_share_a_number_are_told_apart_by_name(desk: Desk) -> None:
    courts = {"Andra tingsrätt": SHARED, "Ena tingsrätt": SHARED, "Domstolsverket": SHARED}
    await desk.load(desk.put("public_actors.csv", ACTORS + f"ena,Ena tingsrätt,STATE_AGENCY,{SHARED},,2024-01-01\n"))
    report = await desk.load(desk.put("scb.json", scb(**courts)), on=DAY)
    assert report.nouns[0].added == 2
    assert [key for key, _, _, _ in await desk.ask(NAMES)] == ["andra-tingsratt", "domstolsverket", "ena", "ena"]


async def test_missions_without_a_number_are_known_by_name(desk: Desk) -> None:
    path = desk.put("scb.json", scb(**{"Sveriges ambassad Oslo": "", "Sveriges ambassad Rom": ""}))
    await desk.load(path, on=DAY)
    assert (await desk.load(path, on=DAY)).revision is None


async def test_an_agency_that_takes_anothers_name_does_not_take_its_place(desk: Desk) -> None:
    rows = f"ena,Ena verket,STATE_AGENCY,{ONE},,2024-01-01\nandra,Andra verket,STATE_AGENCY,{TWO},,2024-01-01\n"
    await desk.load(desk.put("public_actors.csv", ACTORS + rows))
    await desk.load(desk.put("scb.json", scb(**{"Andra verket": ONE})), on=DAY)
    assert await desk.ask(NAMES) == [
        ("andra", "Andra verket", TWO, date(2024, 1, 1)),
        ("ena", "Ena verket", ONE, date(2024, 1, 1)),
        ("ena", "Andra verket", ONE, DAY),
    ]


async def test_an_actor_found_by_its_number_is_not_found_again_by_its_name(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"ena,Ena verket,STATE_AGENCY,{ONE},,2024-01-01\n"))
    await desk.load(desk.put("scb.json", scb(**{"Ena verket": "", "Nya verket": ONE})), on=DAY)
    assert [(key, name) for key, name, _, _ in await desk.ask(NAMES)] == [
        ("ena", "Ena verket"),
        ("ena", "Nya verket"),
        ("ena-verket", "Ena verket"),
    ]


async def test_an_entry_that_fits_two_actors_is_told_of(desk: Desk) -> None:
    rows = "ena,Verket,STATE_AGENCY,,,2024-01-01\nandra,Verket,STATE_AGENCY,,,2024-01-01\n"
    await desk.load(desk.put("public_actors.csv", ACTORS + rows))
    problem = await desk.problem(desk.put("scb.json", scb(Verket=ONE)), on=DAY)
    assert problem.reason == "The register has several actors of this name: andra, ena"


async def test_a_new_agency_with_the_name_of_another_gets_a_key_of_its_own(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"verket,Verket,STATE_AGENCY,{ONE},,2024-01-01\n"))
    await desk.load(desk.put("scb.json", scb(Verket=TWO)), on=DAY)
    assert [key for key, _, _, _ in await desk.ask(NAMES)] == ["verket", "verket-2"]


async def test_a_list_that_still_uses_a_former_name_is_left_aside(desk: Desk) -> None:
    rows = f"ena,Ena verket,STATE_AGENCY,{ONE},,2024-01-01\nena,Nya verket,STATE_AGENCY,{ONE},,2026-01-01\n"
    await desk.load(desk.put("public_actors.csv", ACTORS + rows))
    report = await desk.load(desk.put("scb.json", scb(**{"ENA VERKET": ONE})), on=DAY)
    assert report.revision is None
    assert report.notes[-1] == (
        "scb.json, line 2: ENA VERKET bears the name Nya verket since 2026-01-01, "
        "so the entry is older and was left aside."
    )


async def test_a_list_that_still_holds_an_agency_that_ended_is_left_aside(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"ena,Ena,STATE_AGENCY,{ONE},2026-01-01,2024-01-01\n"))
    report = await desk.load(desk.put("scb.json", scb(Ena=ONE)), on=DAY)
    assert report.revision is None
    assert "Ena ended on 2026-01-01" in report.notes[-1]


async def test_an_agency_that_ended_in_a_year_ended_with_that_year(desk: Desk) -> None:
    await desk.load(desk.put("scb.json", json.dumps({"NÄMNDEN": {"org_nr": ONE, "end": 2012}})), on=DAY)
    assert await desk.ask("SELECT ended_on, category, group_name FROM public_actor") == [
        (date(2013, 1, 1), "STATE_AGENCY", None)
    ]


async def test_a_day_within_the_year_is_known_better_than_the_year(desk: Desk) -> None:
    await desk.load(desk.put("public_actors.csv", ACTORS + f"n,Nämnden,STATE_AGENCY,{ONE},2012-09-01,2012-01-01\n"))
    ended = json.dumps({"Nämnden": {"org_nr": ONE, "end": 2012}})
    assert (await desk.load(desk.put("scb.json", ended), on=DAY)).revision is None


async def test_nothing_about_persons_is_taken_over(desk: Desk) -> None:
    await desk.load(desk.put("scb.json", scb(Verket=ONE)), on=DAY)
    everything = await desk.one("SELECT string_agg(a::text, ' ') FROM public_actor AS a")
    assert "a@b.test" not in str(everything)


async def test_a_bad_number_in_json_is_told_of_with_its_line(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("scb.json", scb(Ena=ONE, Andra="202100-6884")), on=DAY)
    assert (problem.line, problem.column, problem.value) == (9, "organisation_number", "202100-6884")


async def test_two_entries_for_one_actor_are_told_of(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("scb.json", scb(Ena=ONE, ENA=ONE)), on=DAY)
    assert problem.reason == "The entry speaks of the same actor as line 2"


async def test_a_name_that_stands_twice_in_json_is_told_of(shared_desk: Desk) -> None:
    entry = f'"Ena": {{"org_nr": "{ONE}"}}'
    problem = await shared_desk.problem(shared_desk.put("scb.json", f"{{{entry}, {entry}}}"))
    assert "the name Ena stands twice" in problem.reason


async def test_obligations_need_the_rule_they_are_readings_of(shared_desk: Desk) -> None:
    row = f"Verket,VERKET,,{ONE},{GROUP},,OBLIGED_IF_REQUIRES_EID,3 § första stycket,,\n"
    problem = await shared_desk.problem(shared_desk.put("agencies.csv", LIST + row), on=DAY)
    assert problem.reason.startswith("The file says how the obligation rule sfs-2023-709-3 is read")
    assert problem.remedy == "Load the bundled register first"


@pytest.mark.parametrize(
    ("obligation", "ground", "outcome"),
    [
        ("OBLIGED_IF_REQUIRES_EID", "3 § första stycket", "OBLIGED"),
        ("OBLIGED_IF_REQUIRES_EID_CHECK", "3 § första stycket; group needs legal check", "NOT_ASSESSED"),
        ("EXEMPT", "named in 3 § andra stycket", "EXEMPT_BY_STATUTE"),
        ("EXEMPT", "belongs to Försvarsdepartementet (3 § andra stycket)", "EXEMPT_BY_STATUTE"),
        ("NOT_COVERED", "not a myndighet under regeringen (3 §)", "NOT_COVERED"),
    ],
)
async def test_the_lists_reading_of_the_obligation_becomes_an_assessment_in_words(
    desk: Desk, obligation: str, ground: str, outcome: str
) -> None:
    await desk.load(*(REGISTER / name for name in ("providing_authorities.csv", "authorisation_systems.csv")))
    await desk.load(REGISTER / "obligation_rules.csv")
    row = f"Verket,VERKET,,{ONE},{GROUP},,{obligation},{ground},,\n"
    await desk.load(desk.put("agencies.csv", LIST + row), on=DAY)
    assessment = (
        "SELECT key, outcome, provenance, ground_sv <> '' "
        "FROM obligation_assessment JOIN obligation_assessment_identity USING (id)"
    )
    assert await desk.ask(assessment) == [("verket-sfs-2023-709-3", outcome, "REPORTED", True)]


async def test_an_unknown_reading_is_told_of(desk: Desk) -> None:
    await desk.load(*(REGISTER / name for name in ("providing_authorities.csv", "authorisation_systems.csv")))
    await desk.load(REGISTER / "obligation_rules.csv")
    row = f"Verket,VERKET,,{ONE},{GROUP},,PERHAPS,who knows,,\n"
    problem = await desk.problem(desk.put("agencies.csv", LIST + row), on=DAY)
    assert (problem.line, problem.column, problem.value) == (2, "outcome", "PERHAPS")


async def test_municipalities_are_found_by_their_code_and_two_of_one_name_get_keys_of_their_own(desk: Desk) -> None:
    header = "kommunkod,name,lankod,orgnr,orgnr_formatted,orgnr_status\n"
    rows = "0305,Håbo kommun,03,,,unknown\n0643,Habo kommun,06,,,unknown\n0180,Stockholms kommun,01,,,unknown\n"
    await desk.load(desk.put("kommuner.csv", header + rows), on=DAY)
    assert [key for key, _, _, _ in await desk.ask(NAMES)] == [
        "habo-kommun-0305",
        "habo-kommun-0643",
        "stockholms-kommun",
    ]
    renamed = rows.replace("Stockholms kommun", "Stockholms stad")
    report = await desk.load(desk.put("kommuner.csv", header + renamed), on=DAY)
    assert (report.nouns[0].added, report.nouns[0].corrected) == (0, 1)


async def test_one_municipality_code_for_two_is_told_of(shared_desk: Desk) -> None:
    header = "kommunkod,name,lankod,orgnr,orgnr_formatted\n"
    problem = await shared_desk.problem(shared_desk.put("k.csv", header + "0305,Ena,03,,\n0305,Andra,03,,\n"), on=DAY)
    assert (problem.line, problem.reason) == (3, "The entry speaks of the same actor as line 2")


async def test_an_entry_without_a_name_is_told_of(shared_desk: Desk) -> None:
    header = "kommunkod,name,lankod,orgnr,orgnr_formatted\n"
    problem = await shared_desk.problem(shared_desk.put("k.csv", header + "0305,,03,,\n"), on=DAY)
    assert (problem.line, problem.column) == (2, "name")


async def test_a_name_with_a_nul_is_told_of(shared_desk: Desk) -> None:
    header = "kommunkod,name,lankod,orgnr,orgnr_formatted\n"
    problem = await shared_desk.problem(shared_desk.put("k.csv", header + "0305,E\0na,03,,\n"), on=DAY)
    assert (problem.line, problem.column) == (2, "name")


async def test_a_list_of_counties_is_recognised_and_has_nothing_to_load(desk: Desk) -> None:
    report = await desk.load(desk.put("lan.csv", "county_code,county_name\n01,Stockholms län\n"))
    assert report.revision is None
    assert "nothing of it is loaded" in report.notes[0]


@pytest.mark.every_postgres
async def test_the_bundled_register_loads_whole_and_a_second_time_changes_nothing(desk: Desk) -> None:
    first, second = await desk.load(REGISTER), await desk.load(REGISTER)
    assert (first.revision, second.revision) == (1, None)
    assert await desk.one("SELECT count(*) FROM public_actor_identity") == 764


@pytest.mark.skipif(not REAL.exists(), reason="the public lists are not at hand")
async def test_the_public_lists_add_only_the_agencies_that_have_ended(desk: Desk) -> None:
    await desk.load(REGISTER)
    report = await desk.load(REAL, on=DAY)
    assert [(noun.noun, noun.added, noun.corrected) for noun in report.nouns] == [
        ("public_actors", 80, 0),
        ("obligation_assessments", 0, 0),
    ]


@pytest.mark.skipif(not REAL.exists(), reason="the public lists are not at hand")
async def test_the_public_lists_give_the_keys_of_the_bundled_register(desk: Desk) -> None:
    await desk.load(REAL / "scb_myndighetsregistret.json", REAL / "kommuner.csv", on=DAY)
    lines = (REGISTER / "public_actors.csv").read_text().splitlines()[1:]
    bundled = {line.split(",")[0] for line in lines if "STATE_AGENCY" in line or "MUNICIPALITY" in line}
    loaded = {key for (key,) in await desk.ask("SELECT key FROM public_actor_identity")}
    assert bundled <= loaded
