"""The end of an authorisation system, as a deed."""

from datetime import date

from auktor.core.deeds import systems as asked
from auktor.core.lifecycles import APPLICATION, SYSTEM
from auktor.core.status import system_status
from auktor.core.vocabulary import ApplicationStatus, DecisionKind, EndGround
from db.deeds.doing import Changed, Doing, Held
from db.facts import Fact, table_of
from db.models import ActorAgreement, Application, AuthorisationSystem, Decision, SupplierAgreement

_OPEN = tuple(step.source for step in APPLICATION.transitions if step.deed == "strike_off")


async def close_system(doing: Doing, order: asked.CloseSystem) -> Changed:
    """Close a system from a day on; who has applied is struck off by a decision that waits to be served (14 §)."""
    system = await doing.held(AuthorisationSystem, str(order.system), "system")
    asked.check_closing(doing.on, order.closed_on, system["closed_on"])
    milestones = {name: system[name] for name in ("established_on", "operation_from", "closed_on")}
    SYSTEM.transition(system_status(**milestones, as_of=doing.on), "close")
    columns = table_of(Application).c
    for application in await doing.all_held(
        Application, columns.system == order.system, columns.status.in_(list(_OPEN))
    ):
        await _strike_off(doing, application, order)
    for model in (SupplierAgreement, ActorAgreement):
        await _end_agreements(doing, model, order)
    return await doing.change(AuthorisationSystem, system, _closing(system, order), doing.on)


def _closing(system: Held, order: asked.CloseSystem) -> dict[str, date | None]:
    """A system that closes before it was to be in operation never is."""
    planned = system["operation_from"]
    never = planned is not None and order.closed_on <= planned
    return {"closed_on": order.closed_on, **({"operation_from": None} if never else {})}


async def _strike_off(doing: Doing, application: Held, order: asked.CloseSystem) -> None:
    (step,) = APPLICATION.transition(ApplicationStatus(application["status"]), "strike_off")
    await doing.change(Application, application, {"status": step.target}, doing.on)
    decision = {
        "case_number": order.case_number,
        "kind": DecisionKind.STRIKING_OFF,
        "application_id": application["key"],
        "decided_on": doing.on,
        "reasons": order.reasons,
        "rectification_information": False,
        "prepared_by": doing.prepared_by,
        "decided_by": doing.viewer.subject,
    }
    key = await doing.new_key(Decision, f"decision {order.case_number} {application['key']}")
    await doing.add(Decision, key, decision, doing.on)


async def _end_agreements(doing: Doing, model: type[Fact], order: asked.CloseSystem) -> None:
    """End with the system what would outlast it."""
    columns = table_of(model).c
    for agreement in await doing.all_held(model, columns.system == order.system):
        if agreement["ends_on"] is None or order.closed_on < agreement["ends_on"]:
            asked.check_agreement_begun(agreement["key"], agreement["in_force_from"], order.closed_on)
            facts = {"ends_on": order.closed_on, "end_ground": EndGround.SYSTEM_CLOSED}
            await doing.change(model, agreement, facts, doing.on)
