"""Who must use the system on a day, on what ground, and what is never guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.errors import BadAssessment, ExemptionWithoutEnd
from auktor.core.law import legal_source
from auktor.core.obligation import (
    NO_E_IDENTIFICATION,
    NOT_AN_AGENCY,
    NOT_READ,
    VOLUNTARY_POST,
    Actor,
    Assessment,
    Condition,
    Exemption,
    Obligation,
    Rule,
    assess,
)
from auktor.core.periods import Period
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory, SystemCode
from auktor.core.wording import Wording

LIVE = date(2026, 2, 1)
RULE = Rule(
    "skyldighet-2023-709",
    SystemCode.E_IDENTIFICATION,
    "SFS 2023:709 3 §",
    in_force=Period(date(2025, 1, 1)),
    operation=Period(date(2026, 1, 1)),
)
NEW_ACT = replace(
    RULE,
    key="statlig-e-legitimation",
    legal_source="prop.",
    in_force=Period(date(2026, 12, 1)),
    only_under_government=False,
)
OBLIGED = Assessment(
    RULE.key,
    ObligationStatus.OBLIGED,
    Wording(sv="3 § första stycket", en="Section 3, first paragraph"),
    "SFS 2023:709 3 § första stycket",
)
EXEMPT = Assessment(
    RULE.key,
    ObligationStatus.EXEMPT_BY_STATUTE,
    Wording(sv="Säkerhetspolisen, 3 § andra stycket", en="The Security Service, Section 3, second paragraph"),
    "SFS 2023:709 3 § andra stycket",
)
AGENCY = Actor(PublicActorCategory.STATE_AGENCY, under_government=True, assessments=(OBLIGED,))


def on(day: date, actor: Actor = AGENCY, *rules: Rule) -> Obligation:
    return assess(actor, SystemCode.E_IDENTIFICATION, rules or (RULE,), day)


def exemption(start: date, end: date, case_number: str = "2026-17") -> Exemption:
    return Exemption(Period(start, end), case_number)


def test_an_agency_is_obliged_if_it_requires_e_identification() -> None:
    assert on(LIVE) == Obligation(
        ObligationStatus.OBLIGED,
        OBLIGED.ground,
        legal_source("SFS 2023:709 3 § första stycket"),
        condition=Condition.REQUIRES_E_IDENTIFICATION,
    )


def test_the_condition_falls_away_where_it_is_known_to_be_met() -> None:
    actor = replace(AGENCY, assessments=(replace(OBLIGED, requires_e_identification=True),))
    assert on(LIVE, actor).status is ObligationStatus.OBLIGED
    assert on(LIVE, actor).condition is None


def test_an_agency_that_requires_no_e_identification_is_not_covered() -> None:
    actor = replace(AGENCY, assessments=(replace(OBLIGED, requires_e_identification=False),))
    assert (on(LIVE, actor).status, on(LIVE, actor).ground) == (ObligationStatus.NOT_COVERED, NO_E_IDENTIFICATION)


def test_nobody_is_obliged_before_the_rule_is_in_force() -> None:
    early = replace(RULE, operation=Period(date(2024, 1, 1)))
    answer = on(date(2024, 12, 31), AGENCY, early)
    assert answer.status is ObligationStatus.NOT_COVERED
    assert answer.ground.sv == "Ingen skyldighet gäller 2024-12-31; den första gäller från och med 2025-01-01."
    assert on(date(2025, 1, 1), AGENCY, early).status is ObligationStatus.OBLIGED


def test_the_obligation_has_no_effect_before_the_system_is_in_operation() -> None:
    answer = on(date(2025, 12, 31))
    assert answer.status is ObligationStatus.NOT_COVERED
    assert answer.ground.en == ("The obligation has no effect before the system is in operation, from 2026-01-01.")
    assert on(date(2026, 1, 1)).status is ObligationStatus.OBLIGED


def test_a_system_without_a_day_of_operation_obliges_nobody() -> None:
    answer = on(LIVE, AGENCY, replace(RULE, operation=None))
    assert answer.status is ObligationStatus.NOT_COVERED
    assert "no day is set" in answer.ground.en


def test_a_closed_system_obliges_nobody() -> None:
    closed = replace(RULE, operation=Period(date(2026, 1, 1), date(2026, 2, 1)))
    assert on(LIVE, AGENCY, closed).ground.en == (
        "The obligation has effect only while the system is in operation, [2026-01-01, 2026-02-01)."
    )


def test_a_repealed_rule_obliges_nobody() -> None:
    repealed = replace(RULE, in_force=Period(date(2025, 1, 1), date(2026, 2, 1)))
    answer = on(LIVE, AGENCY, repealed)
    assert answer.status is ObligationStatus.NOT_COVERED
    assert answer.ground.sv == "Ingen skyldighet gäller 2026-02-01."


def test_digital_post_obliges_nobody() -> None:
    answer = assess(AGENCY, SystemCode.DIGITAL_POST, (RULE, replace(RULE, system=SystemCode.DIGITAL_POST)), LIVE)
    assert (answer.status, answer.ground) == (ObligationStatus.NOT_COVERED, VOLUNTARY_POST)


def test_an_actor_nobody_has_read_the_rule_for_is_not_assessed() -> None:
    answer = on(LIVE, replace(AGENCY, assessments=()))
    assert (answer.status, answer.ground) == (ObligationStatus.NOT_ASSESSED, NOT_READ)


def test_an_assessment_under_another_rule_does_not_count() -> None:
    answer = on(date(2026, 12, 1), AGENCY, RULE, NEW_ACT)
    assert answer.status is ObligationStatus.NOT_ASSESSED


def test_a_proposed_rule_obliges_nobody() -> None:
    proposed = replace(NEW_ACT, proposed=True)
    assert on(date(2026, 12, 1), AGENCY, RULE, proposed).status is ObligationStatus.OBLIGED


@pytest.mark.parametrize(
    ("category", "under_government"),
    [
        (PublicActorCategory.MUNICIPALITY, None),
        (PublicActorCategory.REGION, False),
        (PublicActorCategory.STATE_AGENCY, False),
    ],
)
def test_only_agencies_under_the_government_are_covered(
    category: PublicActorCategory,
    under_government: bool | None,  # noqa: FBT001  # three-valued, and given by name by pytest
) -> None:
    answer = on(LIVE, Actor(category, under_government, (OBLIGED,)))
    assert (answer.status, answer.ground) == (ObligationStatus.NOT_COVERED, NOT_AN_AGENCY)


def test_an_act_for_all_public_actors_reaches_municipalities() -> None:
    municipality = Actor(
        PublicActorCategory.MUNICIPALITY, under_government=False, assessments=(replace(OBLIGED, rule_key=NEW_ACT.key),)
    )
    assert on(date(2026, 12, 1), municipality, RULE, NEW_ACT).status is ObligationStatus.OBLIGED


def test_an_agency_whose_government_is_not_known_follows_its_assessment() -> None:
    assert on(LIVE, replace(AGENCY, under_government=None)).status is ObligationStatus.OBLIGED


def test_the_security_service_is_exempt_by_statute() -> None:
    answer = on(LIVE, replace(AGENCY, assessments=(EXEMPT,)))
    assert (answer.status, answer.ground) == (ObligationStatus.EXEMPT_BY_STATUTE, EXEMPT.ground)
    assert answer.legal_source is not None
    assert answer.legal_source.en == "Section 3, second paragraph, Ordinance (2023:709)"


def test_an_exemption_holds_until_its_end_and_not_on_it() -> None:
    actor = replace(AGENCY, exemptions=(exemption(date(2026, 1, 1), date(2026, 7, 1)),))
    answer = on(date(2026, 6, 30), actor)
    assert answer.status is ObligationStatus.EXEMPT_BY_DECISION
    assert answer.exempt_until == date(2026, 7, 1)
    assert answer.ground.sv == "Undantag genom beslut 2026-17, till 2026-07-01 (den dagen inte inräknad)."
    assert on(date(2026, 7, 1), actor).status is ObligationStatus.OBLIGED


def test_exemptions_that_meet_exempt_until_the_last_ends() -> None:
    actor = replace(
        AGENCY,
        exemptions=(
            exemption(date(2026, 7, 1), date(2027, 1, 1), "2026-99"),
            exemption(date(2026, 1, 1), date(2026, 7, 1)),
        ),
    )
    assert on(LIVE, actor).exempt_until == date(2027, 1, 1)


def test_an_exemption_changes_nothing_for_an_actor_that_is_not_obliged() -> None:
    actor = replace(AGENCY, assessments=(EXEMPT,), exemptions=(exemption(date(2026, 1, 1), date(2026, 7, 1)),))
    assert on(LIVE, actor).status is ObligationStatus.EXEMPT_BY_STATUTE


def test_an_exemption_without_an_end_is_refused() -> None:
    with pytest.raises(ExemptionWithoutEnd, match="The exemption 2026-17 has no end"):
        Exemption(Period(date(2026, 1, 1)), "2026-17")


def test_an_assessment_cannot_exempt_by_decision() -> None:
    with pytest.raises(BadAssessment, match="Record the decision as an exemption"):
        replace(OBLIGED, outcome=ObligationStatus.EXEMPT_BY_DECISION)


@given(
    st.dates(date(2023, 1, 1), date(2028, 1, 1)),
    st.sampled_from(PublicActorCategory),
    st.sampled_from([True, False, None]),
)
def test_nobody_is_ever_obliged_before_operation_or_outside_the_government(
    day: date,
    category: PublicActorCategory,
    under_government: bool | None,  # noqa: FBT001  # three-valued
) -> None:
    answer = on(day, Actor(category, under_government, (OBLIGED,)))
    if answer.status is ObligationStatus.OBLIGED:
        assert day >= date(2026, 1, 1)
        assert category is PublicActorCategory.STATE_AGENCY
        assert under_government is not False
