"""A system is established when its requirements and terms are published, and in operation from a day on (6 §)."""

from datetime import date

from db.deeds import Done, Outcome, Refusal
from db.models import AuthorisationSystem
from tests.db.deeds.office import CLARA, DAVID, Office
from tests.publish.small_register import describe

POST = {"system": "DIGITAL_POST"}
PLANNED = {"established_on": None, "operation_from": None, "closed_on": None}
ESTABLISHED = {**POST, "established_on": "2024-06-03"}


async def planned(office: Office) -> None:
    """The system for digital post as it is before anything is published."""
    names = {"code": "DIGITAL_POST", "name_sv": "Digital post", "name_en": "Digital post", "authority_id": "digg"}
    facts = {**names, **PLANNED, "provenance": "OFFICIAL"}
    await describe(office.database, (AuthorisationSystem, "DIGITAL_POST", facts, date(2024, 2, 1)))


async def publish(office: Office, kind: str) -> None:
    days = {"published_on": "2024-05-01", "applies_from": "2024-06-01"}
    await office.do("publish_requirements_version", DAVID, **POST, kind=kind, label="1", title="Krav", **days)


def code(outcome: Outcome) -> str:
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


async def test_a_system_is_established_once_what_it_asks_for_is_published(office: Office) -> None:
    await planned(office)
    await publish(office, "APPROVAL_REQUIREMENTS")
    assert code(await office.decide("establish_system", "2024-06-01", **ESTABLISHED)) == "NOT_PUBLISHED"
    await publish(office, "TERMS")
    assert code(await office.decide("establish_system", "2024-06-04", **ESTABLISHED)) == "DATES_CONTRADICT"
    assert isinstance(await office.decide("establish_system", "2024-06-01", **ESTABLISHED), Done)
    assert str((await office.now("authorisation_system", "DIGITAL_POST"))["established_on"]) == "2024-06-03"
    assert code(await office.decide("establish_system", "2024-06-02", **ESTABLISHED)) == "ILLEGAL_TRANSITION"


async def test_an_established_system_starts_once(office: Office) -> None:
    await planned(office)
    started = {**POST, "operation_from": "2025-01-01"}
    assert code(await office.decide("start_system", "2024-09-01", **started)) == "ILLEGAL_TRANSITION"
    for kind in ("APPROVAL_REQUIREMENTS", "TERMS"):
        await publish(office, kind)
    await office.decide("establish_system", "2024-06-01", **ESTABLISHED)
    assert code(await office.decide("start_system", "2025-01-02", **started)) == "DATES_CONTRADICT"
    assert isinstance(await office.decide("start_system", "2024-09-01", **started), Done)
    assert code(await office.decide("start_system", "2024-09-02", **started)) == "ALREADY_DONE"


async def test_nobody_establishes_or_starts_a_system_alone(office: Office) -> None:
    await planned(office)
    alone = await office.ask("establish_system", CLARA, ESTABLISHED)
    assert code(alone) == "NOT_ALLOWED"
