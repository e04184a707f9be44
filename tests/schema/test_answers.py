"""What the API answers from the bundled and the example register, written out."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from db.engine import Database
from db.models import Supplier
from db.write import begin, correct
from schema.schema import context_for, execute
from tests.schema.conftest import Ask

LISTED = (
    "query($day: Date!, $listed: Boolean) { register(asOf: $day) { suppliers(listed: $listed) { nodes { key } } } }"
)


async def listed(ask: Ask, day: str, *, listed: bool | None = True) -> list[str]:
    data = await ask(LISTED, day=day, listed=listed)
    return [supplier["key"] for supplier in data["register"]["suppliers"]["nodes"]]


async def agreements(ask: Ask) -> list[dict[str, str]]:
    data = await ask("{ supplierAgreements(first: 100) { nodes { inForceFrom endsOn supplier { key } } } }")
    return list(data["supplierAgreements"]["nodes"])


async def test_a_supplier_is_listed_from_its_first_day_and_off_the_list_on_its_last(ask: Ask) -> None:
    nobody_else = {each["supplier"]["key"]: each for each in await agreements(ask)}
    ended = next(each for each in nobody_else.values() if each["endsOn"] and each["endsOn"] < "2026-10-01")
    key = ended["supplier"]["key"]
    assert key in await listed(ask, ended["inForceFrom"])
    assert key not in await listed(ask, ended["endsOn"])
    assert key in await listed(ask, ended["endsOn"], listed=False)
    assert key in await listed(ask, ended["endsOn"], listed=None)


async def test_a_supplier_that_left_is_still_found_on_an_earlier_day(ask: Ask) -> None:
    left = set(await listed(ask, "2026-11-01", listed=False))
    assert left
    assert left <= set(await listed(ask, "2026-11-01", listed=None))
    assert not left & set(await listed(ask, "2026-11-01"))


async def test_nobody_is_listed_before_the_systems_were_in_operation(ask: Ask) -> None:
    assert await listed(ask, "2024-06-01") == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
async def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_about(ask: Ask, day: str) -> None:
    whole = """query($day: Date!) { register(asOf: $day) {
        suppliers { totalCount } publicActors { totalCount }
        statistics { connections { actors } obligations { actors } }
    } }"""
    assert (await ask(whole, day=day))["register"]["suppliers"]["totalCount"] >= 0


async def test_the_fee_of_2027_is_540000_kronor(ask: Ask) -> None:
    document = """{ feeEstimate(input: {
        system: E_IDENTIFICATION, from: "2027-01-01", to: "2028-01-01",
        volumes: [{item: IDENTIFICATION, quantity: 4200000}, {item: SIGNATURE, quantity: 300000}]
    }) { totalSek lines { unitAmountSek amountSek rule { key } } } }"""
    estimate = (await ask(document))["feeEstimate"]
    assert estimate["totalSek"] == "540000.00"
    assert [line["amountSek"] for line in estimate["lines"]] == ["504000.00", "36000.00"]
    assert {line["unitAmountSek"] for line in estimate["lines"]} == {"0.12"}


async def test_the_fee_before_2026_was_17_ore(ask: Ask) -> None:
    document = """{ feeEstimate(input: {
        system: E_IDENTIFICATION, from: "2025-06-01", to: "2025-06-02", volumes: [{item: IDENTIFICATION, quantity: 100}]
    }) { totalSek lines { unitAmountSek } } }"""
    assert (await ask(document))["feeEstimate"] == {"totalSek": "17.00", "lines": [{"unitAmountSek": "0.17"}]}


async def test_the_obligation_of_the_real_agencies_on_the_first_of_february_2026(ask: Ask) -> None:
    document = """{ register(asOf: "2026-02-01") { statistics {
        obligations { category obligationStatus provenance actors }
    } } }"""
    counts: dict[str, int] = {}
    for row in (await ask(document))["register"]["statistics"]["obligations"]:
        if row["category"] == "STATE_AGENCY" and row["provenance"] != "EXAMPLE":
            counts[row["obligationStatus"]] = counts.get(row["obligationStatus"], 0) + row["actors"]
    assert counts == {"OBLIGED": 235, "EXEMPT_BY_STATUTE": 18, "NOT_COVERED": 5, "NOT_ASSESSED": 195}


async def test_an_obliged_agency_learns_the_ground_and_its_condition(ask: Ask) -> None:
    document = """{ register(asOf: "2026-02-01") { obligation(actor: "PublicActor:skatteverket") {
        status source { text } ground(language: EN) condition(language: EN) exemptUntil
    } } }"""
    answer = (await ask(document))["register"]["obligation"]
    assert answer["status"] == "OBLIGED"
    assert answer["source"]["text"].startswith("SFS 2023:709 3 §")
    assert answer["condition"] == "if the agency requires electronic identification of individuals"
    assert answer["exemptUntil"] is None


async def test_nobody_was_obliged_before_the_system_was_in_operation(ask: Ask) -> None:
    document = """{ register(asOf: "2025-06-01") { publicActors(filter: {obligationStatus: {eq: OBLIGED}}) {
        totalCount
    } } }"""
    assert (await ask(document))["register"]["publicActors"]["totalCount"] == 0


async def test_an_actor_may_use_a_service_that_both_agreements_reach(ask: Ask) -> None:
    found = await ask("""{ register(asOf: "2026-06-01") {
        actorAgreements(first: 1, filter: {system: {eq: E_IDENTIFICATION}, status: {eq: IN_FORCE}}) {
            nodes { actor { id } }
        }
    } }""")
    actor = found["register"]["actorAgreements"]["nodes"][0]["actor"]["id"]
    document = """query($actor: ID!, $service: ID!) { register(asOf: "2026-06-01") {
        eligibility(service: $service, actor: $actor) {
            authorised supplierAgreement { key } actorAgreement { key } reasons(language: EN)
        }
    } }"""
    answer = (await ask(document, actor=actor, service="Service:mobilt-bankid"))["register"]["eligibility"]
    assert answer["authorised"]
    assert answer["supplierAgreement"] == {"key": "finansiell-id-teknik-e-identification-2026"}
    stranger = (await ask(document, actor="PublicActor:skatteverket", service="Service:mobilt-bankid"))["register"]
    assert not stranger["eligibility"]["authorised"]
    assert stranger["eligibility"]["reasons"][-1] == "The public actor has no agreement in force in it."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mobilt", "Service:mobilt-bankid"),
        ("MOBILT BANKID", "Service:mobilt-bankid"),
        ("åklagar", "PublicActor:aklagarmyndigheten"),
        ("ÅKLAGAR", "PublicActor:aklagarmyndigheten"),
        ("Östersunds", "PublicActor:ostersunds-kommun"),
        ("älmhult", "PublicActor:almhults-kommun"),
        ("202100-5448", "PublicActor:skatteverket"),
        ("2021005448", "PublicActor:skatteverket"),
        ("SFS 2023:704", "Regulation:sfs-2023-704"),
        ("0180", "PublicActor:stockholms-kommun"),
    ],
)
async def test_anything_is_found_by_a_few_letters(ask: Ask, text: str, found: str) -> None:
    data = await ask("query($text: String!) { search(text: $text) { id matched object { __typename } } }", text=text)
    assert data["search"][0]["id"] == found


@pytest.mark.parametrize("text", ["%", "_", "%%%", "\\", "'", "q" * 200, "--", "☃"])
async def test_signs_that_mean_something_to_a_database_mean_nothing_in_a_search(ask: Ask, text: str) -> None:
    data = await ask("query($text: String!) { search(text: $text) { matched } }", text=text)
    assert all(text in hit["matched"] for hit in data["search"])


async def test_a_sum_over_fewer_than_three_actors_is_not_told(fresh_register: str) -> None:
    database = Database(fresh_register)
    async with database.writing() as connection:
        await begin(connection)
        await connection.exec_driver_sql(VOLUMES_OF_TWO_AND_THREE)
    document = """{ register(asOf: "2031-06-01") { statistics { volumes(from: "2031-01-01", to: "2031-03-01") {
        month actors quantity
    } } } }"""
    answer = await execute(document, context_for(database))
    await database.close()
    assert not answer.errors
    assert answer.data["register"]["statistics"]["volumes"] == [
        {"month": "2031-01-01", "actors": 2, "quantity": None},
        {"month": "2031-02-01", "actors": 3, "quantity": 21},
    ]


VOLUMES_OF_TWO_AND_THREE = """
    INSERT INTO monthly_volume (
        actor_id, service_id, item, month, quantity, status, recorded_from, revision, provenance, reference
    )
    SELECT actor.id, service.id, 'MESSAGE', month, 7, 'FINAL', recorded_at, revision.number, 'EXAMPLE', 'a test'
    FROM revision, (SELECT id, row_number() OVER (ORDER BY id) AS place FROM public_actor_identity LIMIT 3) AS actor,
        (SELECT id FROM service_identity WHERE key = 'mobilt-bankid') AS service,
        (VALUES (2, date '2031-01-01'), (3, date '2031-02-01')) AS wanted (actors, month)
    WHERE actor.place <= wanted.actors
