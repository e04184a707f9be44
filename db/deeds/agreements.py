"""Agreements with suppliers and public actors, as deeds."""

from datetime import date
from typing import NamedTuple

from auktor.core.deeds import agreements as asked
from auktor.core.lifecycles import AGREEMENT, SUPPLIER
from auktor.core.periods import Period
from auktor.core.starts import StartRule as Start
from auktor.core.status import SUPPLIER_STATUS, agreement_status
from auktor.core.vocabulary import AgreementStatus, EndGround, SystemCode
from db.deeds.applications import approved_application, conclude, require_open
from db.deeds.doing import Changed, Doing, Held, facts_of
from db.deeds.services import require_service_of
from db.facts import Fact, table_of
from db.models import (
    ActorAgreement,
    AgreementService,
    AuthorisationSystem,
    Decision,
    PublicActor,
    StartRule,
    Supplier,
    SupplierAgreement,
)


class _Party(NamedTuple):
    """Who has an agreement, by number, and in which system."""

    number: int
    system: SystemCode


async def sign_supplier_agreement(doing: Doing, order: asked.SignSupplierAgreement) -> Changed:
    """Sign with an approved supplier; by that the approval loses its effect."""
    await require_open(doing, order.system, order.signed_on)
    asked.check_term(order.signed_on, order.in_force_from, order.ends_on)
    asked.check_within_system(await _closes_on(doing, order.system), order.ends_on)
    application = await approved_application(doing, order.supplier, order.system)
    asked.check_approved(await _approved_on(doing, application) if application else None, order.signed_on)
    holder = await doing.held(Supplier, order.supplier, "supplier")
    term = Period(order.in_force_from, order.ends_on)
    await _require_only_one(doing, SupplierAgreement, _Party(holder["id"], order.system), term)
    for service in order.services:
        await require_service_of(doing, service, holder["id"], order.system)
    key = await doing.new_key(SupplierAgreement, f"{order.supplier} {order.system} {order.agreement_number}")
    facts = facts_of(order, "supplier", "services", "requirements_version") | {
        "supplier_id": order.supplier,
        "requirements_version_id": order.requirements_version,
    }
    changed = await doing.add(SupplierAgreement, key, facts, order.signed_on)
    for service in order.services:
        covered = {"agreement_id": key, "service_id": service}
        await doing.add(AgreementService, f"{key}-{service}"[:120], covered, order.signed_on)
    if application:
        await conclude(doing, application, order.signed_on)
    return changed


async def extend_supplier_agreement(doing: Doing, order: asked.ExtendSupplierAgreement) -> Changed:
    """Give an agreement that nobody has terminated a later end, or none."""
    agreement = await doing.held(SupplierAgreement, order.agreement, "agreement")
    SUPPLIER.transition(SUPPLIER_STATUS[_status(agreement, order.on)], "terminate")
    asked.check_extension(agreement["ends_on"], order.ends_on)
    asked.check_within_system(await _closes_on(doing, agreement["system"]), order.ends_on)
    party = _Party(agreement["supplier_id"], agreement["system"])
    term = Period(agreement["in_force_from"], order.ends_on)
    await _require_only_one(doing, SupplierAgreement, party, term, but=agreement["id"])
    return await doing.change(SupplierAgreement, agreement, {"ends_on": order.ends_on}, order.on)


async def terminate_supplier_agreement(doing: Doing, order: asked.TerminateSupplierAgreement) -> Changed:
    """Give notice; the supplier stays on the list of 7 § until the end."""
    agreement = await doing.held(SupplierAgreement, order.agreement, "agreement")
    doing.require_own("supplier", await doing.key_of(Supplier, agreement["supplier_id"]))
    SUPPLIER.transition(SUPPLIER_STATUS[_status(agreement, order.notice_given_on)], "terminate")
    asked.check_notice("supplier_agreement", order.end_ground, order.notice_given_on, order.ends_on)
    asked.check_no_longer(agreement["ends_on"], order.ends_on)
    asked.check_term(agreement["in_force_from"], agreement["in_force_from"], order.ends_on)
    return await doing.change(SupplierAgreement, agreement, facts_of(order, "agreement"), order.notice_given_on)


async def cancel_supplier_agreement(doing: Doing, order: asked.CancelSupplierAgreement) -> Changed:
    """End an agreement for breach, on the day itself."""
    agreement = await doing.held(SupplierAgreement, order.agreement, "agreement")
    SUPPLIER.transition(SUPPLIER_STATUS[_status(agreement, order.cancelled_on)], "cancel")
    asked.check_term(agreement["in_force_from"], agreement["in_force_from"], order.cancelled_on)
    facts = {"ends_on": order.cancelled_on, "end_ground": EndGround.CANCELLED_FOR_BREACH}
    return await doing.change(SupplierAgreement, agreement, facts, order.cancelled_on)


