"""Regulations, the fees they set, and requirements that wait out their standstill."""

from typing import Any

import pytest

from db.deeds import Done, Refusal
from tests.db.deeds.office import DAVID, Office

FEE = {"system": "E_IDENTIFICATION", "item": "IDENTIFICATION", "unit": "PER_COMPLETED_TRANSACTION"}
CIRCULATED: dict[str, Any] = {
    "title": "Föreskrifter om avgift",
    "kind": "BASE",
    "subject": "FEE",
    "authorisation": "SFS 2023:709 7 §",
    "case_number": "2025-77",
    "circulated_on": "2025-03-03",
    "answers_due_on": "2025-05-02",
    "holds_technical_rules": False,
}
DRAFT: dict[str, Any] = {
    "in_force_from": "2026-01-01",
    "fees": [{**FEE, "paragraph": "2 §", "steps": [{"amount_sek": "0.12"}]}],
}
NOTICE = {"number": "2025/0123/SE", "received_on": "2025-05-12"}
PROMULGATED = {"series": "MDFFS", "year": 2025, "number": 1, "promulgated_on": "2025-11-20"}
RULES = {
    "system": "E_IDENTIFICATION",
    "kind": "TECHNICAL_RULES",
    "label": "1",
    "title": "Tekniska regler",
    "published_on": "2025-03-01",
    "applies_from": "2025-06-30",
}


async def circulated(office: Office, **changed: object) -> str:
    return await office.do("circulate_regulation", **{**CIRCULATED, **changed})


async def decided(office: Office, on: str = "2025-10-01", case_number: str = "2025-77", **changed: object) -> str:
    regulation = await circulated(office, case_number=case_number)
    outcome = await office.decide("issue_regulation", on, regulation=regulation, **{**DRAFT, **changed})
    assert isinstance(outcome, Done), outcome
    return outcome.key


async def refused_to_decide(office: Office, regulation: str, on: str, **changed: object) -> str:
    outcome = await office.decide("issue_regulation", on, regulation=regulation, **{**DRAFT, **changed})
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


async def test_a_circulated_draft_is_decided_by_another(office: Office) -> None:
    regulation = await decided(office)
    held = await office.now("regulation", regulation)
    assert (str(held["circulated_on"]), str(held["decided_on"]), held["promulgated_on"]) == (
        "2025-03-03",
        "2025-10-01",
        None,
    )
    assert str((await office.now("fee_tier", f"{regulation}-fee-1-step-1"))["amount_sek"]) == "0.1200"


async def test_who_is_asked_has_time_to_answer_before_anything_is_decided(office: Office) -> None:
    early = {**CIRCULATED, "answers_due_on": "2025-03-02"}
    assert await office.refused("circulate_regulation", **early) == "DATES_CONTRADICT"
    regulation = await circulated(office)
    assert await refused_to_decide(office, regulation, "2025-03-02") == "ILLEGAL_TRANSITION"
    assert await refused_to_decide(office, regulation, "2025-05-02") == "DATES_CONTRADICT"
    assert await office.refused("circulate_regulation", **CIRCULATED) == "ALREADY_REGISTERED"
    assert isinstance(await office.decide("issue_regulation", "2025-05-03", regulation=regulation, **DRAFT), Done)


async def test_technical_rules_are_decided_after_their_standstill(office: Office) -> None:
    regulation = await circulated(office, holds_technical_rules=True)
    assert await refused_to_decide(office, regulation, "2025-10-01") == "NOT_NOTIFIED"
    early = {"regulation": regulation, **NOTICE, "received_on": "2025-03-02"}
    assert await office.refused("notify_regulation", **early) == "DATES_CONTRADICT"
    await office.do("notify_regulation", regulation=regulation, **NOTICE)
    assert await office.refused("notify_regulation", regulation=regulation, **NOTICE) == "ILLEGAL_TRANSITION"
    assert await refused_to_decide(office, regulation, "2025-08-11") == "STANDSTILL"
    assert await refused_to_decide(office, regulation, "2025-08-12", not_notified_because="Ringa.") == "NOT_NOTIFIED"
    outcome = await office.decide("issue_regulation", "2025-08-12", regulation=regulation, **DRAFT)
    assert isinstance(outcome, Done), outcome
    late = {"regulation": regulation, "number": "2025/0124/SE", "received_on": "2025-08-13"}
    assert await office.refused("notify_regulation", **late) == "ILLEGAL_TRANSITION"


async def test_a_detailed_opinion_prolongs_a_standstill_that_runs(office: Office) -> None:
    regulation = await circulated(office)
    await office.do("notify_regulation", regulation=regulation, **NOTICE)
    opinion = {"notification": "eu-2025-0123-se"}
    assert await office.refused("record_detailed_opinion", **opinion, on="2025-08-12") == "DATES_CONTRADICT"
    await office.do("record_detailed_opinion", **opinion, on="2025-08-11")
    assert await office.refused("record_detailed_opinion", **opinion, on="2025-08-12") == "ALREADY_DONE"
    assert await refused_to_decide(office, regulation, "2025-09-11") == "STANDSTILL"
    assert isinstance(await office.decide("issue_regulation", "2025-09-12", regulation=regulation, **DRAFT), Done)


