"""The table of deeds: every row is whole, and none gives away what another role is for."""

from auktor.core.deeds.applications import CYCLE_STEP
from auktor.core.deeds.declaring import meaning_of
from auktor.core.deeds.table import DEEDS, WHO
from auktor.core.lifecycles import APPLICATION, LIFE_CYCLES
from auktor.core.roles import Role


def test_every_field_of_every_input_says_what_it_means() -> None:
    for deed in DEEDS.values():
        for declared in deed.order.__dataclass_fields__.values():
            assert meaning_of(declared).en


def test_a_deed_that_another_decides_says_who_prepares() -> None:
    for deed in DEEDS.values():
        assert (deed.prepared_as is None) is not bool(deed.prepared_by)


def test_nobody_decides_but_decision_makers() -> None:
    prepared = [deed for deed in DEEDS.values() if deed.prepared_as]
    assert prepared
    assert all(deed.who == {Role.DECISION_MAKER} for deed in prepared)


def test_auditors_publishers_and_administrators_do_no_deed() -> None:
    idle = {Role.AUDITOR, Role.PUBLISHER, Role.ADMIN, Role.ANONYMOUS}
    assert not any(idle & (deed.who | deed.prepared_by) for deed in DEEDS.values())


def test_every_step_of_an_application_is_one_of_its_life_cycle() -> None:
    assert set(CYCLE_STEP.values()) <= {step.deed for step in APPLICATION.transitions}


def test_every_step_of_a_life_cycle_is_done_by_deeds_or_by_the_day_itself() -> None:
    steps = [step for cycle in LIFE_CYCLES for step in cycle.transitions]
    assert {name for step in steps for name in step.done_by} <= set(WHO)
    assert {step.deed for step in steps if not step.done_by} == {"end", "enter_into_force"}
    assert {step.requires for step in steps if not step.done_by} == {
        "its first day has come",
        "its last day has passed, or its system is closed",
    }