async def sign_actor_agreement(doing: Doing, order: asked.SignActorAgreement) -> Changed:
    """Sign with a public actor; the start follows the start rules of the system, which are data.

    Where the system is to be closed, the agreement ends with it.
    """
    doing.require_own("public_actor", order.actor)
    asked.check_signatures(order.signed_by_actor_on, order.signed_on)
    await require_open(doing, order.system, order.signed_on)
    actor = await doing.held(PublicActor, order.actor, "actor")
    start = asked.start_of(order.signed_on, order.in_force_from, await _start_rules(doing, order.system))
    closes_on = await _closes_on(doing, order.system)
    asked.check_term(order.signed_on, start, closes_on)
    await _require_only_one(doing, ActorAgreement, _Party(actor["id"], order.system), Period(start))
    name = f"{order.actor} {order.system} {order.agreement_number or order.signed_on}"
    facts = facts_of(order, "actor", "requirements_version") | {
        "actor_id": order.actor,
        "requirements_version_id": order.requirements_version,
        "in_force_from": start,
        **({} if closes_on is None else {"ends_on": closes_on, "end_ground": EndGround.SYSTEM_CLOSED}),
    }
    described_from = order.signed_by_actor_on or order.signed_on
    changed = await doing.add(ActorAgreement, await doing.new_key(ActorAgreement, name), facts, described_from)
    return changed._replace(on=order.signed_on)


async def conclude_actor_agreement(doing: Doing, order: asked.ConcludeActorAgreement) -> Changed:
    """Sign for the authority what the actor signed; by that the agreement is concluded."""
    return await sign_actor_agreement(doing, order.concluded(doing.on))


async def terminate_actor_agreement(doing: Doing, order: asked.TerminateActorAgreement) -> Changed:
    """Give notice of an agreement in force."""
    agreement = await doing.held(ActorAgreement, order.agreement, "agreement")
    doing.require_own("public_actor", await doing.key_of(PublicActor, agreement["actor_id"]))
    AGREEMENT.transition(_status(agreement, order.notice_given_on), "terminate")
    asked.check_notice("actor_agreement", order.end_ground, order.notice_given_on, order.ends_on)
    asked.check_no_longer(agreement["ends_on"], order.ends_on)
    return await doing.change(ActorAgreement, agreement, facts_of(order, "agreement"), order.notice_given_on)


async def cancel_actor_agreement(doing: Doing, order: asked.CancelActorAgreement) -> Changed:
    """End a public actor's agreement for breach, on the day itself."""
    agreement = await doing.held(ActorAgreement, order.agreement, "agreement")
    AGREEMENT.transition(_status(agreement, order.cancelled_on), "cancel")
    asked.check_term(agreement["in_force_from"], agreement["in_force_from"], order.cancelled_on)
    facts = {"ends_on": order.cancelled_on, "end_ground": EndGround.CANCELLED_FOR_BREACH}
    return await doing.change(ActorAgreement, agreement, facts, order.cancelled_on)


def _status(agreement: Held, on: date) -> AgreementStatus:
    """Where an agreement stands on a day, by the dates it now has."""
    signed_on = agreement.get("signed_on") or agreement.get("signed_by_authority_on") or agreement["valid_from"]
    return agreement_status(
        signed_by_actor_on=agreement.get("signed_by_actor_on"),
        signed_on=signed_on,
        in_force_from=agreement["in_force_from"],
        terminated_on=agreement["notice_given_on"],
        ends_on=agreement["ends_on"],
        end_ground=agreement["end_ground"],
        as_of=on,
    )


async def _approved_on(doing: Doing, application: Held) -> date | None:
    """The day of the decision that approved an application."""
    columns = table_of(Decision).c
    found = await doing.all_held(Decision, columns.application_id == application["id"], columns.kind == "APPROVAL")
    return max((each["decided_on"] for each in found), default=None)


async def _require_only_one(
    doing: Doing, model: type[Fact], party: _Party, term: Period, *, but: int | None = None
) -> None:
    columns = table_of(model).c
    owner = columns.supplier_id if model is SupplierAgreement else columns.actor_id
    found = await doing.all_held(model, owner == party.number, columns.system == party.system)
    others = (Period(each["in_force_from"], each["ends_on"]) for each in found if each["id"] != but)
    asked.check_only_agreement(term, others)


async def _closes_on(doing: Doing, system: SystemCode) -> date | None:
    """The first day the system is closed, where that is decided."""
    closed_on: date | None = (await doing.held(AuthorisationSystem, str(system), "system"))["closed_on"]
    return closed_on


async def _start_rules(doing: Doing, system: SystemCode) -> list[Start]:
    """The start rules of a system, as data; a rule without a first day of signing reaches back to the act."""
    found = await doing.all_held(StartRule, table_of(StartRule).c.system == system)
    act = date(2024, 1, 1)
    return [Start(Period(each["signed_from"] or act, each["signed_to"]), each["earliest_start"]) for each in found]