async def test_what_needs_no_notification_says_why(office: Office) -> None:
    regulation = await circulated(office, holds_technical_rules=True)
    told = {**DRAFT, "not_notified_because": "Reglerna är rent administrativa."}
    assert isinstance(await office.decide("issue_regulation", "2025-10-01", regulation=regulation, **told), Done)
    assert (await office.now("regulation", regulation))["not_notified_because"] == "Reglerna är rent administrativa."


async def test_the_database_lets_no_correction_move_a_decision_into_the_standstill(office: Office) -> None:
    regulation = await circulated(office)
    await office.do("notify_regulation", regulation=regulation, **NOTICE)
    await office.decide("issue_regulation", "2025-10-01", regulation=regulation, **DRAFT)
    wrong = {"table": "regulation", "key": regulation, "on": "2025-10-01", "why": "Fel dag."}
    for name, value in (
        ("decided_on", "2025-08-11"),
        ("circulated_on", "2025-10-02"),
        ("answers_due_on", "2025-10-01"),
    ):
        outcome = await office.decide("correct_fact", "2026-01-01", **wrong, facts=[{"name": name, "value": value}])
        assert isinstance(outcome, Refusal), name
        assert outcome.code == "AGAINST_A_RULE"


async def test_a_decided_regulation_gets_its_designation_by_promulgation(office: Office) -> None:
    regulation = await decided(office)
    await office.do("promulgate_regulation", regulation=regulation, **PROMULGATED)
    held = await office.now("regulation", regulation)
    assert (held["series"], held["year"], held["number"]) == ("MDFFS", 2025, 1)
    assert await office.refused("promulgate_regulation", regulation=regulation, **PROMULGATED) == "ILLEGAL_TRANSITION"


@pytest.mark.parametrize("on", ["2025-09-30", "2026-01-02"])
async def test_promulgation_lies_between_decision_and_force(office: Office, on: str) -> None:
    given = {**PROMULGATED, "promulgated_on": on, "regulation": await decided(office)}
    assert await office.refused("promulgate_regulation", **given) == "DATES_CONTRADICT"


async def test_a_new_fee_takes_the_place_of_the_old_from_its_first_day(office: Office) -> None:
    first = await decided(office)
    steps = [{"to_quantity": 1000, "amount_sek": "0.11"}, {"from_quantity": 1000, "amount_sek": "0.10"}]
    fee = {**FEE, "dimension": "VOLUME", "calculation": "MARGINAL", "steps": steps}
    await decided(office, "2026-05-01", "2026-8", in_force_from="2026-07-01", fees=[fee])
    assert str((await office.now("fee_rule", f"{first}-fee-1"))["ends_on"]) == "2026-07-01"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"in_force_from": "2025-09-30"}, "DATES_CONTRADICT"),
        ({"fees": [{**FEE, "steps": []}]}, "BAD_FEE_TIERS"),
        ({"fees": [{**FEE, "steps": [{"from_quantity": 5, "amount_sek": "1"}]}]}, "BAD_FEE_TIERS"),
        ({"fees": [{**FEE, "steps": [{"amount_sek": "0.00001"}]}]}, "TOO_MANY_DECIMALS"),
    ],
)
async def test_a_regulation_that_prices_nothing_whole_is_not_even_prepared(
    office: Office, changed: dict[str, object], code: str
) -> None:
    assert await refused_to_decide(office, await circulated(office), "2025-10-01", **changed) == code


async def test_a_regulation_is_repealed_with_its_fees_while_in_force(office: Office) -> None:
    regulation = await decided(office)
    await office.do("promulgate_regulation", regulation=regulation, **PROMULGATED)
    early = {"regulation": regulation, "on": "2025-12-01", "repealed_on": "2026-07-01"}
    assert await office.refused("repeal_regulation", DAVID, **early) == "ILLEGAL_TRANSITION"
    await office.do("repeal_regulation", DAVID, **{**early, "on": "2026-03-01"})
    assert str((await office.now("fee_rule", f"{regulation}-fee-1"))["ends_on"]) == "2026-07-01"


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        (None, "NOT_NOTIFIED"),
        ({"number": "2025/0123/SE", "received_on": "2025-03-31"}, None),
        ({"number": "2025/0123/SE", "received_on": "2025-04-01"}, "STANDSTILL"),
        ({"number": "2025/0123/SE", "received_on": "2025-03-01", "detailed_opinion": True}, "STANDSTILL"),
    ],
)
async def test_nothing_technical_applies_inside_its_standstill(
    office: Office, notice: dict[str, object] | None, code: str | None
) -> None:
    given = {**RULES, "eu_notification": notice}
    if code:
        assert await office.refused("publish_requirements_version", DAVID, **given) == code
    else:
        assert await office.do("publish_requirements_version", DAVID, **given)


async def test_the_version_a_new_one_replaces_ceases_when_it_applies(office: Office) -> None:
    terms = {**RULES, "kind": "TERMS"}
    first = await office.do("publish_requirements_version", DAVID, **terms)
    second = {**terms, "label": "2", "published_on": "2025-09-01", "applies_from": "2026-01-01", "replaces": first}
    await office.do("publish_requirements_version", DAVID, **second)
    assert str((await office.now("requirements_version", first))["ceases_on"]) == "2026-01-01"


async def test_a_regulation_that_was_never_promulgated_is_not_repealed(office: Office) -> None:
    repeal = {"regulation": await decided(office), "on": "2026-02-01", "repealed_on": "2026-07-01"}
    assert await office.refused("repeal_regulation", DAVID, **repeal) == "ILLEGAL_TRANSITION"
