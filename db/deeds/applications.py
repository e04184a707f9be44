"""Applications, decisions and court cases, as deeds."""

from datetime import date

import sqlalchemy as sa

from auktor.core.deeds import applications as asked
from auktor.core.deeds.agreements import check_open
from auktor.core.deeds.applications import CYCLE_STEP
from auktor.core.identifiers import parse_organisation_number
from auktor.core.lifecycles import APPLICATION
from auktor.core.vocabulary import ApplicationStatus, DecisionKind, RectificationOutcome, SystemCode
from db.deeds.doing import Changed, Doing, Held, facts_of
from db.facts import table_of
from db.models import Application, AuthorisationSystem, Decision, ProvidingAuthority, RectificationCase, Supplier


async def register_supplier(doing: Doing, order: asked.RegisterSupplier) -> Changed:
    """Describe a company by its registered name; the public list names it only when it has an agreement."""
    number = parse_organisation_number(order.organisation_number)
    key = await doing.new_key(Supplier, order.name)
    return await doing.add(Supplier, key, facts_of(order, "on") | {"organisation_number": number}, order.on)


async def register_application(doing: Doing, order: asked.RegisterApplication) -> Changed:
    """Receive an application, at any time while the system is open (8 §)."""
    doing.require_own("supplier", order.supplier)
    await require_open(doing, order.system, order.received_on)
    facts = facts_of(order, "supplier", "requirements_version") | {
        "supplier_id": order.supplier,
        "requirements_version_id": order.requirements_version,
        "status": ApplicationStatus.RECEIVED,
    }
    key = await doing.new_key(Application, f"application {order.case_number}")
    return await doing.add(Application, key, facts, order.received_on)


async def move_application(doing: Doing, order: asked.MoveApplication) -> Changed:
    """Take the one step of the life cycle that the deed is."""
    application = await doing.held(Application, order.application, "application")
    doing.require_own("supplier", await doing.key_of(Supplier, application["supplier_id"]))
    if doing.deed.name == "finalise_rejection" and application["status"] is ApplicationStatus.REJECTED:
        asked.check_final((await _rejection(doing, application))["served_on"], order.on)
    return await _step(doing, application, CYCLE_STEP[doing.deed.name], order.on)


async def decide_application(doing: Doing, order: asked.DecideApplication) -> Changed:
    """Record the decision, with who prepared and who took it, and move the application."""
    step = asked.check_decision(order)
    application = await doing.held(Application, order.application, "application")
    day = doing.on
    asked.check_order_of_days(
        application["received_on"], day, "A decision is taken after the application is received", "on"
    )
    decision = facts_of(order, "application") | {
        "application_id": order.application,
        "decided_on": day,
        "prepared_by": doing.prepared_by,
        "decided_by": doing.viewer.subject,
    }
    changed = await _step(doing, application, step, day)
    key = await doing.new_key(Decision, f"decision {order.case_number}")
    await doing.add(Decision, key, decision, day)
    return changed


async def record_service(doing: Doing, order: asked.RecordService) -> Changed:
    """Begin the three weeks in which a rejection may be challenged."""
    decision = await doing.held(Decision, order.decision, "decision")
    asked.check_served_once(decision["served_on"])
    asked.check_order_of_days(
        decision["decided_on"], order.served_on, "A decision is served after it is taken", "served_on"
    )
    return await doing.change(Decision, decision, {"served_on": order.served_on}, order.served_on)


async def register_rectification_case(doing: Doing, order: asked.RegisterRectificationCase) -> Changed:
    """Record the case of a rejected applicant that came in time; the application waits for the court."""
    decision = await doing.held(Decision, order.decision, "decision")
    application = await _application_of(doing, decision)
    applicant = application and await doing.key_of(Supplier, application["supplier_id"])
    asked.check_rectification(
        kind=decision["kind"],
        served_on=decision["served_on"],
        is_applicant=applicant == order.applicant,
        received_on=order.received_on,
    )
    facts = facts_of(order, "applicant", "decision", "court") | {
        "decision_id": order.decision,
        "court": order.court or await _competent_court(doing, decision["decided_on"]),
    }
    if application:
        await _step(doing, application, "seek_rectification", order.received_on)
    key = await doing.new_key(RectificationCase, f"rectification {order.case_number}")
    return await doing.add(RectificationCase, key, facts, order.received_on)


async def decide_rectification_case(doing: Doing, order: asked.DecideRectificationCase) -> Changed:
    """Record the court's answer: granted, the application is reviewed again; else the rejection is final."""
    case = await doing.held(RectificationCase, order.rectification_case, "rectification_case")
    asked.check_served_once(case["decided_on"])
    decision = await doing.held(Decision, await doing.key_of(Decision, case["decision_id"]))
    application = await _application_of(doing, decision)
    granted = order.outcome is RectificationOutcome.GRANTED
    if application:
        await _step(doing, application, "grant_rectification" if granted else "refuse_rectification", order.decided_on)
    return await doing.change(
        RectificationCase, case, {"outcome": order.outcome, "decided_on": order.decided_on}, order.decided_on
    )


async def require_open(doing: Doing, system: SystemCode, on: date) -> None:
    """Refuse a day on which an authorisation system takes nothing in."""
    held = await doing.held(AuthorisationSystem, str(system), "system")
    check_open(held["established_on"], held["closed_on"], on)


async def approved_application(doing: Doing, supplier: str, system: SystemCode) -> Held | None:
    """The application of a supplier whose approval is in effect; None where there is none."""
    columns = table_of(Application).c
    held = await doing.held(Supplier, supplier, "supplier")
    found = await doing.all_held(
        Application,
        columns.supplier_id == held["id"],
        columns.system == system,
        columns.status == ApplicationStatus.APPROVED,
    )
    return found[0] if found else None


async def conclude(doing: Doing, application: Held, on: date) -> None:
    """End the effect of an approval: its supplier has signed."""
    await _step(doing, application, "sign_agreement", on)


async def _step(doing: Doing, application: Held, deed: str, on: date) -> Changed:
    """Move an application by a step its life cycle has from where it stands."""
    (step,) = APPLICATION.transition(application["status"], deed)
    return await doing.change(Application, application, {"status": step.target}, on)


async def _application_of(doing: Doing, decision: Held) -> Held | None:
    number = decision["application_id"]
    return None if number is None else await doing.held(Application, await doing.key_of(Application, number))


async def _rejection(doing: Doing, application: Held) -> Held:
    """The newest rejection of an application."""
    columns = table_of(Decision).c
    found = await doing.all_held(
        Decision, columns.application_id == application["id"], columns.kind == DecisionKind.REJECTION
    )
    return max(found, key=lambda each: (each["decided_on"], each["id"]))


async def _competent_court(doing: Doing, on: date) -> str | None:
    """The court of the seat of the authority that decided on `on`, as the register knows it."""
    columns = table_of(ProvidingAuthority).c
    on_day = sa.and_(columns.valid_from <= on, sa.or_(columns.valid_to.is_(None), columns.valid_to > on))
    statement = sa.select(columns.competent_court).where(columns.recorded_to.is_(None), on_day).limit(1)
    court: str | None = await doing.connection.scalar(statement)
    return court