"""


async def test_an_id_is_the_type_and_the_key(ask: Ask) -> None:
    data = await ask("""{ nodes(ids: ["Supplier:finansiell-id-teknik", "Supplier:ingen", "Service:mobilt-bankid"]) {
        __typename id ... on Supplier { organisationNumber } ... on Service { name(language: EN) }
    } }""")
    assert data["nodes"] == [
        {"__typename": "Supplier", "id": "Supplier:finansiell-id-teknik", "organisationNumber": "556630-4928"},
        None,
        {"__typename": "Service", "id": "Service:mobilt-bankid", "name": "Mobilt BankID"},
    ]


async def test_a_supplier_as_known_before_and_after_a_correction(fresh_register: str) -> None:
    database = Database(fresh_register)
    before = datetime.now(UTC)
    async with database.writing() as connection:
        facts = {"name": "Finansiell ID-Teknik AB"}
        stamp = await begin(connection)
        await correct(connection, stamp, Supplier, "finansiell-id-teknik", facts, on=date(2026, 3, 1))

    async def known(moment: datetime | None) -> dict[str, Any]:
        document = """query($known: DateTime) { register(knownAt: $known) {
            supplier(organisationNumber: "556630-4928") { name history { changed recordedTo facts { name } } }
        } }"""
        answer = await execute(document, context_for(database), {"known": moment and moment.isoformat()})
        assert not answer.errors
        return dict(answer.data["register"]["supplier"])

    earlier, now = await known(before), await known(None)
    await database.close()
    assert (earlier["name"], now["name"]) == ("Finansiell ID-Teknik BID AB", "Finansiell ID-Teknik AB")
    assert [entry["recordedTo"] for entry in earlier["history"]] == [None]
    assert [entry["recordedTo"] is None for entry in now["history"]] == [False, True]
    assert now["history"][1]["changed"] == ["name"]
    assert "relied_capacity" not in {fact["name"] for entry in now["history"] for fact in entry["facts"]}


async def test_who_has_only_applied_is_found_by_no_question(ask: Ask) -> None:
    data = await ask(
        """{
          search(text: "sökandeexempel") { id }
          node(id: "Supplier:sokandeexempel") { id }
          service: node(id: "Service:sokandeexempel") { id }
          suppliers(listed: null, first: 100) { nodes { key } }
          services(filter: { name: { contains: "sökande" } }) { totalCount }
        }"""
    )
    assert (data["search"], data["node"], data["service"], data["services"]["totalCount"]) == ([], None, None, 0)
    assert {"sokandeexempel", "avslagsexempel"}.isdisjoint(each["key"] for each in data["suppliers"]["nodes"])
