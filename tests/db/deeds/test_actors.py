"""Public actors: what they are obliged to, and exemptions with an end."""

import pytest

from db.deeds import Done, Refusal
from tests.db.deeds.office import DAVID, Office

GRANTED = {"case_number": "U 7", "exempt_from": "2026-02-01", "exempt_until": "2026-08-01", "reasons": "Systembyte."}
READ = {"rule": "rule-3", "outcome": "OBLIGED", "ground_sv": "Grund.", "ground_en": "Ground.", "on": "2025-02-01"}


async def test_an_obliged_agency_is_exempt_until_a_day(office: Office) -> None:
    actor = await office.agency()
    await office.obliged(actor)
    outcome = await office.decide("grant_exemption", "2026-01-15", actor=actor, **GRANTED)
    assert isinstance(outcome, Done)
    assert str((await office.now("exemption", outcome.key))["exempt_until"]) == "2026-08-01"
    assert (await office.now("decision", "decision-u-7"))["kind"] == "EXEMPTION"


async def test_an_actor_not_obliged_is_not_exempt(office: Office) -> None:
    actor = await office.do("register_public_actor", name="Nya kommunen", category="MUNICIPALITY", on="2025-01-01")
    outcome = await office.decide("grant_exemption", "2026-01-15", actor=actor, **GRANTED)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "NOT_OBLIGED"


async def test_nobody_is_exempt_before_the_system_is_in_operation(office: Office) -> None:
    actor = await office.agency()
    await office.obliged(actor)
    early = {**GRANTED, "exempt_from": "2025-12-31"}
    outcome = await office.decide("grant_exemption", "2025-11-15", actor=actor, **early)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "NOT_OBLIGED"


async def test_an_exemption_has_a_day_in_it(office: Office) -> None:
    actor = await office.agency()
    await office.obliged(actor)
    outcome = await office.decide(
        "grant_exemption", "2026-01-15", actor=actor, **GRANTED | {"exempt_until": "2026-02-01"}
    )
    assert isinstance(outcome, Refusal)
    assert outcome.code == "DATES_CONTRADICT"


async def test_an_exemption_ends_earlier_but_is_not_prolonged(office: Office) -> None:
    actor = await office.agency()
    await office.obliged(actor)
    await office.decide("grant_exemption", "2026-01-15", actor=actor, **GRANTED)
    later = {"exemption": "exemption-u-7", "exempt_until": "2026-09-01", "on": "2026-05-01"}
    assert await office.refused("end_exemption", DAVID, **later) == "DATES_CONTRADICT"
    await office.do("end_exemption", DAVID, **later | {"exempt_until": "2026-06-01"})
    assert str((await office.now("exemption", "exemption-u-7"))["exempt_until"]) == "2026-06-01"


async def test_the_rule_obliges_only_agencies_under_the_government(office: Office) -> None:
    actor = await office.agency("Riksdagens verk", under_government=False)
    assert await office.refused("assess_obligation", actor=actor, **READ) == "OBLIGES_NOBODY"
    await office.do("assess_obligation", actor=actor, **READ | {"outcome": "NOT_COVERED"})


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"on": "2024-12-31"}, "OBLIGES_NOBODY"), ({"outcome": "EXEMPT_BY_DECISION"}, "NOT_AN_OUTCOME")],
)
async def test_an_assessment_reads_no_more_into_the_rule(office: Office, changed: dict[str, str], code: str) -> None:
    actor = await office.agency(on="2024-06-01")
    assert await office.refused("assess_obligation", actor=actor, **READ | changed) == code


async def test_a_later_assessment_leaves_the_earlier_for_its_days(office: Office) -> None:
    actor = await office.agency()
    await office.obliged(actor)
    key = await office.do("assess_obligation", actor=actor, **READ | {"outcome": "NOT_COVERED", "on": "2026-05-01"})
    held = await office.now("obligation_assessment", key)
    assert (str(held["valid_from"]), held["outcome"]) == ("2026-05-01", "NOT_COVERED")


@pytest.mark.parametrize("number", ["800101-1234", "19800101-1238"])
async def test_a_number_shaped_like_a_persons_is_not_registered(office: Office, number: str) -> None:
    order = {"name": "Enskild", "category": "PRIVATE_SCHOOL", "on": "2025-01-01", "organisation_number": number}
    assert await office.refused("register_public_actor", **order) == "PERSONAL_IDENTITY_NUMBER"
