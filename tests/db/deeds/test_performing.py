"""What every deed has in common: once, in order, by whom it may, and logged."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role
from db.deeds import Done, Outcome, Refusal
from db.deeds.doers import DOERS
from db.engine import Database
from db.visibility import ANYONE, Viewer
from tests.db.deeds.office import CLARA, Office

SUPPLIER = {
    "name": "Nya Legitimationer",
    "organisation_number": "556000-0167",
    "legal_form": "LIMITED_COMPANY",
    "on": "2025-03-01",
}


def test_every_deed_of_the_table_is_done_by_something() -> None:
    assert set(DOERS) == set(DEEDS)


async def test_the_same_id_is_answered_alike_and_done_once(office: Office) -> None:
    first = await office.ask("register_supplier", CLARA, SUPPLIER, client_mutation_id="a1")
    again = await office.ask("register_supplier", CLARA, SUPPLIER, client_mutation_id="a1")
    assert first == again
    assert len(await office.log()) == 1


async def test_the_same_id_of_another_person_is_another_deed(office: Office) -> None:
    await office.ask("register_supplier", CLARA, SUPPLIER, client_mutation_id="a1")
    other = Viewer(Role.CASE_OFFICER, None, "carl")
    answer = await office.ask("register_supplier", other, SUPPLIER, client_mutation_id="a1")
    assert isinstance(answer, Refusal)
    assert answer.code == "ALREADY_REGISTERED"


async def test_an_id_is_not_used_for_two_things(office: Office) -> None:
    await office.ask("register_supplier", CLARA, SUPPLIER, client_mutation_id="a1")
    other = {**SUPPLIER, "name": "Andra Legitimationer"}
    answer = await office.ask("register_supplier", CLARA, other, client_mutation_id="a1")
    assert isinstance(answer, Refusal)
    assert answer.code == "CLIENT_MUTATION_ID_REUSED"


async def test_a_refusal_is_answered_alike_too(office: Office) -> None:
    wrong = {**SUPPLIER, "organisation_number": "556000-0160"}
    first = await office.ask("register_supplier", CLARA, wrong, client_mutation_id="a1")
    again = await office.ask("register_supplier", CLARA, wrong, client_mutation_id="a1")
    assert first == again
    assert [entry["refused"] for entry in await office.log()] == ["BAD_CHECK_DIGIT"]


async def test_of_two_case_officers_at_once_one_is_told_the_newer_version(office: Office) -> None:
    application = await office.application(await office.supplier())
    version = (await office.now("application", application))["version"]

    async def ask(deed: str) -> Outcome:
        order = {"application": application, "on": "2025-03-20"}
        return await office.ask(deed, CLARA, order, expected_version=version)

    answers = await asyncio.gather(ask("request_supplement"), ask("withdraw_application"))
    (refused,) = [answer for answer in answers if isinstance(answer, Refusal)]
    newest = (await office.now("application", application))["version"]
    assert (refused.code, refused.expected_version, refused.found_version) == ("VERSION_CONFLICT", version, newest)


async def test_what_is_prepared_on_an_older_version_is_refused(office: Office) -> None:
    application = await office.application(await office.supplier())
    version = (await office.now("application", application))["version"]
    await office.do("request_supplement", application=application, on="2025-03-20")
    order = {"application": application, "case_number": "B 1", "kind": "DISMISSAL", "reasons": "Skälen."}
    refused = await office.ask("decide_application", CLARA, order, prepares=True, expected_version=version)
    assert isinstance(refused, Refusal)
    assert refused.code == "VERSION_CONFLICT"


async def test_a_refused_deed_leaves_nothing_but_its_entry(office: Office) -> None:
    application = await office.application(await office.supplier())
    before = await office.now("application", application)
    refused = await office.refused("supplement_application", application=application, on="2025-03-20")
    assert refused == "ILLEGAL_TRANSITION"
    assert await office.now("application", application) == before
    entry = (await office.log())[-1]
    assert (entry["actor"], entry["deed"], entry["refused"], entry["revision"]) == (
        "clara",
        "supplement_application",
        "ILLEGAL_TRANSITION",
        None,
    )


async def test_a_deed_is_logged_with_what_stood_before_and_after(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.do("withdraw_application", application=application, on="2025-03-20")
    entry = (await office.log())[-1]
    assert entry["before"] == {f"application:{application}": {"status": "UNDER_REVIEW"}}
    assert entry["after"] == {f"application:{application}": {"status": "WITHDRAWN"}}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PUBLISHER, Role.ADMIN, Role.AGENCY, Role.SUPPLIER])
async def test_a_role_that_may_not_is_refused_and_logged(office: Office, role: Role) -> None:
    refused = await office.refused("register_supplier", Viewer(role, "nagon", "nisse"), **SUPPLIER)
    assert refused == "NOT_ALLOWED"
    assert [entry["refused"] for entry in await office.log()] == ["NOT_ALLOWED"]


async def test_a_refusal_and_its_entry_are_one_transaction(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    application = await office.application(await office.supplier())
    transactions = list[AsyncConnection]()
    writing = Database.writing

    @asynccontextmanager
    async def counted(database: Database) -> AsyncGenerator[AsyncConnection, None]:
        async with writing(database) as connection:
            transactions.append(connection)
            yield connection

    monkeypatch.setattr(Database, "writing", counted)
    await office.refused("supplement_application", application=application, on="2025-03-20")
    assert len(transactions) == 1


async def test_a_refusal_that_cannot_be_logged_is_not_answered(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    application = await office.application(await office.supplier())

    async def fails(*_: object) -> str:
        raise OSError("no room")

    monkeypatch.setattr("db.deeds.performing.log.audit", fails)
    order = {"application": application, "on": "2025-03-20"}
    with pytest.raises(OSError, match="no room"):
        await office.ask("supplement_application", CLARA, order, client_mutation_id="a1")
    monkeypatch.undo()
    again = await office.ask("review_application", CLARA, {**order, "on": "2025-03-21"}, client_mutation_id="a1")
    assert isinstance(again, Refusal)
    assert again.code == "ILLEGAL_TRANSITION", "the id was not spent on the attempt that was undone"


@pytest.mark.parametrize("role", [Role.PUBLISHER, Role.AUDITOR, Role.ADMIN, Role.AGENCY, Role.SUPPLIER])
async def test_who_may_not_is_refused_and_logged_by_name(office: Office, role: Role) -> None:
    assert await office.refused("register_supplier", Viewer(role, "alfa", "per"), **SUPPLIER) == "NOT_ALLOWED"
    assert [(each["actor"], each["role"], each["refused"]) for each in await office.log()] == [
        ("per", str(role), "NOT_ALLOWED")
    ]


async def test_a_preparation_that_is_refused_is_one_entry(office: Office) -> None:
    application = await office.application(await office.supplier())
    assert isinstance(await office.decision(application, "EXEMPTION"), Refusal)
    assert [(each["deed"], each["refused"]) for each in await office.log()][-1] == (
        "prepare_decision",
        "NOT_AN_OUTCOME",
    )


async def test_strangers_do_not_fill_the_log(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    assert await office.refused("register_supplier", ANYONE, **SUPPLIER) == "NOT_SIGNED_IN"
    assert await office.log() == []
    assert "register_supplier was asked for without a token" in caplog.text


async def test_what_rests_on_an_example_is_an_example(office: Office) -> None:
    assert isinstance(await office.ask("register_supplier", CLARA, SUPPLIER), Done)
    assert (await office.now("supplier", "nya-legitimationer"))["provenance"] == "OFFICIAL"


async def test_a_deed_on_what_is_not_there_says_so(office: Office) -> None:
    assert await office.refused("review_application", application="ingen", on="2025-03-12") == "NOT_IN_REGISTER"
