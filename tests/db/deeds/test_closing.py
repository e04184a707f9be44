"""A system is closed: who waits is struck off and told, what is agreed ends, and nothing new begins (14 §)."""

import pytest

from db.deeds import Done, Outcome, Refusal
from tests.db.deeds.office import DAVID, Office, agreement_of

CLOSING = {"system": "E_IDENTIFICATION", "case_number": "2026-99", "closed_on": "2026-10-01", "reasons": "Ersätts."}
NEXT_CASE = {"case_number": "2026-5", "system": "E_IDENTIFICATION", "received_on": "2026-10-01"}


async def closed(office: Office, on: str = "2026-06-01", **changed: object) -> Outcome:
    return await office.decide("close_system", on, **{**CLOSING, **changed})


async def test_open_applications_are_struck_off_by_a_decision_that_waits_to_be_served(office: Office) -> None:
    application = await office.application(await office.supplier())
    assert isinstance(await closed(office), Done)
    assert (await office.now("application", application))["status"] == "STRUCK_OFF"
    decision = await office.now("decision", f"decision-2026-99-{application}")
    told = {name: decision[name] for name in ("kind", "reasons", "served_on", "prepared_by", "decided_by")}
    assert told == {
        "kind": "STRIKING_OFF",
        "reasons": "Ersätts.",
        "served_on": None,
        "prepared_by": "clara",
        "decided_by": "david",
    }


async def test_agreements_end_with_the_system_on_that_ground(office: Office) -> None:
    supplier = await office.approved()
    agreement = await office.agreement(supplier)
    signed = {"system": "E_IDENTIFICATION", "signed_on": "2026-02-02", "in_force_from": "2026-03-01"}
    joined = await office.do("sign_actor_agreement", actor=await office.agency(), **signed)
    await closed(office)
    for table, key in (("supplier_agreement", agreement), ("actor_agreement", joined)):
        held = await office.now(table, key)
        assert (str(held["ends_on"]), held["end_ground"]) == ("2026-10-01", "SYSTEM_CLOSED")


async def test_nothing_is_taken_in_from_the_day_it_is_closed(office: Office) -> None:
    supplier = await office.supplier()
    await closed(office)
    assert await office.refused("register_application", supplier=supplier, **NEXT_CASE) == "SYSTEM_CLOSED"
    before = {**NEXT_CASE, "received_on": "2026-09-30"}
    assert await office.do("register_application", supplier=supplier, **before)


@pytest.mark.parametrize(
    ("changed", "on", "code"),
    [
        ({"closed_on": "2026-05-31"}, "2026-06-01", "DATES_CONTRADICT"),
        ({"system": "DIGITAL_POST"}, "2026-06-01", "ALREADY_DONE"),
    ],
)
async def test_a_system_is_closed_once_and_not_before_it_is_decided(
    office: Office, changed: dict[str, str], on: str, code: str
) -> None:
    outcome = await closed(office, on, **changed)
    assert isinstance(outcome, Refusal)
    assert outcome.code == code


async def test_an_agreement_that_has_not_begun_keeps_its_system_open(office: Office) -> None:
    await office.agreement(await office.approved(), in_force_from="2026-11-01")
    outcome = await closed(office)
    assert isinstance(outcome, Refusal)
    assert (outcome.code, outcome.path) == ("DATES_CONTRADICT", "closed_on")
    assert (await office.now("authorisation_system", "E_IDENTIFICATION"))["closed_on"] is None


async def test_what_is_agreed_once_the_closing_is_decided_ends_with_the_system(office: Office) -> None:
    supplier, actor = await office.approved(), await office.agency()
    await closed(office)
    signed = {"signed_by_authority_on": "2026-06-02", "signed_by_supplier_on": "2026-06-02"}
    order = {**agreement_of(supplier), **signed, "in_force_from": "2026-07-01"}
    assert await office.refused("sign_supplier_agreement", DAVID, **order) == "DATES_CONTRADICT"
    agreement = await office.do("sign_supplier_agreement", DAVID, **order, ends_on="2026-09-01")
    longer = {"agreement": agreement, "on": "2026-08-01", "ends_on": "2026-10-02"}
    assert await office.refused("extend_supplier_agreement", DAVID, **longer) == "DATES_CONTRADICT"
    await office.do("extend_supplier_agreement", DAVID, **{**longer, "ends_on": "2026-10-01"})
    joined = await office.do("sign_actor_agreement", actor=actor, system="E_IDENTIFICATION", signed_on="2026-06-02")
    held = await office.now("actor_agreement", joined)
    assert (str(held["ends_on"]), held["end_ground"]) == ("2026-10-01", "SYSTEM_CLOSED")


async def test_a_system_closed_before_it_was_to_be_in_operation_never_is(office: Office) -> None:
    assert isinstance(await closed(office, "2025-06-01", closed_on="2026-01-01"), Done)
    held = await office.now("authorisation_system", "E_IDENTIFICATION")
    assert (held["operation_from"], str(held["closed_on"])) == (None, "2026-01-01")
