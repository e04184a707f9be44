"""Statements through the API: for the party itself and the authority, and a difference after a correction."""

from datetime import UTC, datetime
from typing import Any

import pytest

from auktor.core.roles import Role
from db.models import CompensationRule
from db.visibility import ANYONE, Viewer
from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, Office
from tests.db.deeds.test_regulations import DRAFT, decided
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
    await decided(office)
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


async def test_december_corrected_in_the_new_year_is_a_difference_of_the_old(office: Office) -> None:
    """Last year's invoice stands as it was sent; the new year's is not touched by the correction."""
    service = await a_service(office)
    await decided(office)
    december = {"from": "2026-12-01", "to": "2027-01-01", "party": "PublicActor:ett-verk", "system": "E_IDENTIFICATION"}
    january = {**december, "from": "2027-01-01", "to": "2027-02-01"}
    row = {"actor": "ett-verk", "item": "IDENTIFICATION", "month": "2026-12-01"}
    first, corrected = (reported(service, rows=[{**row, "quantity": quantity}]) for quantity in (1000, 750))
    await office.decide("import_volumes", "2027-01-04", **first)
    invoiced = datetime.now(UTC).isoformat()
    await office.decide("import_volumes", "2027-02-05", **corrected)
    old = (await answered(office, "feeStatement", CLARA, {**december, "since": invoiced})).data["feeStatement"]
    new = (await answered(office, "feeStatement", CLARA, {**january, "since": invoiced})).data["feeStatement"]
    sent = (await answered(office, "feeStatement", CLARA, {**december, "knownAt": invoiced})).data["feeStatement"]
    assert (sent["totalSek"], old["totalSek"], new["totalSek"]) == ("120.00", "90.00", "0.00")
    assert old["difference"] == {"totalSek": "-30.00", "identifications": -250}
    assert new["difference"] == {"totalSek": "0.00", "identifications": 0}


async def test_amounts_with_and_without_value_added_tax_are_told_apart(office: Office) -> None:
    service = await a_service(office)
    (fee,) = DRAFT["fees"]
    fees = [
        {**fee, "vat": "EXCLUDED"},
        {**fee, "item": "SIGNATURE", "vat": "INCLUDED", "steps": [{"amount_sek": "0.15"}]},
    ]
    await decided(office, fees=fees)
    row = {"actor": "ett-verk", "month": "2026-01-01"}
    used = [{**row, "item": "IDENTIFICATION", "quantity": 1000}, {**row, "item": "SIGNATURE", "quantity": 200}]
    await office.decide("import_volumes", "2026-02-05", **reported(service, rows=used))
    apart = [{"vat": "EXCLUDED", "amountSek": "120.00"}, {"vat": "INCLUDED", "amountSek": "30.00"}]
    document = """query($input: StatementInput!, $volumes: FeeEstimateInput!) {
      feeStatement(input: $input) { totalSek totals { vat amountSek } lines { vat amountSek } }
      feeEstimate(input: $volumes) { totalSek totals { vat amountSek } lines { vat } } }"""
    volumes = [{"item": "IDENTIFICATION", "quantity": 1000}, {"item": "SIGNATURE", "quantity": 200}]
    variables = {"input": ACTOR, "volumes": {**MONTHS, "volumes": volumes}}
    told = (await execute(document, context_for(office.database, viewer=CLARA), variables)).data
    lines = [{"vat": "EXCLUDED", "amountSek": "120.00"}, {"vat": "INCLUDED", "amountSek": "30.00"}]
    assert told["feeStatement"] == {"totalSek": None, "totals": apart, "lines": lines}
    assert (told["feeEstimate"]["totalSek"], told["feeEstimate"]["totals"]) == (None, apart)
    assert [line["vat"] for line in told["feeEstimate"]["lines"]] == ["EXCLUDED", "INCLUDED"]


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
