"""The establishment, start and end of an authorisation system, as deeds."""

from datetime import date

from auktor.core.deeds import systems as asked
from auktor.core.lifecycles import APPLICATION, SYSTEM
from auktor.core.status import system_status
from auktor.core.vocabulary import ApplicationStatus, DecisionKind, EndGround, SystemStatus
from db.deeds.doing import Changed, Doing, Held
from db.facts import Fact, table_of
from db.models import (
    ActorAgreement,
    Application,
    AuthorisationSystem,
    Decision,
    RequirementsVersion,
    SupplierAgreement,
)

_MILESTONES = ("established_on", "operation_from", "closed_on")
_OPEN = tuple(step.source for step in APPLICATION.transitions if step.deed == "strike_off")


async def establish_system(doing: Doing, order: asked.EstablishSystem) -> Changed:
    """Establish a system from the day its requirements and terms are published; one may then apply (6 and 8 §§)."""
    system = await doing.held(AuthorisationSystem, str(order.system), "system")
    SYSTEM.transition(_next_to_come(system, doing.on), "establish")
    columns = table_of(RequirementsVersion).c
    published = await doing.all_held(
        RequirementsVersion, columns.system == order.system, columns.published_on <= order.established_on
    )
    asked.check_establishment(doing.on, order.established_on, [each["kind"] for each in published])
    return await doing.change(AuthorisationSystem, system, {"established_on": order.established_on}, doing.on)


async def start_system(doing: Doing, order: asked.StartSystem) -> Changed:
    """Say from when an established system is in operation; obligations to use it have effect from then on."""
    system = await doing.held(AuthorisationSystem, str(order.system), "system")
    asked.check_start(doing.on, order.operation_from, system["operation_from"])
    SYSTEM.transition(_status(system, order.operation_from), "start")
    return await doing.change(AuthorisationSystem, system, {"operation_from": order.operation_from}, doing.on)


def _status(system: Held, on: date) -> SystemStatus:
    return system_status(**{name: system[name] for name in _MILESTONES}, as_of=on)


def _next_to_come(system: Held, on: date) -> SystemStatus:
    """Where a system stands, one whose establishment is decided for a later day being established already."""
    return _status(system, max([on, *(system[name] for name in _MILESTONES if system[name])]))


async def close_system(doing: Doing, order: asked.CloseSystem) -> Changed:
    """Close a system from a day on; who has applied is struck off by a decision that waits to be served (14 §)."""
    system = await doing.held(AuthorisationSystem, str(order.system), "system")
    asked.check_closing(doing.on, order.closed_on, system["closed_on"])
    SYSTEM.transition(_status(system, doing.on), "close")
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
