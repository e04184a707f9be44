"""Volumes in bulk and corrections: added, never overwritten, and decided by two."""

from typing import Any

import pytest

from auktor.core.deeds.table import DEEDS
from db.deeds import Done, Prepared, Refusal
from db.engine import rows
from db.models import MonthlyVolume
from tests.db.deeds.office import CLARA, DAVID, Office
from tests.db.deeds.test_services_and_reviews import SERVICE

WRONG = {"table": "supplier", "key": "nya-legitimationer", "on": "2025-03-01", "why": "Läst fel ur registret."}
NAMED = {**WRONG, "facts": [{"name": "name", "value": "Nya Legitimationer AB"}]}


async def a_service(office: Office) -> str:
    await office.supplier()
    await office.agency("Ett verk")
    await office.agency("Två verk")
    return await office.do("add_service", **SERVICE)


def reported(service: str, *rows: tuple[str, int], **more: object) -> dict[str, Any]:
    volumes = [
        {"actor": actor, "item": "IDENTIFICATION", "month": "2026-01-01", "quantity": number} for actor, number in rows
    ]
    return {"service": service, "status": "FINAL", "reference": "Rapport 1", "rows": volumes, **more}


async def quantities(office: Office) -> list[tuple[int, bool]]:
    """Every volume ever recorded, and whether it still stands."""
    table = MonthlyVolume.__table__  # type: ignore[attr-defined]
    async with office.database.reading() as connection:
        found = await rows(connection, table.select().order_by(table.c.version))
    return [(row["quantity"], row["recorded_to"] is None) for row in found]


async def test_a_corrected_volume_keeps_what_was_known_before(office: Office) -> None:
    service = await a_service(office)
    await office.decide("import_volumes", "2026-02-05", **reported(service, ("ett-verk", 100), ("tva-verk", 50)))
    again = reported(service, ("ett-verk", 120), ("tva-verk", 50))
    assert isinstance(await office.decide("import_volumes", "2026-03-05", **again), Done)
    assert await quantities(office) == [(100, False), (50, True), (120, True)]
    assert (await office.log())[-1]["after"] == {f"service:{service}": {"added": 0, "corrected": 1}}


@pytest.mark.parametrize(
    "given",
    [
        reported("nya-id"),
        reported("nya-id", ("ett-verk", -1)),
        reported("nya-id", ("ett-verk", 1), ("ett-verk", 2)),
    ],
)
async def test_volumes_that_cannot_be_are_refused(office: Office, given: dict[str, Any]) -> None:
    await a_service(office)
    outcome = await office.decide("import_volumes", "2026-02-05", **given)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "BAD_VOLUMES"
    assert await quantities(office) == []


async def test_a_correction_is_prepared_by_one_and_decided_by_another(office: Office) -> None:
    await office.supplier()
    assert isinstance(await office.decide("correct_fact", "2025-06-01", **NAMED), Done)
    assert (await office.now("supplier", "nya-legitimationer"))["name"] == "Nya Legitimationer AB"
    entry = (await office.log())[-1]
    assert entry["before"] == {"supplier:nya-legitimationer": {"name": "Nya Legitimationer"}}


async def test_an_emergency_correction_is_marked_for_the_auditor(office: Office) -> None:
    await office.supplier()
    await office.do("correct_in_emergency", DAVID, **NAMED)
    entry = (await office.log())[-1]
    assert (entry["deed"], entry["after"]["emergency"]) == ("correct_in_emergency", True)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"facts": []}, "BAD_CORRECTION"),
        ({"table": "audit_entry"}, "BAD_CORRECTION"),
        ({"facts": [{"name": "recorded_from", "value": "2020-01-01"}]}, "BAD_CORRECTION"),
        ({"facts": [{"name": "organisation_number", "value": "556000-0160"}]}, "BAD_CORRECTION"),
        ({"facts": [{"name": "legal_form", "value": "NONSENSE"}]}, "BAD_CORRECTION"),
        ({"facts": [{"name": "name", "value": None}]}, "AGAINST_A_RULE"),
        ({"on": "2025-02-28"}, "NOT_IN_REGISTER"),
        ({"why": ""}, "BAD_TEXT"),
    ],
)
async def test_a_correction_of_what_cannot_be_is_refused(office: Office, changed: dict[str, Any], code: str) -> None:
    await office.supplier()
    assert await office.refused("correct_in_emergency", DAVID, **{**NAMED, **changed}) == code


async def test_a_correction_waits_for_the_second_pair_of_eyes(office: Office) -> None:
    await office.supplier()
    prepared = await office.ask("correct_fact", CLARA, NAMED, prepares=True)
    assert isinstance(prepared, Prepared)
    assert (await office.now("supplier", "nya-legitimationer"))["name"] == "Nya Legitimationer"
    assert DEEDS["correct_fact"].prepared_as == "prepare_correction"
