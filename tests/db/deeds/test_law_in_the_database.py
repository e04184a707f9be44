"""What the database refuses by itself, whoever writes."""

from collections.abc import Iterable
from datetime import date
from itertools import product

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from auktor.core.lifecycles import APPLICATION, SERVICE, LifeCycle
from auktor.core.vocabulary import Term
from db.models import Application, Decision, Exemption, RectificationCase, SupplierAgreement
from tests.db.deeds.office import Office
from tests.publish.small_register import describe

OFFICIAL = {"provenance": "OFFICIAL"}


def reached(cycle: LifeCycle[Term], source: Term) -> set[Term]:
    """Every state that legal steps lead to, `source` included."""
    found, waiting = {source}, [source]
    while waiting:
        new = {step.target for step in cycle.deeds_from(waiting.pop())} - found
        found |= new
        waiting += new
    return found


async def leads_to(office: Office, cycle: str, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    asked = sa.text("SELECT leads_to(:cycle, :source, :target)")
    async with office.database.reading() as connection:
        return {
            (source, target)
            for source, target in pairs
            if await connection.scalar(asked, {"cycle": cycle, "source": str(source), "target": str(target)})
        }


@pytest.mark.parametrize("cycle", [APPLICATION, SERVICE], ids=["application", "service"])
async def test_the_database_knows_the_life_cycles_of_the_table(office: Office, cycle: LifeCycle[Term]) -> None:
    expected = {(source, target) for source in cycle.states for target in reached(cycle, source)}
    assert await leads_to(office, cycle.name, product(cycle.states, cycle.states)) == expected


async def test_a_withdrawn_application_is_not_approved_behind_the_deeds(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.do("withdraw_application", application=application, on="2025-03-20")
    with pytest.raises(DBAPIError, match="no legal step leads a application from WITHDRAWN to APPROVED"):
        await describe(office.database, (Application, application, {"status": "APPROVED"}, date(2025, 4, 1)))


async def test_an_official_agreement_rests_on_an_approval(office: Office) -> None:
    supplier = await office.supplier()
    day = date(2025, 5, 1)
    signed = {"signed_by_authority_on": day, "signed_by_supplier_on": day, "in_force_from": day}
    facts = {"supplier_id": supplier, "system": "E_IDENTIFICATION", **signed, **OFFICIAL}
    with pytest.raises(DBAPIError, match="rests on no approval"):
        await describe(office.database, (SupplierAgreement, "utan-beslut", facts, day))


async def test_a_court_case_comes_within_three_weeks(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "REJECTION")
    decision = f"decision-b-{application}"
    await office.do("record_service", decision=decision, served_on="2025-04-14")
    late = date(2025, 5, 6)
    facts = {"decision_id": decision, "court": "Domstolen", "case_number": "1", "received_on": late}
    with pytest.raises(DBAPIError, match="not of a rejection served within three weeks"):
        await describe(office.database, (RectificationCase, "sent-mal", facts, late))


async def test_an_official_exemption_is_of_an_obliged_actor(office: Office) -> None:
    actor, day = await office.agency(), date(2026, 1, 15)
    period = {"decided_on": day, "exempt_from": day, "exempt_until": date(2026, 8, 1)}
    facts = {
        "actor_id": actor,
        "system": "E_IDENTIFICATION",
        "case_number": "U",
        "reason": "Skäl",
        **period,
        **OFFICIAL,
    }
    with pytest.raises(DBAPIError, match="nobody assessed as obliged"):
        await describe(office.database, (Exemption, "undantag", facts, day))


async def test_a_decision_is_not_prepared_and_taken_by_one(office: Office) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "APPROVAL")
    alone = (Decision, f"decision-b-{application}", {"decided_by": "clara"}, date(2025, 4, 10))
    with pytest.raises(DBAPIError, match="prepared_and_decided_by_two"):
        await describe(office.database, alone)


@pytest.mark.parametrize("table", ["preparation", "preparation_decided", "deed_answer", "audit_entry"])
async def test_what_was_prepared_answered_and_logged_is_not_deleted(office: Office, table: str) -> None:
    application = await office.application(await office.supplier())
    await office.decision(application, "APPROVAL")
    with pytest.raises(DBAPIError, match="TRUNCATE"):
        await _run(office, f"TRUNCATE {table} CASCADE")


async def _run(office: Office, sql: str) -> None:
    async with office.database.writing() as connection:
        await connection.exec_driver_sql(sql)
