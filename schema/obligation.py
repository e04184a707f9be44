"""Whether a public actor must use the e-identification system and may use a service, each with its ground in words."""

from dataclasses import replace
from datetime import date

import strawberry

from auktor.core import obligation as law
from auktor.core.moment import Moment
from auktor.core.periods import Period
from auktor.core.vocabulary import AgreementStatus, Language, ObligationStatus, ServiceStatus, SystemCode
from auktor.core.wording import Wording
from db import models
from db.expressions import table
from resolvers.actor_agreement import agreements_of_actor
from resolvers.authorisation_system import authorisation_systems
from resolvers.batch import Batch
from resolvers.exemption import exemptions_of_actor
from resolvers.obligation import assessments_of_actor, obligation_rules
from resolvers.supplier_agreement import agreements_covering
from schema.actor_agreement import ActorAgreement
from schema.context import Context, Info
from schema.errors import NotFound
from schema.ids import key_of
from schema.lookup import find, named
from schema.node import LegalSource
from schema.public_actor import PublicActor
from schema.record import Record, shown
from schema.service import Service
from schema.supplier_agreement import SupplierAgreement
from schema.wording import AskedLanguage, spoken


@strawberry.type(
    description="Whether a public actor must use the system on a day, and why (skyldighet, 3 § förordning 2023:709)."
)
class Obligation:
    """An answer about one actor and one day."""

    actor: PublicActor = strawberry.field(description="The public actor (offentlig aktör).")
    as_of: date = strawberry.field(description="The day the answer is about.")
    status: ObligationStatus = strawberry.field(description="Obliged, exempt, not covered or not assessed.")
    source: LegalSource | None = strawberry.field(description="The provision the answer rests on.")
    exempt_until: date | None = strawberry.field(
        description="First day the actor no longer is exempt, where it is by decision."
    )
    answer: strawberry.Private[law.Obligation]

    @strawberry.field(description="The ground in words (grund).")
    def ground(self, info: Info, language: AskedLanguage = None) -> str:
        """In the language asked for."""
        return self.answer.ground.in_language(spoken(info, language))

    @strawberry.field(description="What must also be true for the obligation to bite; null where nothing must.")
    def condition(self, info: Info, language: AskedLanguage = None) -> str | None:
        """In the language asked for."""
        if self.answer.condition is None:
            return None
        return self.answer.condition.sv if spoken(info, language) is Language.SV else self.answer.condition.en


@strawberry.type(description="Whether a public actor may use a service on a day, and what that rests on.")
class Eligibility:
    """An answer about one service, one actor and one day."""

    service: Service = strawberry.field(description="The service (tjänst).")
    actor: PublicActor = strawberry.field(description="The public actor (offentlig aktör).")
    as_of: date = strawberry.field(description="The day the answer is about.")
    authorised: bool = strawberry.field(description="Whether the actor may use the service on the day.")
    supplier_agreement: SupplierAgreement | None = strawberry.field(
        description="The supplier's agreement that covers it."
    )
    actor_agreement: ActorAgreement | None = strawberry.field(description="The actor's own agreement.")
    obligation: Obligation = strawberry.field(description="Whether the actor must use the system at all.")
    grounds: strawberry.Private[list[Wording]]

    @strawberry.field(description="Why, sentence by sentence.")
    def reasons(self, info: Info, language: AskedLanguage = None) -> list[str]:
        """In the language asked for."""
        return [each.in_language(spoken(info, language)) for each in self.grounds]


async def obligation_of(context: Context, actor_id: str, at: Moment) -> Obligation:
    """The obligation of one actor on the day; NOT_FOUND for an actor the register does not know then."""
    return await _obligation(context, await _object(context, models.PublicActor, "PublicActor", actor_id, at), at)


async def eligibility_of(context: Context, service_id: str, actor_id: str, at: Moment) -> Eligibility:
    """Authorised where the service is in operation and the supplier's and the actor's agreements are in force."""
    service = await _object(context, models.Service, "Service", service_id, at)
    actor = await _object(context, models.PublicActor, "PublicActor", actor_id, at)
    supplier_agreement = await _in_force(context, _supplier_agreements(service, at), at)
    actor_agreement = await _in_force(context, _actor_agreements(actor, service, at), at)
    in_operation = service["status"] is ServiceStatus.IN_OPERATION
    return Eligibility(
        service=shown(service),
        actor=shown(actor),
        supplier_agreement=shown(supplier_agreement),
        actor_agreement=shown(actor_agreement),
        as_of=at.as_of,
        authorised=bool(in_operation and supplier_agreement and actor_agreement),
        obligation=await _obligation(context, actor, at),
        grounds=[
            _about_service(service),
            _about_agreement("Leverantören", "The supplier", supplier_agreement, covering=True),
            _about_agreement("Aktören", "The public actor", actor_agreement),
        ],
    )


