"""Whether a public actor must use the e-identification services of the system on a day (3–5 §§ förordning 2023:709).

Four things decide, in this order: the rule in force, whether the system is in operation, how the rule was read for the
actor, and whether a decision exempts it. Nothing is guessed: an actor whose case nobody has read is NOT_ASSESSED.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from auktor.core.errors import BadAssessment, ExemptionWithoutEnd
from auktor.core.law import LegalSource, legal_source
from auktor.core.periods import Period, join
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory, SystemCode, Term
from auktor.core.wording import Wording


class Condition(Term):
    """What must also be true for an obligation to bite."""

    REQUIRES_E_IDENTIFICATION = (
        "REQUIRES_E_IDENTIFICATION",
        "om myndigheten kräver elektronisk identifiering av enskilda",
        "if the agency requires electronic identification of individuals",
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A dated provision that obliges. `operation` is when its system is in operation, None while no day is set.

    A proposed rule obliges nobody. `only_under_government` is the reach of 3 § förordning 2023:709; an act for all
    public actors says False.
    """

    key: str
    system: SystemCode
    legal_source: str
    in_force: Period
    operation: Period | None
    only_under_government: bool = True
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """How one rule was read for one actor. `requires_e_identification` is None while it is not known."""

    rule_key: str
    outcome: ObligationStatus
    ground: Wording
    legal_source: str
    requires_e_identification: bool | None = None

    def __post_init__(self) -> None:
        if self.outcome is ObligationStatus.EXEMPT_BY_DECISION:
            raise BadAssessment(
                "An assessment cannot exempt an actor by decision. Record the decision as an exemption with an end.",
                rule=self.rule_key,
            )


@dataclass(frozen=True, slots=True)
class Exemption:
    """A decision under 4 § for one actor. Its period has an end: the exemption is time-limited by law."""

    period: Period
    case_number: str
    legal_source: str = "SFS 2023:709 4 §"

    def __post_init__(self) -> None:
        if self.period.end is None:
            raise ExemptionWithoutEnd(
                f"The exemption {self.case_number} has no end. Give the first day it no longer holds (4 § förordning "
                "2023:709 allows only time-limited exemptions).",
                case_number=self.case_number,
            )


@dataclass(frozen=True, slots=True)
class Actor:
    """What of a public actor decides: its category, whom it answers to, and what was read and decided about it."""

    category: PublicActorCategory
    under_government: bool | None
    assessments: Sequence[Assessment] = ()
    exemptions: Sequence[Exemption] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """The answer, with its ground in words. `exempt_until` is the first day no exemption holds any more."""

    status: ObligationStatus
    ground: Wording
    legal_source: LegalSource | None = None
    exempt_until: date | None = None
    condition: Condition | None = None


VOLUNTARY_POST = Wording(
    sv="Digital post är frivillig för alla offentliga aktörer.", en="Digital post is voluntary for all public actors."
)
NOT_AN_AGENCY = Wording(
    sv="Skyldigheten gäller bara statliga myndigheter under regeringen.",
    en="The obligation is only for state agencies under the government.",
)
NOT_READ = Wording(
    sv="Ingen har ännu bedömt om skyldigheten gäller aktören.",
    en="Nobody has yet assessed whether the obligation applies to the actor.",
)
NO_E_IDENTIFICATION = Wording(
    sv="Aktören kräver inte elektronisk identifiering av enskilda.",
    en="The actor does not require electronic identification of individuals.",
)


def assess(actor: Actor, system: SystemCode, rules: Iterable[Rule], on: date) -> Obligation:
    """The actor's obligation on the day `on`.

    Before a rule is in force, or its system in operation, nobody is obliged, whatever has been read about the actor.
    """
    if system is SystemCode.DIGITAL_POST:
        return _not_covered(VOLUNTARY_POST)
    enacted = [rule for rule in rules if rule.system is system and not rule.proposed]
    rule = _rule_in_force(enacted, on)
    if rule is None:
        return _not_covered(_no_rule_yet(enacted, on))
    if rule.operation is None or not rule.operation.contains(on):
        return _not_covered(_not_in_operation(rule), rule)
    if rule.only_under_government and not _may_be_under_government(actor):
        return _not_covered(NOT_AN_AGENCY, rule)
    return _as_read(actor, rule, on)


