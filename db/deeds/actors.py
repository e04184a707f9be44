"""Public actors, their obligation and their exemptions, as deeds."""

from datetime import date

from auktor.core.deeds import actors as asked
from auktor.core.identifiers import parse_county_code, parse_municipality_code, parse_organisation_number
from auktor.core.obligation import Actor, Assessment, Obligation, Rule, assess
from auktor.core.obligation import Exemption as Exempt
from auktor.core.periods import Period
from auktor.core.vocabulary import DecisionKind, SystemCode
from auktor.core.wording import Wording
from db.deeds.doing import Changed, Doing, Held, facts_of
from db.facts import table_of
from db.models import (
    AuthorisationSystem,
    Decision,
    Exemption,
    ObligationAssessment,
    ObligationRule,
    PublicActor,
)


async def register_public_actor(doing: Doing, order: asked.RegisterPublicActor) -> Changed:
    """Describe a public actor by its name; its key stays when the name changes."""
    readers = {
        "organisation_number": parse_organisation_number,
        "municipality_code": parse_municipality_code,
        "county_code": parse_county_code,
    }
    facts = facts_of(order, "on")
    read = {name: read(facts[name]) for name, read in readers.items() if facts[name] is not None}
    return await doing.add(PublicActor, await doing.new_key(PublicActor, order.name), facts | read, order.on)


async def assess_obligation(doing: Doing, order: asked.AssessObligation) -> Changed:
    """Record how a rule is read for an actor from a day on; an earlier reading stays for the days before."""
    actor = await doing.held(PublicActor, order.actor, "actor")
    rule = await doing.held(ObligationRule, order.rule, "rule")
    asked.check_reading(
        order.outcome,
        actor["category"],
        under_government=actor["under_government"],
        rule_from=rule["in_force_from"],
        on=order.on,
    )
    columns = table_of(ObligationAssessment).c
    earlier = await doing.all_held(ObligationAssessment, columns.actor_id == actor["id"], columns.rule_id == rule["id"])
    facts = facts_of(order, "actor", "rule", "on") | {"actor_id": order.actor, "rule_id": order.rule}
    if earlier:
        return await doing.change(ObligationAssessment, earlier[0], facts, order.on)
    key = await doing.new_key(ObligationAssessment, f"{order.actor} {order.rule}")
    return await doing.add(ObligationAssessment, key, facts, order.on)


async def grant_exemption(doing: Doing, order: asked.GrantExemption) -> Changed:
    """Exempt an obliged actor until a day, with the decision that does it."""
    asked.check_exemption(doing.on, order.exempt_from, order.exempt_until)
    actor = await doing.held(PublicActor, order.actor, "actor")
    asked.check_obliged(await obligation(doing, actor, order.exempt_from), order.exempt_from)
    facts = facts_of(order, "actor", "reasons") | {
        "actor_id": order.actor,
        "reason": order.reasons,
        "system": SystemCode.E_IDENTIFICATION,
        "decided_on": doing.on,
    }
    key = await doing.new_key(Exemption, f"exemption {order.case_number}")
    changed = await doing.add(Exemption, key, facts, doing.on)
    decision = {
        "case_number": order.case_number,
        "kind": DecisionKind.EXEMPTION,
        "exemption_id": key,
        "decided_on": doing.on,
        "reasons": order.reasons,
        "rectification_information": False,
        "prepared_by": doing.prepared_by,
        "decided_by": doing.viewer.subject,
    }
    await doing.add(Decision, await doing.new_key(Decision, f"decision {order.case_number}"), decision, doing.on)
    return changed


async def end_exemption(doing: Doing, order: asked.EndExemption) -> Changed:
    """Let an exemption end earlier; the actor is obliged from then on."""
    exemption = await doing.held(Exemption, order.exemption, "exemption")
    asked.check_earlier_end(exemption["exempt_from"], exemption["exempt_until"], order.exempt_until)
    return await doing.change(Exemption, exemption, {"exempt_until": order.exempt_until}, order.on)


async def obligation(doing: Doing, actor: Held, on: date) -> Obligation:
    """The actor's obligation on a day, by the rules and readings the register now holds."""
    rules = await doing.all_held(ObligationRule)
    system = await doing.held(AuthorisationSystem, str(SystemCode.E_IDENTIFICATION))
    started = system["operation_from"]
    operation = None if started is None else Period(started, system["closed_on"])
    read = await doing.all_held(ObligationAssessment, table_of(ObligationAssessment).c.actor_id == actor["id"])
    exempt = await doing.all_held(Exemption, table_of(Exemption).c.actor_id == actor["id"])
    keys = {rule["id"]: rule["key"] for rule in rules}
    case = Actor(
        actor["category"],
        actor["under_government"],
        [_assessment(each, keys[each["rule_id"]]) for each in read if each["valid_from"] <= on],
        [Exempt(Period(each["exempt_from"], each["exempt_until"]), each["case_number"]) for each in exempt],
    )
    return assess(case, SystemCode.E_IDENTIFICATION, [_rule(each, operation) for each in rules], on)


def _rule(held: Held, operation: Period | None) -> Rule:
    in_force = Period(held["in_force_from"], held["ends_on"])
    return Rule(held["key"], held["system"], held["legal_source"], in_force, operation, proposed=held["proposed"])


def _assessment(held: Held, rule: str) -> Assessment:
    ground = Wording(sv=held["ground_sv"], en=held["ground_en"])
    return Assessment(rule, held["outcome"], ground, held["legal_source"], held["requires_e_identification"])