async def _object(context: Context, model: type, type_name: str, given: str, at: Moment) -> Record:
    found = await named(context, model, at, "key", key_of(given, type_name))
    if found is None:
        raise NotFound(f"{given} is not known to the register on {at.as_of}. Search for it, or ask for another day.")
    return found


async def _obligation(context: Context, actor: Record, at: Moment) -> Obligation:
    systems = {system["code"]: system for system in await find(context, authorisation_systems(at), at)}
    found = await find(context, obligation_rules(at), at)
    rules = [_rule(rule, systems.get(rule["system"])) for rule in found]
    keys = {rule["id"]: rule["key"] for rule in found}
    readings = await find(context, assessments_of_actor([actor["id"]], at), at)
    exemptions = await find(context, exemptions_of_actor([actor["id"]], at), at)
    judged = law.Actor(
        category=actor["category"],
        under_government=actor["under_government"],
        assessments=[_assessment(reading, keys[reading["rule_id"]]) for reading in readings],
        exemptions=[
            law.Exemption(Period(each["exempt_from"], each["exempt_until"]), each["case_number"]) for each in exemptions
        ],
    )
    answer = law.assess(judged, SystemCode.E_IDENTIFICATION, rules, at.as_of)
    source = LegalSource.of(answer.legal_source.text) if answer.legal_source else None
    return Obligation(
        actor=shown(actor),
        as_of=at.as_of,
        status=answer.status,
        source=source,
        exempt_until=answer.exempt_until,
        answer=answer,
    )


def _rule(record: Record, system: Record | None) -> law.Rule:
    operation = Period(system["operation_from"], system["closed_on"]) if system and system["operation_from"] else None
    in_force = Period(record["in_force_from"], record["ends_on"])
    return law.Rule(
        record["key"], record["system"], record["legal_source"], in_force, operation, proposed=record["proposed"]
    )


def _assessment(record: Record, rule_key: str) -> law.Assessment:
    ground = Wording(sv=record["ground_sv"], en=record["ground_en"])
    return law.Assessment(
        rule_key, record["outcome"], ground, record["legal_source"], record["requires_e_identification"]
    )


def _supplier_agreements(service: Record, at: Moment) -> Batch:
    covering = agreements_covering([service["id"]], at)
    agreement = table(models.SupplierAgreement).c
    return replace(
        covering,
        where=(
            *covering.where,
            agreement.supplier_id == service["supplier_id"],
            agreement.system == service["system"],
        ),
    )


def _actor_agreements(actor: Record, service: Record, at: Moment) -> Batch:
    own = agreements_of_actor([actor["id"]], at)
    return Batch(own.model, (*own.where, table(models.ActorAgreement).c.system == service["system"]))


async def _in_force(context: Context, batch: Batch, at: Moment) -> Record | None:
    running = {AgreementStatus.IN_FORCE, AgreementStatus.TERMINATED}
    return next((each for each in await find(context, batch, at) if each["status"] in running), None)


def _about_service(service: Record) -> Wording:
    status: ServiceStatus = service["status"]
    return Wording(
        sv=f"Tjänsten {service['name']} är {status.sv}.", en=f"The service {service['name']} is {status.en}."
    )


def _about_agreement(sv: str, en: str, agreement: Record | None, *, covering: bool = False) -> Wording:
    if agreement is None:
        what_sv, what_en = ("som omfattar tjänsten", "that covers the service") if covering else ("i systemet", "in it")
        return Wording(sv=f"{sv} har inget gällande avtal {what_sv}.", en=f"{en} has no agreement in force {what_en}.")
    start, end = agreement["in_force_from"], agreement["ends_on"]
    until_sv, until_en = (f" till {end}", f" until {end}") if end else ("", "")
    return Wording(
        sv=f"{sv} har avtal från och med {start}{until_sv}.", en=f"{en} has an agreement from {start}{until_en}."
    )