def _rule_in_force(rules: Iterable[Rule], on: date) -> Rule | None:
    """The rule in force, the newest where an older one was not repealed."""
    in_force = [rule for rule in rules if rule.in_force.contains(on)]
    return max(in_force, key=lambda rule: rule.in_force.start, default=None)


def _may_be_under_government(actor: Actor) -> bool:
    """False only where it is known: an agency of which it is not known is left to the assessment."""
    return actor.category is PublicActorCategory.STATE_AGENCY and actor.under_government is not False


def _as_read(actor: Actor, rule: Rule, on: date) -> Obligation:
    """What the assessment under the rule says, unless a decision exempts from it."""
    read = next((each for each in actor.assessments if each.rule_key == rule.key), None)
    if read is None:
        return Obligation(ObligationStatus.NOT_ASSESSED, NOT_READ, legal_source(rule.legal_source))
    if read.outcome is not ObligationStatus.OBLIGED:
        return Obligation(read.outcome, read.ground, legal_source(read.legal_source))
    if read.requires_e_identification is False:
        return _not_covered(NO_E_IDENTIFICATION, rule)
    return _exempt(actor.exemptions, on) or Obligation(
        ObligationStatus.OBLIGED,
        read.ground,
        legal_source(read.legal_source),
        condition=None if read.requires_e_identification else Condition.REQUIRES_E_IDENTIFICATION,
    )


def _exempt(exemptions: Sequence[Exemption], on: date) -> Obligation | None:
    decision = next((each for each in exemptions if each.period.contains(on)), None)
    if decision is None:
        return None
    until = next(period.end for period in join(each.period for each in exemptions) if period.contains(on))
    ground = Wording(
        sv=f"Undantag genom beslut {decision.case_number}, till {until} (den dagen inte inräknad).",
        en=f"Exempt by decision {decision.case_number}, until {until} (that day not included).",
    )
    return Obligation(ObligationStatus.EXEMPT_BY_DECISION, ground, legal_source(decision.legal_source), until)


def _not_covered(ground: Wording, rule: Rule | None = None) -> Obligation:
    return Obligation(ObligationStatus.NOT_COVERED, ground, legal_source(rule.legal_source) if rule else None)


def _no_rule_yet(rules: Iterable[Rule], on: date) -> Wording:
    later = min((rule.in_force.start for rule in rules if on < rule.in_force.start), default=None)
    if later is None:
        return Wording(sv=f"Ingen skyldighet gäller {on}.", en=f"No obligation is in force on {on}.")
    return Wording(
        sv=f"Ingen skyldighet gäller {on}; den första gäller från och med {later}.",
        en=f"No obligation is in force on {on}; the first is in force from {later}.",
    )


def _not_in_operation(rule: Rule) -> Wording:
    if rule.operation is None:
        return Wording(
            sv="Skyldigheten har ingen verkan förrän systemet är i drift, och ingen dag för det är bestämd.",
            en="The obligation has no effect before the system is in operation, and no day is set for that.",
        )
    if rule.operation.end is None:
        return Wording(
            sv=f"Skyldigheten har ingen verkan förrän systemet är i drift, från och med {rule.operation.start}.",
            en=f"The obligation has no effect before the system is in operation, from {rule.operation.start}.",
        )
    return Wording(
        sv=f"Skyldigheten har verkan bara medan systemet är i drift, {rule.operation.start} till {rule.operation.end}.",
        en=f"The obligation has effect only while the system is in operation, {rule.operation}.",
    )
