"""What is found, in which order, why, when and for whom."""

from datetime import UTC, datetime
from typing import Any

import pytest

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import Viewer
from schema.context import Context
from schema.schema import execute
from tests.schema.conftest import Ask

SEARCH = "query($text: String!, $first: Int! = 20) { search(text: $text, first: $first) { id reason matched } }"


async def hits(ask: Ask, text: str, first: int = 20) -> list[tuple[str, str, str]]:
    found = (await ask(SEARCH, text=text, first=first))["search"]
    return [(each["id"], each["reason"], each["matched"]) for each in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("202100-5448", ("PublicActor:skatteverket", "ORGANISATION_NUMBER", "202100-5448")),
        ("2021005448", ("PublicActor:skatteverket", "ORGANISATION_NUMBER", "202100-5448")),
        ("202100-544", ("PublicActor:skatteverket", "ORGANISATION_NUMBER", "202100-5448")),
        ("0180", ("PublicActor:stockholms-kommun", "MUNICIPALITY_CODE", "0180")),
        ("SFS 2023:704", ("Regulation:sfs-2023-704", "DESIGNATION", "SFS 2023:704")),
        ("sfs 2023:709", ("Regulation:sfs-2023-709", "DESIGNATION", "SFS 2023:709")),
        ("4 §", ("Regulation:sfs-2023-704", "SECTION", "SFS 2023:704 4 §")),
        ("§4", ("Regulation:sfs-2023-704", "SECTION", "SFS 2023:704 4 §")),
        ("4 § förordning (2023:709)", ("Regulation:sfs-2023-709", "SECTION", "SFS 2023:709 4 §")),
        ("skattev", ("PublicActor:skatteverket", "NAME", "Skatteverket")),
        ("tax board", ("PublicActor:skatteverket", "NAME", "The National Tax Board")),
        ("tullverket", ("PublicActor:tullverket", "NAME", "Tullverket")),
        ("ullverk", ("PublicActor:tullverket", "WITHIN_NAME", "Tullverket")),
        ("åmål", ("PublicActor:amals-kommun", "NAME", "Åmåls kommun")),
        ("Amal", ("PublicActor:amals-kommun", "NAME", "Åmåls kommun")),
        ("kommun åmål", ("PublicActor:amals-kommun", "NAME", "Åmåls kommun")),
        ("BANKID mobilt", ("Service:mobilt-bankid", "NAME", "Mobilt BankID")),
        ("Freja", ("Service:freja-plus", "NAME", "Freja+")),
    ],
)
async def test_the_first_hit_is_what_was_meant(ask: Ask, text: str, first: tuple[str, str, str]) -> None:
    assert (await hits(ask, text))[0] == first


@pytest.mark.parametrize("text", ["avgifter", "avgiften", "fees", "fee", "föreskrifterna avgift"])
async def test_any_form_of_a_word_is_found_in_swedish_and_in_english(ask: Ask, text: str) -> None:
    assert "Regulation:exempelforeskrift-avgift-digital-post" in {hit[0] for hit in await hits(ask, text)}


async def test_a_case_number_leads_to_whom_it_concerns(ask: Ask) -> None:
    (exemption, *_) = (await ask("{ exemptions { nodes { caseNumber actor { id } } } }"))["exemptions"]["nodes"]
    number = exemption["caseNumber"]
    assert (await hits(ask, number))[0] == (exemption["actor"]["id"], "CASE_NUMBER", number)


async def test_names_that_begin_so_stand_before_names_that_hold_it_the_shorter_first(ask: Ask) -> None:
    found = await hits(ask, "verket", first=50)
    reasons = [reason for _, reason, _ in found]
    assert reasons == sorted(reasons, key=["NAME", "WITHIN_NAME", "TEXT"].index)
    within = [matched for _, reason, matched in found if reason == "WITHIN_NAME"]
    assert within[:3] == ["Boverket", "Tullverket", "Bolagsverket"]
    assert [len(name) for name in within] == sorted(len(name) for name in within)


async def test_an_umlaut_is_no_plain_letter_to_those_who_write_it(ask: Ask) -> None:
    assert all(matched.startswith(("Ö", "ö")) for _, _, matched in await hits(ask, "ö", first=5))
    assert not any(matched.startswith("Ö") for _, _, matched in await hits(ask, "o", first=5))
    assert any("Örebro" in matched for _, _, matched in await hits(ask, "orebro"))


async def test_what_stands_first_is_the_same_whatever_number_is_asked_for(ask: Ask) -> None:
    assert await hits(ask, "kommun", first=7) == (await hits(ask, "kommun", first=50))[:7]


async def test_nothing_is_found_before_it_was_described_or_known(ask: Ask) -> None:
    document = """query($day: Date!, $at: DateTime) { register(asOf: $day, knownAt: $at) {
        search(text: "skatteverket") { id }
    } }"""
    assert (await ask(document, day="2026-01-01"))["register"]["search"] == [{"id": "PublicActor:skatteverket"}]
    assert (await ask(document, day="1990-01-01"))["register"]["search"] == []
    assert (await ask(document, day="2026-01-01", at="2020-01-01T00:00:00Z"))["register"]["search"] == []


async def test_an_applicant_is_found_by_those_alone_who_may_see_it(register: Database) -> None:
    found: dict[Role, Any] = {}
    for role in (Role.ANONYMOUS, Role.CASE_OFFICER):
        context = Context(register, datetime.now(UTC), Viewer(role))
        found[role] = (await execute(SEARCH, context, {"text": "sökandeexempel"})).data["search"]
    assert found[Role.ANONYMOUS] == []
    assert found[Role.CASE_OFFICER][0]["id"] == "Supplier:sokandeexempel"
