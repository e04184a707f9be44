"""The life cycles are tables, and only their steps are legal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.errors import IllegalTransition
from auktor.core.law import legal_source
from auktor.core.lifecycles import (
    AGREEMENT,
    APPLICATION,
    LIFE_CYCLES,
    REGULATION,
    SERVICE,
    SUPPLIER,
    SYSTEM,
    LifeCycle,
    mermaid,
)
from auktor.core.vocabulary import (
    AgreementStatus,
    ApplicationStatus,
    Language,
    RegulationStatus,
    ServiceStatus,
    SupplierStatus,
    Term,
)

CYCLES = pytest.mark.parametrize("cycle", LIFE_CYCLES, ids=lambda cycle: str(cycle.name))


def legal_targets(cycle: LifeCycle[Any], source: Term) -> set[str]:
    return {str(state) for state in cycle.states if cycle.is_legal(source, state)}


@CYCLES
def test_every_state_is_reached_from_the_first(cycle: LifeCycle[Any]) -> None:
    reached = {cycle.initial}
    for _ in cycle.states:
        reached |= {step.target for step in cycle.transitions if step.source in reached}
    assert reached == set(cycle.states)


@CYCLES
def test_every_state_leads_to_an_end(cycle: LifeCycle[Any]) -> None:
    ending = {state for state in cycle.states if cycle.is_final(state)}
    for _ in cycle.states:
        ending |= {step.source for step in cycle.transitions if step.target in ending}
    assert ending == set(cycle.states)


@CYCLES
def test_no_step_stays_or_stands_twice_in_the_table(cycle: LifeCycle[Any]) -> None:
    steps = [(step.source, step.target) for step in cycle.transitions]
    assert len(steps) == len(set(steps))
    assert all(source != target for source, target in steps)


@CYCLES
def test_every_step_names_the_law_it_rests_on(cycle: LifeCycle[Any]) -> None:
    assert all(legal_source(step.legal_source).sv for step in cycle.transitions)


@given(st.data())
def test_no_sequence_of_deeds_leaves_the_states(data: st.DataObject) -> None:
    cycle: LifeCycle[Any] = data.draw(st.sampled_from(LIFE_CYCLES))
    state = cycle.initial
    for _ in range(12):
        steps = cycle.deeds_from(state)
        if not steps:
            assert cycle.is_final(state)
            return
        state = data.draw(st.sampled_from(steps)).target
        assert state in cycle.states


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("RECEIVED", {"UNDER_REVIEW", "WITHDRAWN", "STRUCK_OFF"}),
        ("UNDER_REVIEW", {"SUPPLEMENT_REQUESTED", "APPROVED", "REJECTED", "DISMISSED", "WITHDRAWN", "STRUCK_OFF"}),
        ("SUPPLEMENT_REQUESTED", {"UNDER_REVIEW", "WITHDRAWN", "STRUCK_OFF"}),
        ("APPROVED", {"AGREEMENT_SIGNED", "LAPSED", "WITHDRAWN"}),
        ("REJECTED", {"RECTIFICATION_PENDING", "REJECTED_FINAL"}),
        ("RECTIFICATION_PENDING", {"UNDER_REVIEW", "REJECTED_FINAL"}),
        ("DISMISSED", set()),
        ("WITHDRAWN", set()),
        ("STRUCK_OFF", set()),
        ("REJECTED_FINAL", set()),
        ("AGREEMENT_SIGNED", set()),
        ("LAPSED", set()),
    ],
)
def test_an_application_goes_only_where_the_law_lets_it(source: str, targets: set[str]) -> None:
    assert legal_targets(APPLICATION, ApplicationStatus(source)) == targets


def test_a_supplier_that_left_does_not_come_back() -> None:
    assert legal_targets(SUPPLIER, SupplierStatus.ENDED) == set()
    assert legal_targets(SUPPLIER, SupplierStatus.CANCELLED) == set()
    assert legal_targets(SUPPLIER, SupplierStatus.TERMINATED) == {"ENDED"}


def test_a_suspended_service_may_resume() -> None:
    assert legal_targets(SERVICE, ServiceStatus.SUSPENDED) == {"IN_OPERATION", "CLOSED"}
    assert legal_targets(SERVICE, ServiceStatus.CLOSED) == set()


def test_an_agreement_is_in_force_before_notice_is_given() -> None:
    assert legal_targets(AGREEMENT, AgreementStatus.CONCLUDED) == {"IN_FORCE"}
    assert legal_targets(AGREEMENT, AgreementStatus.IN_FORCE) == {"TERMINATED", "ENDED", "CANCELLED"}


def test_a_regulation_is_circulated_before_it_is_decided() -> None:
    assert legal_targets(REGULATION, RegulationStatus.DRAFT) == {"CIRCULATED"}
    assert legal_targets(REGULATION, RegulationStatus.CIRCULATED) == {"NOTIFIED_TO_EU", "DECIDED"}


def test_a_deed_leads_where_the_table_says() -> None:
    (step,) = APPLICATION.transition(ApplicationStatus.APPROVED, "sign_agreement")
    assert step.target is ApplicationStatus.AGREEMENT_SIGNED
    assert step.legal_source == "SFS 2023:704 15 §"


def test_an_impossible_deed_is_refused_with_the_possible_ones() -> None:
    with pytest.raises(IllegalTransition) as caught:
        APPLICATION.transition(ApplicationStatus.REJECTED, "approve")
    assert str(caught.value) == (
        "ILLEGAL_TRANSITION: approve is not possible for an object of the life cycle application that is rejected. "
        "Possible now: seek_rectification, become_final."
    )


def test_nothing_is_possible_at_the_end() -> None:
    with pytest.raises(IllegalTransition, match="Possible now: none"):
        APPLICATION.transition(ApplicationStatus.LAPSED, "approve")


def test_a_life_cycle_is_drawn_from_its_table() -> None:
    assert mermaid(SYSTEM, Language.SV) == (
        "stateDiagram-v2\n"
        '    state "planerat" as PLANNED\n'
        '    state "inrättat" as ESTABLISHED\n'
        '    state "i drift" as IN_OPERATION\n'
        '    state "avslutat" as CLOSED\n'
        "    [*] --> PLANNED\n"
        "    PLANNED --> ESTABLISHED: establish\n"
        "    ESTABLISHED --> IN_OPERATION: start\n"
        "    ESTABLISHED --> CLOSED: close\n"
        "    IN_OPERATION --> CLOSED: close\n"
        "    CLOSED --> [*]\n"
    )
    assert '    state "planned" as PLANNED\n' in mermaid(SYSTEM, Language.EN)
