"""Services by their life cycle, and suppliers followed up."""

import pytest

from db.deeds import Refusal
from tests.db.deeds.office import CLARA, Office

SERVICE = {
    "supplier": "nya-legitimationer",
    "system": "E_IDENTIFICATION",
    "name": "Nya-ID",
    "kind": "E_IDENTIFICATION",
    "assurance_level": "LEVEL_3",
    "target_group": "PERSON",
    "on": "2025-06-01",
}


async def a_service(office: Office) -> str:
    await office.agreement(await office.approved())
    return await office.do("add_service", **SERVICE)


async def test_a_service_is_connected_started_suspended_resumed_and_closed(office: Office) -> None:
    service = await a_service(office)
    for status, on in (
        ("TECHNICALLY_CONNECTED", "2025-09-01"),
        ("IN_OPERATION", "2026-01-01"),
        ("SUSPENDED", "2026-02-01"),
        ("IN_OPERATION", "2026-02-03"),
        ("CLOSED", "2026-10-01"),
    ):
        await office.do("change_service_status", service=service, status=status, on=on)
        assert (await office.now("service", service))["status"] == status


async def test_a_closed_service_stays_closed(office: Office) -> None:
    service = await a_service(office)
    for status, on in (
        ("TECHNICALLY_CONNECTED", "2025-09-01"),
        ("IN_OPERATION", "2026-01-01"),
        ("CLOSED", "2026-02-01"),
    ):
        await office.do("change_service_status", service=service, status=status, on=on)
    given = {"service": service, "status": "IN_OPERATION", "on": "2026-03-01"}
    refused = await office.ask("change_service_status", CLARA, given)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.remedy) == ("ILLEGAL_TRANSITION", "It may become: nothing.")


async def test_a_service_starts_only_under_an_agreement_in_force(office: Office) -> None:
    service = await a_service(office)
    await office.do("change_service_status", service=service, status="TECHNICALLY_CONNECTED", on="2025-09-01")
    given = {"service": service, "status": "IN_OPERATION", "on": "2025-12-31"}
    assert await office.refused("change_service_status", **given) == "NO_AGREEMENT"


@pytest.mark.parametrize(
    "changed", [{"kind": "DIGITAL_MAILBOX"}, {"assurance_level": None}, {"non_resident": True, "quality_mark": True}]
)
async def test_a_service_that_contradicts_itself_is_refused(office: Office, changed: dict[str, object]) -> None:
    await office.supplier()
    assert await office.refused("add_service", **SERVICE | changed) == "BAD_SERVICE"


async def a_review(office: Office) -> str:
    supplier = await office.supplier()
    return await office.do("open_review", supplier=supplier, case_number="U 1", opened_on="2026-03-02")


FINDING = {"severity": "MAJOR", "description": "En brist.", "found_on": "2026-03-05", "deadline": "2026-04-05"}


async def test_a_review_ends_as_remedied_when_every_finding_is(office: Office) -> None:
    review = await a_review(office)
    finding = await office.do("record_finding", review=review, **FINDING)
    closing = {"review": review, "closed_on": "2026-05-01", "outcome": "REMEDIED"}
    assert await office.refused("close_review", **closing) == "FINDINGS_OPEN"
    await office.do("remedy_finding", finding=finding, remedied_on="2026-04-01")
    await office.do("close_review", **closing)
    assert (await office.now("review", review))["outcome"] == "REMEDIED"


async def test_a_review_with_findings_is_not_in_order(office: Office) -> None:
    review = await a_review(office)
    await office.do("record_finding", review=review, **FINDING)
    closing = {"review": review, "closed_on": "2026-05-01", "outcome": "IN_ORDER"}
    assert await office.refused("close_review", **closing) == "FINDINGS_OPEN"


async def test_nothing_is_found_in_a_closed_review(office: Office) -> None:
    review = await a_review(office)
    await office.do("close_review", review=review, closed_on="2026-03-04", outcome="IN_ORDER")
    assert await office.refused("record_finding", review=review, **FINDING) == "ALREADY_DONE"


@pytest.mark.parametrize("changed", [{"found_on": "2026-03-01"}, {"deadline": "2026-03-04"}])
async def test_the_days_of_a_finding_follow_each_other(office: Office, changed: dict[str, object]) -> None:
    given = {"review": await a_review(office), **FINDING, **changed}
    assert await office.refused("record_finding", **given) == "DATES_CONTRADICT"
