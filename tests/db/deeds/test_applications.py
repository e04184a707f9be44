"""From the day an application is received to the day the court has spoken."""

import pytest

from auktor.core.roles import Role
from db.deeds import Done, Prepared, Refusal
from db.visibility import Viewer
from tests.db.deeds.office import CLARA, DAVID, Office

APPLIED = {
    "case_number": "2025-9",
    "supplier": "nya-legitimationer",
    "system": "E_IDENTIFICATION",
    "received_on": "2025-03-10",
}
REJECTED = {"ground": "REQUIREMENTS_NOT_MET", "rectification_information": True}


async def served_rejection(office: Office) -> tuple[str, str]:
    """An application whose rejection was served on 2025-04-14, and the decision."""
    application = await office.application(await office.supplier())
    await office.decision(application, "REJECTION")
    decision = f"decision-b-{application}"
    await office.do("record_service", decision=decision, served_on="2025-04-14")
    return application, decision


def case_of(decision: str, **more: str) -> dict[str, str]:
    order = {"decision": decision, "applicant": "nya-legitimationer", "case_number": "1-25"}
    return {**order, "received_on": "2025-05-05", **more}


async def test_an_application_goes_from_received_to_approved(office: Office) -> None:
    application = await office.application(await office.supplier())
    assert isinstance(await office.decision(application, "APPROVAL"), Done)
    assert (await office.now("application", application))["status"] == "APPROVED"


async def test_a_decision_names_who_prepared_and_who_took_it(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "APPROVAL")
    decision = await office.now("decision", f"decision-b-{application}")
    assert (decision["prepared_by"], decision["decided_by"]) == ("clara", "david")


async def test_who_prepared_a_decision_cannot_take_it(office: Office) -> None:
    application = await office.application(await office.supplier())
    order = {"application": application, "case_number": "B 1", "kind": "APPROVAL", "reasons": "Skälen."}
    prepared = await office.ask("decide_application", DAVID, order, prepares=True)
    assert isinstance(prepared, Prepared)
    refused = await office.take("decide_application", prepared.number, DAVID, "2025-04-10")
    assert isinstance(refused, Refusal)
    assert refused.code == "FOUR_EYES"


async def test_a_prepared_decision_is_taken_once(office: Office) -> None:
    application = await office.application(await office.supplier())
    order = {"application": application, "case_number": "B 1", "kind": "APPROVAL", "reasons": "Skälen."}
    prepared = await office.ask("decide_application", CLARA, order, prepares=True)
    assert isinstance(prepared, Prepared)
    assert isinstance(await office.take("decide_application", prepared.number, DAVID, "2026-11-23"), Done)
    again = await office.take("decide_application", prepared.number, DAVID, "2026-11-23")
    assert isinstance(again, Refusal)
    assert again.code == "NOTHING_PREPARED"


async def test_what_is_only_prepared_changes_nothing(office: Office) -> None:
    application = await office.application(await office.supplier())
    order = {"application": application, "case_number": "B 1", "kind": "APPROVAL", "reasons": "Skälen."}
    await office.ask("decide_application", CLARA, order, prepares=True)
    assert (await office.now("application", application))["status"] == "UNDER_REVIEW"


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ({"ground": None}, "GROUND_MISSING"),
        ({"rectification_information": False}, "RECTIFICATION_INFORMATION_MISSING"),
        ({"kind": "APPROVAL"}, "GROUND_MISSING"),
        ({"kind": "EXEMPTION"}, "NOT_AN_OUTCOME"),
        ({"reasons": " "}, "BAD_TEXT"),
    ],
)
async def test_a_rejection_says_why_and_how_to_challenge_it(
    office: Office, left_out: dict[str, str], code: str
) -> None:
    application = await office.application(await office.supplier())
    outcome = await office.decision(application, **{"kind": "REJECTION", **REJECTED, **left_out})  # type: ignore[arg-type]
    assert isinstance(outcome, Refusal)
    assert outcome.code == code


