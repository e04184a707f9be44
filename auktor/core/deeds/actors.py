"""Public actors: who they are, what they are obliged to, and when a decision exempts them for a time."""

from datetime import date

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import DatesContradict, NotAnOutcome, NotObliged, ObligesNobody
from auktor.core.obligation import Obligation
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory


@order
class RegisterPublicActor:
    """A public actor of 4 §; its organisation number may be shared, or unknown."""

    name: str = asked("Name", "namn")
    organisation_number: str | None = asked(
        "Organisation number", "organisationsnummer", default=None, is_organisation_number=True
    )
    category: PublicActorCategory = asked("Kind of public actor", "kategori")
    under_government: bool | None = asked(
        "Whether a state agency answers to the government", "under regeringen", default=None
    )
    department: str | None = asked("Ministry a state agency belongs to", "departement", default=None)
    municipality_code: str | None = asked("Municipality code", "kommunkod", default=None)
    county_code: str | None = asked("County code", "länskod", default=None)
    on: date = asked("First day the register describes it", "från och med")


@order
class AssessObligation:
    """How an obligation rule is read for an actor, with the ground in words."""

    actor: str = refers("public_actor", "The public actor", "offentlig aktör")
    rule: str = refers("obligation_rule", "The rule that is read", "skyldighetsregel")
    outcome: ObligationStatus = asked("How the rule is read", "utfall")
    requires_e_identification: bool | None = asked(
        "Whether the actor requires e-identification; unknown where left out", "kräver e-legitimation", default=None
    )
    ground_sv: str = asked("The ground in words, in Swedish", "grund")
    ground_en: str = asked("The ground in words, in English", "grund på engelska")
    on: date = asked("First day it is read so", "från och med")


@order
class GrantExemption:
    """A time-limited exemption from the obligation (4 § förordning 2023:709)."""

    actor: str = refers("public_actor", "Who is exempt", "offentlig aktör")
    case_number: str = asked("Case number of the decision", "diarienummer")
    exempt_from: date = asked("First day of the exemption", "undantagen från och med")
    exempt_until: date = asked("First day after the exemption", "undantagen till (ej med)")
    reasons: str = asked("Why it is granted", "skäl")


@order
class EndExemption:
    """An earlier end of an exemption."""

    exemption: str = refers("exemption", "The exemption", "undantag")
    exempt_until: date = asked("New first day after the exemption", "undantagen till (ej med)")
    on: date = asked("Day of the decision", "beslutat")


def check_reading(
    outcome: ObligationStatus,
    category: PublicActorCategory,
    *,
    under_government: bool | None,
    rule_from: date,
    on: date,
) -> None:
    """Refuse an assessment that obliges whom the rule does not reach, or before it is in force."""
    if outcome is ObligationStatus.EXEMPT_BY_DECISION:
        raise NotAnOutcome(
            "An assessment does not exempt by decision.",
            remedy="Grant an exemption, which has an end.",
            path="outcome",
        )
    reached = category is PublicActorCategory.STATE_AGENCY and under_government is not False
    if outcome is ObligationStatus.OBLIGED and not reached:
        raise ObligesNobody(
            "The rule obliges only state agencies under the government (3 § förordning 2023:709).",
            remedy="Assess the actor as NOT_COVERED.",
            path="outcome",
        )
    if on < rule_from:
        raise ObligesNobody(
            f"The rule is in force from {rule_from} and says nothing on {on}.",
            remedy="Read it from that day or later.",
            path="on",
        )


def check_exemption(decided_on: date, exempt_from: date, exempt_until: date) -> None:
    """Refuse an exemption without a day in it, or one decided when it is over."""
    if exempt_until <= exempt_from or exempt_until <= decided_on:
        raise DatesContradict(
            f"The exemption would run from {exempt_from} until {exempt_until}, decided on {decided_on}.",
            remedy="Give as end the first day after it, later than both.",
            path="exempt_until",
        )


def check_obliged(obligation: Obligation, on: date) -> None:
    """Refuse an exemption for an actor that is not obliged on the day it would begin."""
    if obligation.status not in {ObligationStatus.OBLIGED, ObligationStatus.EXEMPT_BY_DECISION}:
        raise NotObliged(
            f"The actor is not obliged on {on}: {obligation.ground.en}",
            remedy="An exemption is only for an obliged actor; assess its obligation first.",
            path="actor",
        )


def check_earlier_end(exempt_from: date, present_end: date, new_end: date) -> None:
    """Refuse an end that is not earlier, or leaves no day."""
    if not exempt_from < new_end < present_end:
        raise DatesContradict(
            f"The exemption runs from {exempt_from} until {present_end}; {new_end} is no earlier end of it.",
            remedy="Give a day between the two. A longer time is a new exemption.",
            path="exempt_until",
        )
