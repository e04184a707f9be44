"""Statements through the API: for the party itself and the authority, and a difference after a correction."""

from datetime import UTC, datetime
from typing import Any

import pytest

from auktor.core.roles import Role
from db.models import CompensationRule
from db.visibility import ANYONE, Viewer
from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, Office
from tests.db.deeds.test_regulations import DRAFT
from tests.db.deeds.test_upkeep import a_service, reported
from tests.publish.small_register import START, describe

DOCUMENT = """query($input: StatementInput!) { %s(input: $input) {
  totalSek lines { quantity unitAmountSek } difference { totalSek identifications } } }"""
MONTHS = {"system": "E_IDENTIFICATION", "from": "2026-01-01", "to": "2026-04-01"}
ACTOR = {"party": "PublicActor:ett-verk", **MONTHS}
SUPPLIER = {"party": "Supplier:nya-legitimationer", **MONTHS}


async def a_quarter(office: Office) -> str:
    """A service with a fee, a compensation and volumes of two actors."""
    service = await a_service(office)
    await office.decide("decide_regulation", "2025-10-01", **DRAFT)
    terms = {"system": "E_IDENTIFICATION", "item": "IDENTIFICATION", "amount_sek": "0.09", "vat": "EXCLUDED"}
    await describe(office.database, (CompensationRule, "pay", {**terms, "in_force_from": START}, START))
    await office.decide("import_volumes", "2026-02-05", **reported(service, ("ett-verk", 1000), ("tva-verk", 500)))
    return service


async def answered(office: Office, name: str, viewer: Viewer, given: dict[str, Any]) -> Any:  # noqa: ANN401 -- an answer
    return await execute(DOCUMENT % name, context_for(office.database, viewer=viewer), {"input": given})


async def test_the_authority_sees_what_each_pays_and_is_paid(office: Office) -> None:
    await a_quarter(office)
    fees = (await answered(office, "feeStatement", CLARA, ACTOR)).data["feeStatement"]
    pay = (await answered(office, "compensationStatement", CLARA, SUPPLIER)).data["compensationStatement"]
    assert (fees["totalSek"], fees["lines"]) == ("120.00", [{"quantity": 1000, "unitAmountSek": "0.12"}])
    assert (pay["totalSek"], pay["lines"]) == ("135.00", [{"quantity": 1500, "unitAmountSek": "0.09"}])


async def test_a_correction_yields_a_difference_and_leaves_the_past(office: Office) -> None:
    service = await a_quarter(office)
    invoiced = datetime.now(UTC).isoformat()
    await office.decide("import_volumes", "2026-03-05", **reported(service, ("ett-verk", 1100)))
    now = (await answered(office, "feeStatement", CLARA, {**ACTOR, "since": invoiced})).data["feeStatement"]
    then = (await answered(office, "feeStatement", CLARA, {**ACTOR, "knownAt": invoiced})).data["feeStatement"]
    assert (now["totalSek"], then["totalSek"]) == ("132.00", "120.00")
    assert now["difference"] == {"totalSek": "12.00", "identifications": 100}


@pytest.mark.parametrize(
    ("name", "viewer", "given"),
    [
        ("feeStatement", ANYONE, ACTOR),
        ("feeStatement", Viewer(Role.AGENCY, "tva-verk", "tove"), ACTOR),
        ("feeStatement", Viewer(Role.SUPPLIER, "nya-legitimationer", "sara"), ACTOR),
        ("compensationStatement", Viewer(Role.AGENCY, "ett-verk", "edit"), SUPPLIER),
        ("compensationStatement", Viewer(Role.SUPPLIER, "annan", "sten"), SUPPLIER),
    ],
)
async def test_nobody_else_sees_a_partys_statement(
    office: Office, name: str, viewer: Viewer, given: dict[str, Any]
) -> None:
    answer = await answered(office, name, viewer, given)
    assert answer.data is None
    assert answer.errors[0].original_error.code == "NOT_ALLOWED"


async def test_a_party_sees_its_own(office: Office) -> None:
    await a_quarter(office)
    agency, supplier = Viewer(Role.AGENCY, "ett-verk", "edit"), Viewer(Role.SUPPLIER, "nya-legitimationer", "sara")
    assert (await answered(office, "feeStatement", agency, ACTOR)).data["feeStatement"]["totalSek"] == "120.00"
    told = (await answered(office, "compensationStatement", supplier, SUPPLIER)).data["compensationStatement"]
    assert told["totalSek"] == "135.00"


async def test_the_log_is_for_auditors(office: Office) -> None:
    await a_service(office)
    document = "{ auditEntries(first: 2) { totalCount nodes { deed actor refused isEmergency } } }"
    auditor = Viewer(Role.AUDITOR, None, "asta")
    seen = (await execute(document, context_for(office.database, viewer=auditor))).data["auditEntries"]
    assert seen["totalCount"] == 4
    assert seen["nodes"][0] == {"deed": "add_service", "actor": "clara", "refused": None, "isEmergency": False}
    hidden = (await execute(document, context_for(office.database, viewer=CLARA))).data["auditEntries"]
    assert hidden == {"totalCount": 0, "nodes": []}