async def test_a_supplement_is_asked_for_and_given(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.do("request_supplement", application=application, on="2025-03-20")
    await office.do("supplement_application", application=application, on="2025-03-27")
    assert (await office.now("application", application))["status"] == "UNDER_REVIEW"


async def test_a_withdrawn_application_is_not_decided(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.do("withdraw_application", application=application, on="2025-03-20")
    outcome = await office.decision(application, "APPROVAL")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "ILLEGAL_TRANSITION"


async def test_nobody_applies_to_a_closed_system(office: Office) -> None:
    await office.supplier()
    order = {**APPLIED, "system": "DIGITAL_POST", "received_on": "2026-06-01"}
    assert await office.refused("register_application", **order) == "SYSTEM_CLOSED"


async def test_nobody_applies_to_a_system_not_yet_established(office: Office) -> None:
    await office.supplier()
    assert await office.refused("register_application", **{**APPLIED, "received_on": "2023-12-31"}) == (
        "SYSTEM_NOT_ESTABLISHED"
    )


async def test_a_supplier_applies_for_itself_only(office: Office) -> None:
    await office.supplier()
    own = Viewer(Role.SUPPLIER, "nya-legitimationer", "sara")
    assert (
        await office.refused("register_application", Viewer(Role.SUPPLIER, "annan", "sten"), **APPLIED) == "NOT_YOURS"
    )
    await office.do("register_application", own, **APPLIED)


async def test_a_deed_is_not_dated_before_what_is_described(office: Office) -> None:
    application = await office.application(await office.supplier())
    assert await office.refused("withdraw_application", application=application, on="2025-03-11") == "OUT_OF_ORDER"


async def test_a_rejection_is_challenged_on_the_last_day(office: Office) -> None:
    application, decision = await served_rejection(office)
    case = await office.do("register_rectification_case", **case_of(decision))
    assert (await office.now("application", application))["status"] == "RECTIFICATION_PENDING"
    assert (await office.now("rectification_case", case))["court"] == "Förvaltningsrätten"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"received_on": "2025-05-06"}, "RECTIFICATION_TOO_LATE"),
        ({"received_on": "2025-04-13"}, "DATES_CONTRADICT"),
        ({"applicant": "annan"}, "NOT_THE_APPLICANT"),
    ],
)
async def test_a_case_the_law_does_not_know_is_refused(office: Office, changed: dict[str, str], code: str) -> None:
    _, decision = await served_rejection(office)
    assert await office.refused("register_rectification_case", **case_of(decision, **changed)) == code


async def test_an_approval_is_not_rectified(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "APPROVAL")
    order = case_of(f"decision-b-{application}")
    assert await office.refused("register_rectification_case", **order) == "NOT_A_REJECTION"


async def test_a_decision_not_served_is_not_challenged(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "REJECTION")
    order = case_of(f"decision-b-{application}")
    assert await office.refused("register_rectification_case", **order) == "NOT_SERVED"


@pytest.mark.parametrize(
    ("outcome", "status"), [("GRANTED", "UNDER_REVIEW"), ("REFUSED", "REJECTED_FINAL"), ("DISMISSED", "REJECTED_FINAL")]
)
async def test_the_court_decides_what_becomes_of_the_application(office: Office, outcome: str, status: str) -> None:
    application, decision = await served_rejection(office)
    case = await office.do("register_rectification_case", **case_of(decision))
    await office.do("decide_rectification_case", rectification_case=case, outcome=outcome, decided_on="2025-09-01")
    assert (await office.now("application", application))["status"] == status


async def test_a_rejection_is_final_only_when_three_weeks_have_passed(office: Office) -> None:
    application, _ = await served_rejection(office)
    early = await office.refused("finalise_rejection", application=application, on="2025-05-05")
    assert early == "RECTIFICATION_STILL_OPEN"
    await office.do("finalise_rejection", application=application, on="2025-05-06")
    assert (await office.now("application", application))["status"] == "REJECTED_FINAL"


async def test_a_rejected_supplier_applies_anew(office: Office) -> None:
    supplier = await office.supplier()
    await office.decision(await office.application(supplier), "REJECTION")
    assert await office.application(supplier, "2025-2", received_on="2025-03-11")
