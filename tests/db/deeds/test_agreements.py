"""Agreements: who may sign, from when they hold, and how they end."""

from datetime import date

import pytest

from auktor.core.roles import Role
from db.deeds import Done, Prepared, Refusal
from db.visibility import Viewer
from tests.db.deeds.office import CLARA, DAVID, Office, agreement_of

NOTICE = {"notice_given_on": "2026-03-01", "ends_on": "2026-09-01", "end_ground": "TERMINATED_BY_SUPPLIER"}


async def test_signing_ends_the_effect_of_the_approval(office: Office) -> None:
    supplier = await office.approved()
    await office.agreement(supplier)
    assert (await office.now("application", f"application-a-{supplier}"))["status"] == "AGREEMENT_SIGNED"


async def test_a_supplier_without_approval_signs_nothing(office: Office) -> None:
    supplier = await office.supplier()
    await office.application(supplier)
    assert await office.refused("sign_supplier_agreement", DAVID, **agreement_of(supplier)) == "NO_APPROVAL"


async def test_an_approval_serves_one_agreement(office: Office) -> None:
    supplier = await office.approved()
    await office.agreement(supplier, ends_on="2026-06-01")
    again = agreement_of(supplier) | {"agreement_number": "A 2", "in_force_from": "2026-06-01"}
    assert await office.refused("sign_supplier_agreement", DAVID, **again) == "NO_APPROVAL"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"signed_by_authority_on": "2025-04-09", "signed_by_supplier_on": "2025-04-09"}, "NO_APPROVAL"),
        ({"in_force_from": "2025-05-01"}, "DATES_CONTRADICT"),
        ({"ends_on": "2026-01-01"}, "DATES_CONTRADICT"),
        ({"system": "DIGITAL_POST", "signed_by_authority_on": "2026-07-01"}, "SYSTEM_CLOSED"),
        ({"services": ["ingen"]}, "NOT_IN_REGISTER"),
    ],
)
async def test_an_agreement_that_contradicts_the_law_is_refused(
    office: Office, changed: dict[str, object], code: str
) -> None:
    supplier = await office.approved()
    assert await office.refused("sign_supplier_agreement", DAVID, **agreement_of(supplier) | changed) == code


async def test_a_case_officer_does_not_sign_for_the_authority(office: Office) -> None:
    supplier = await office.approved()
    assert await office.refused("sign_supplier_agreement", CLARA, **agreement_of(supplier)) == "NOT_ALLOWED"


async def test_a_second_agreement_for_the_same_days_is_refused(office: Office) -> None:
    supplier = await office.approved()
    await office.agreement(supplier)
    await office.decision(await office.application(supplier, "2025-2"), "APPROVAL")
    again = agreement_of(supplier) | {"agreement_number": "A 2", "in_force_from": "2026-06-01"}
    assert await office.refused("sign_supplier_agreement", DAVID, **again) == "SECOND_AGREEMENT"


async def test_a_supplier_gives_notice_of_its_own_agreement_only(office: Office) -> None:
    supplier = await office.approved()
    agreement = await office.agreement(supplier)
    stranger, own = Viewer(Role.SUPPLIER, "annan", "sten"), Viewer(Role.SUPPLIER, supplier, "sara")
    assert await office.refused("terminate_supplier_agreement", stranger, agreement=agreement, **NOTICE) == "NOT_YOURS"
    await office.do("terminate_supplier_agreement", own, agreement=agreement, **NOTICE)
    assert str((await office.now("supplier_agreement", agreement))["ends_on"]) == "2026-09-01"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"end_ground": "TERM_EXPIRED"}, "NOT_AN_OUTCOME"),
        ({"end_ground": "TERMINATED_BY_ACTOR"}, "NOT_AN_OUTCOME"),
        ({"ends_on": "2026-03-01"}, "DATES_CONTRADICT"),
    ],
)
async def test_notice_has_its_own_grounds_and_a_later_end(
    office: Office, changed: dict[str, object], code: str
) -> None:
    agreement = await office.agreement(await office.approved())
    given = {"agreement": agreement, **NOTICE, **changed}
    assert await office.refused("terminate_supplier_agreement", **given) == code


async def test_an_agreement_under_notice_is_neither_terminated_again_nor_extended(office: Office) -> None:
    agreement = await office.agreement(await office.approved())
    await office.do("terminate_supplier_agreement", agreement=agreement, **NOTICE)
    again = {**NOTICE, "notice_given_on": "2026-04-01"}
    assert await office.refused("terminate_supplier_agreement", agreement=agreement, **again) == "ILLEGAL_TRANSITION"
    extended = {"agreement": agreement, "on": "2026-04-01", "ends_on": None}
    assert await office.refused("extend_supplier_agreement", DAVID, **extended) == "ILLEGAL_TRANSITION"


async def test_an_agreement_with_a_term_is_extended(office: Office) -> None:
    agreement = await office.agreement(await office.approved(), ends_on="2027-01-01")
    shorter = {"agreement": agreement, "on": "2026-06-01", "ends_on": "2026-12-01"}
    assert await office.refused("extend_supplier_agreement", DAVID, **shorter) == "DATES_CONTRADICT"
    await office.do("extend_supplier_agreement", DAVID, agreement=agreement, on="2026-06-01", ends_on="2028-01-01")
    assert str((await office.now("supplier_agreement", agreement))["ends_on"]) == "2028-01-01"


