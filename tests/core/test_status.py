"""Where things stand on a day follows from their dates."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.lifecycles import AGREEMENT, REGULATION, SUPPLIER
from auktor.core.status import (
    SUPPLIER_STATUS,
    agreement_status,
    regulation_status,
    requirements_status,
    system_status,
)
from auktor.core.vocabulary import (
    AgreementStatus,
    EndGround,
    RegulationStatus,
    RequirementsStatus,
    SupplierStatus,
    SystemStatus,
)


def agreement(as_of: date, end_ground: EndGround = EndGround.TERMINATED_BY_ACTOR) -> AgreementStatus:
    return agreement_status(
        signed_on=date(2025, 11, 20),
        in_force_from=date(2026, 1, 1),
        terminated_on=date(2026, 6, 10),
        ends_on=date(2026, 10, 1),
        end_ground=end_ground,
        as_of=as_of,
    )


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2025, 11, 19), AgreementStatus.DRAFT),
        (date(2025, 11, 20), AgreementStatus.CONCLUDED),
        (date(2025, 12, 31), AgreementStatus.CONCLUDED),
        (date(2026, 1, 1), AgreementStatus.IN_FORCE),
        (date(2026, 6, 9), AgreementStatus.IN_FORCE),
        (date(2026, 6, 10), AgreementStatus.TERMINATED),
        (date(2026, 9, 30), AgreementStatus.TERMINATED),
        (date(2026, 10, 1), AgreementStatus.ENDED),
    ],
)
def test_an_agreement_changes_status_on_its_days(as_of: date, status: AgreementStatus) -> None:
    assert agreement(as_of) is status


def test_an_agreement_that_is_cancelled_for_breach_has_not_merely_ended() -> None:
    assert agreement(date(2026, 10, 1), EndGround.CANCELLED_FOR_BREACH) is AgreementStatus.CANCELLED


def test_an_agreement_whose_term_runs_out_is_in_force_until_its_end() -> None:
    def status(as_of: date) -> AgreementStatus:
        return agreement_status(
            signed_on=None,
            in_force_from=date(2026, 1, 1),
            terminated_on=None,
            ends_on=date(2027, 1, 1),
            end_ground=EndGround.TERM_EXPIRED,
            as_of=as_of,
        )

    assert status(date(2026, 12, 31)) is AgreementStatus.IN_FORCE
    assert status(date(2027, 1, 1)) is AgreementStatus.ENDED


@given(st.lists(st.integers(1, 60), min_size=5, max_size=5), st.sampled_from([None, *EndGround]))
def test_day_by_day_an_agreement_only_takes_legal_steps(gaps: list[int], end_ground: EndGround | None) -> None:
    first, signed, in_force, notice, end = (date(2026, 1, 1) + timedelta(days=sum(gaps[: n + 1])) for n in range(5))
    is_breach = end_ground is EndGround.CANCELLED_FOR_BREACH
    seen = [
        agreement_status(
            signed_by_actor_on=first,
            signed_on=signed,
            in_force_from=in_force,
            terminated_on=None if is_breach else notice,
            ends_on=end,
            end_ground=end_ground,
            as_of=first + timedelta(days=day),
        )
        for day in range((end - first).days + 2)
    ]
    steps = [(one, other) for one, other in pairwise(seen) if one is not other]
    assert all(AGREEMENT.is_legal(one, other) for one, other in steps)
    assert seen[-1] is (AgreementStatus.CANCELLED if is_breach else AgreementStatus.ENDED)


def test_by_signing_a_supplier_goes_from_approved_to_connected() -> None:
    assert SUPPLIER_STATUS[AgreementStatus.DRAFT] is SupplierStatus.APPROVED
    assert SUPPLIER_STATUS[AgreementStatus.CONCLUDED] is SupplierStatus.CONNECTED


def test_every_agreement_gives_its_supplier_a_status() -> None:
    assert set(SUPPLIER_STATUS) == set(AgreementStatus)


NO_DATE: dict[str, date | None] = dict.fromkeys(
    ("circulated_on", "notified_on", "decided_on", "promulgated_on", "in_force_from", "ceases_on")
)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2025, 2, 28), RegulationStatus.DRAFT),
        (date(2025, 3, 1), RegulationStatus.CIRCULATED),
        (date(2025, 5, 1), RegulationStatus.NOTIFIED_TO_EU),
        (date(2025, 10, 1), RegulationStatus.DECIDED),
        (date(2025, 10, 15), RegulationStatus.PROMULGATED),
        (date(2026, 1, 1), RegulationStatus.IN_FORCE),
        (date(2026, 12, 31), RegulationStatus.IN_FORCE),
        (date(2027, 1, 1), RegulationStatus.REPEALED),
    ],
)
def test_a_regulation_changes_status_on_its_days(as_of: date, status: RegulationStatus) -> None:
    found = regulation_status(
        circulated_on=date(2025, 3, 1),
        notified_on=date(2025, 5, 1),
        decided_on=date(2025, 10, 1),
        promulgated_on=date(2025, 10, 15),
        in_force_from=date(2026, 1, 1),
        ceases_on=date(2027, 1, 1),
        as_of=as_of,
    )
    assert found is status


def test_a_regulation_with_only_a_day_of_entry_into_force_is_in_force() -> None:
    known = {**NO_DATE, "in_force_from": date(2024, 1, 1)}
    assert regulation_status(**known, as_of=date(2026, 1, 1)) is RegulationStatus.IN_FORCE


def test_a_regulation_of_which_no_date_is_known_is_not_called_a_draft() -> None:
    assert regulation_status(**NO_DATE, as_of=date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2025, 5, 31), SystemStatus.PLANNED),
        (date(2025, 6, 1), SystemStatus.ESTABLISHED),
        (date(2026, 1, 1), SystemStatus.IN_OPERATION),
        (date(2030, 1, 1), SystemStatus.CLOSED),
    ],
)
def test_a_system_changes_status_on_its_days(as_of: date, status: SystemStatus) -> None:
    found = system_status(
        established_on=date(2025, 6, 1), operation_from=date(2026, 1, 1), closed_on=date(2030, 1, 1), as_of=as_of
    )
    assert found is status


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (date(2025, 6, 30), None),
        (date(2025, 7, 1), RequirementsStatus.PUBLISHED),
        (date(2026, 1, 1), RequirementsStatus.APPLICABLE),
        (date(2027, 1, 1), RequirementsStatus.CEASED),
    ],
)
def test_requirements_apply_only_after_they_are_published(as_of: date, status: RequirementsStatus | None) -> None:
    found = requirements_status(
        published_on=date(2025, 7, 1), applies_from=date(2026, 1, 1), ceases_on=date(2027, 1, 1), as_of=as_of
    )
    assert found is status


TODAY = date(2026, 1, 1)
DAYS_OR_NONE = [None, TODAY, date(2026, 2, 1)]


def test_dates_show_every_state_of_a_life_cycle() -> None:
    agreements = {
        agreement_status(
            signed_by_actor_on=first,
            signed_on=signed,
            in_force_from=starts,
            terminated_on=notice,
            ends_on=ends,
            end_ground=ground,
            as_of=TODAY,
        )
        for first, signed, starts, notice, ends in product(DAYS_OR_NONE, repeat=5)
        for ground in EndGround
    }
    regulations = {
        regulation_status(**dict(zip(NO_DATE, dates, strict=True)), as_of=TODAY)
        for dates in product(DAYS_OR_NONE, repeat=len(NO_DATE))
    }
    assert agreements == set(AGREEMENT.states)
    assert regulations - {None} == set(REGULATION.states)
    assert {SUPPLIER_STATUS[status] for status in agreements} == set(SUPPLIER.states)