async def test_a_cancelled_agreement_ends_on_the_day_itself(office: Office) -> None:
    agreement = await office.agreement(await office.approved())
    await office.do("cancel_supplier_agreement", DAVID, agreement=agreement, cancelled_on="2026-02-02")
    held = await office.now("supplier_agreement", agreement)
    assert (str(held["ends_on"]), held["end_ground"]) == ("2026-02-02", "CANCELLED_FOR_BREACH")


@pytest.mark.parametrize(
    ("signed_on", "start"),
    [
        ("2025-11-30", "2026-01-01"),
        ("2025-12-01", "2026-02-01"),
        ("2026-03-31", "2026-04-01"),
        ("2026-04-01", "2026-05-01"),
    ],
)
async def test_an_actor_starts_as_early_as_the_start_rules_allow(office: Office, signed_on: str, start: str) -> None:
    actor = await office.agency()
    agreement = await office.do("sign_actor_agreement", actor=actor, system="E_IDENTIFICATION", signed_on=signed_on)
    assert str((await office.now("actor_agreement", agreement))["in_force_from"]) == start


@pytest.mark.parametrize("start", ["2026-01-01", "2026-02-15"])
async def test_an_actor_does_not_start_earlier_nor_within_a_month(office: Office, start: str) -> None:
    order = {"actor": await office.agency(), "system": "E_IDENTIFICATION", "signed_on": "2025-12-01"}
    assert await office.refused("sign_actor_agreement", **order, in_force_from=start) == "START_TOO_EARLY"


async def test_an_actor_has_one_agreement_at_a_time(office: Office) -> None:
    order = {"actor": await office.agency(), "system": "E_IDENTIFICATION", "signed_on": "2025-10-01"}
    await office.do("sign_actor_agreement", **order)
    assert await office.refused("sign_actor_agreement", **{**order, "signed_on": "2026-02-01"}) == "SECOND_AGREEMENT"


async def test_an_agency_signs_for_itself_only(office: Office) -> None:
    actor = await office.agency()
    order = {"actor": actor, "system": "E_IDENTIFICATION", "signed_by_actor_on": "2025-10-01"}
    another, own = Viewer(Role.AGENCY, "annat", "anna"), Viewer(Role.AGENCY, actor, "alva")
    day = {"on": date(2025, 10, 6), "prepares": True}
    refused = await office.ask("conclude_actor_agreement", another, order, **day)
    assert isinstance(refused, Refusal)
    assert refused.code == "NOT_YOURS"
    assert isinstance(await office.ask("conclude_actor_agreement", own, order, **day), Prepared)


async def test_an_agency_signs_and_the_authority_concludes(office: Office) -> None:
    actor = await office.agency()
    order = {"actor": actor, "system": "E_IDENTIFICATION", "signed_by_actor_on": "2025-10-01"}
    alva = Viewer(Role.AGENCY, actor, "alva")
    alone = {"actor": actor, "system": "E_IDENTIFICATION", "signed_on": "2025-10-01"}
    assert await office.refused("sign_actor_agreement", alva, **alone) == "NOT_ALLOWED"
    signed = await office.ask("conclude_actor_agreement", alva, order, on=date(2025, 10, 6), prepares=True)
    assert isinstance(signed, Prepared)
    early = await office.take("conclude_actor_agreement", signed.number, DAVID, "2025-09-30")
    assert isinstance(early, Refusal)
    assert (early.code, early.path) == ("DATES_CONTRADICT", "signed_by_actor_on")
    concluded = await office.take("conclude_actor_agreement", signed.number, DAVID, "2025-10-06")
    assert isinstance(concluded, Done)
    held = await office.now("actor_agreement", concluded.key)
    days = [str(held[name]) for name in ("valid_from", "signed_by_actor_on", "signed_on", "in_force_from")]
    assert days == ["2025-10-01", "2025-10-01", "2025-10-06", "2026-01-01"]


async def test_notice_of_an_actor_agreement_is_given_while_it_is_in_force(office: Office) -> None:
    order = {"actor": await office.agency(), "system": "E_IDENTIFICATION", "signed_on": "2025-10-01"}
    agreement = await office.do("sign_actor_agreement", **order)
    notice = {"agreement": agreement, "ends_on": "2026-07-01", "end_ground": "TERMINATED_BY_ACTOR"}
    early = await office.refused("terminate_actor_agreement", **notice, notice_given_on="2025-12-31")
    assert early == "ILLEGAL_TRANSITION"
    await office.do("terminate_actor_agreement", **notice, notice_given_on="2026-01-01")


async def test_an_actor_agreement_in_force_is_cancelled_on_the_day_itself(office: Office) -> None:
    order = {"actor": await office.agency(), "system": "E_IDENTIFICATION", "signed_on": "2025-10-01"}
    agreement = await office.do("sign_actor_agreement", **order)
    early = await office.refused("cancel_actor_agreement", DAVID, agreement=agreement, cancelled_on="2025-12-31")
    assert early == "ILLEGAL_TRANSITION"
    await office.do("cancel_actor_agreement", DAVID, agreement=agreement, cancelled_on="2026-03-02")
    held = await office.now("actor_agreement", agreement)
    assert (str(held["ends_on"]), held["end_ground"]) == ("2026-03-02", "CANCELLED_FOR_BREACH")


async def test_notice_lets_no_agreement_hold_longer_than_it_does(office: Office) -> None:
    agreement = await office.agreement(await office.approved(), ends_on="2026-08-01")
    refused = await office.refused("terminate_supplier_agreement", agreement=agreement, **NOTICE)
    assert refused == "DATES_CONTRADICT"
    await office.do("terminate_supplier_agreement", agreement=agreement, **{**NOTICE, "ends_on": "2026-08-01"})
