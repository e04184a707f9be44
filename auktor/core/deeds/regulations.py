"""Regulations with their fees, and the requirements of the systems: circulated, notified, decided, published."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import AlreadyDone, DatesContradict, NotNotified, StandstillRuns
from auktor.core.fee_rules import Rule, Tier, check_rule
from auktor.core.periods import Period
from auktor.core.vocabulary import (
    FeeCalculation,
    FeeDimension,
    FeeItem,
    FeeUnit,
    PublicActorCategory,
    RegulationKind,
    RegulationSeries,
    RegulationSubject,
    RequirementsKind,
    SystemCode,
    VatTreatment,
)

STANDSTILL_MONTHS = 3
STANDSTILL_MONTHS_AFTER_OPINION = 4
"""Directive (EU) 2015/1535, article 6: three months from receipt; four for services after a detailed opinion."""


@order
class FeeStep:
    """One step of a fee: the price from a quantity up to, not including, another."""

    from_quantity: int = asked("First quantity of the step", "från", default=0)
    to_quantity: int | None = asked("First quantity after the step; none for the last", "till (ej med)", default=None)
    amount_sek: Decimal = asked("Price per unit in kronor", "belopp")


@order
class FeeRuleOfRegulation:
    """A fee that a regulation sets."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    item: FeeItem = asked("What is counted", "prestation")
    unit: FeeUnit = asked("How often it is counted", "enhet")
    paragraph: str | None = asked("Paragraph of the regulation", "paragraf", default=None)
    actor_category: PublicActorCategory | None = asked(
        "Category it applies to; every public actor where left out", "aktörskrets", default=None
    )
    vat: VatTreatment = asked("How the amount stands to value added tax", "moms", default=VatTreatment.NOT_STATED)
    dimension: FeeDimension = asked("What its steps are steps of", "dimension", default=FeeDimension.NONE)
    calculation: FeeCalculation = asked("Whole volume or marginal", "beräkning", default=FeeCalculation.WHOLE_VOLUME)
    steps: tuple[FeeStep, ...] = asked("Its steps, from 0", "steg")


@order
class CirculateRegulation:
    """A draft as it is sent to the authorities concerned (8 § förordning 2023:709); by that it is public."""

    title: str = asked("Title, in Swedish", "rubrik")
    kind: RegulationKind = asked("Base regulation, amendment or repeal", "slag")
    subject: RegulationSubject = asked("What it is about", "ämne")
    authorisation: str = asked("Provision that authorises it", "bemyndigande")
    case_number: str = asked("Case number", "diarienummer")
    circulated_on: date = asked("Day it was sent out", "remitterad")
    answers_due_on: date = asked("Last day to comment", "svar senast")
    holds_technical_rules: bool = asked("Whether it holds technical rules", "tekniska föreskrifter")


@order
class NotifyRegulation:
    """The notification of a circulated draft under Directive (EU) 2015/1535."""

    regulation: str = refers("regulation", "The circulated draft", "föreskrift")
    number: str = asked("TRIS number, as 2023/0171/S", "anmälningsnummer")
    received_on: date = asked("Day the Commission received it", "mottagen")
    detailed_opinion: bool = asked("Whether a detailed opinion prolonged it", "detaljerat utlåtande", default=False)


@order
class RecordDetailedOpinion:
    """A detailed opinion on a notified draft, which prolongs its standstill."""

    notification: str = refers("eu_notification", "The notification", "EU-anmälan")
    on: date = asked("Day the opinion came", "inkom")


@order
class IssueRegulation:
    """A circulated draft as it is to be decided: from when, and the fees it sets."""

    regulation: str = refers("regulation", "The circulated draft", "föreskrift")
    title: str | None = asked("Title, where circulation changed it", "rubrik", default=None)
    in_force_from: date = asked("First day in force", "träder i kraft")
    not_notified_because: str | None = asked(
        "Why technical rules were not notified", "skäl att inte anmäla", default=None
    )
    fees: tuple[FeeRuleOfRegulation, ...] = asked("The fees it sets", "avgifter", default=())


@order
class PromulgateRegulation:
    """The promulgation of a decided regulation, by which it has its designation."""

    regulation: str = refers("regulation", "The regulation", "föreskrift")
    series: RegulationSeries = asked("Statute book", "författningssamling")
    year: int = asked("Year of the designation", "år")
    number: int = asked("Number of the designation", "nummer")
    promulgated_on: date = asked("Day it was promulgated", "utkom av trycket")


@order
class RepealRegulation:
    """The end of a regulation and of the fees it sets."""

    regulation: str = refers("regulation", "The regulation", "föreskrift")
    on: date = asked("Day of the decision to repeal it", "beslutad")
    repealed_on: date = asked("First day no longer in force", "upphör att gälla")


@order
class EuNotice:
    """The notification of a draft under Directive (EU) 2015/1535."""

    number: str = asked("TRIS number, as 2023/0171/S", "anmälningsnummer")
    received_on: date = asked("Day the Commission received it", "mottagen")
    detailed_opinion: bool = asked("Whether a detailed opinion prolonged it", "detaljerat utlåtande", default=False)


@order
class PublishRequirementsVersion:
    """One version of requirements, terms or technical rules, as it is published."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    kind: RequirementsKind = asked("What it regulates", "slag")
    label: str = asked("How the document names this version", "version")
    title: str = asked("Title of the document", "rubrik")
    published_on: date = asked("Day of publication", "publicerad")
    applies_from: date = asked("First day it applies", "gäller från och med")
    replaces: str | None = refers(
        "requirements_version", "The version that ceases when it applies", "ersätter", default=None
    )
    eu_notification: EuNotice | None = asked("Its EU notification", "EU-anmälan", default=None)
    not_notified_because: str | None = asked(
        "Why technical rules were not notified", "skäl att inte anmäla", default=None
    )
    url: str | None = asked("Address of the document", "adress", default=None)


def check_circulation(circulated: CirculateRegulation) -> None:
    """Refuse answers due before the draft is sent out."""
    if circulated.answers_due_on < circulated.circulated_on:
        raise DatesContradict(
            f"The draft would be sent out on {circulated.circulated_on} and answered by {circulated.answers_due_on}.",
            remedy="Give a last day to comment on that day or later.",
            path="answers_due_on",
        )


def check_notification(circulated_on: date | None, received_on: date) -> None:
    """Refuse a notification received before the draft was circulated."""
    if circulated_on is not None and received_on < circulated_on:
        raise DatesContradict(
            f"The Commission would have received on {received_on} a draft circulated first on {circulated_on}.",
            remedy="Check the two days.",
            path="received_on",
        )


def check_answers_due(answers_due_on: date | None, decided_on: date) -> None:
    """Refuse a decision while those who are asked may still answer (8 § förordning 2023:709)."""
    if answers_due_on is not None and decided_on <= answers_due_on:
        raise DatesContradict(
            f"The draft may be commented on until {answers_due_on}, and would be decided on {decided_on}.",
            remedy="Decide it after that day.",
            path="on",
        )


def check_opinion(standstill_ends_on: date, *, is_prolonged: bool, received_on: date, opinion_on: date) -> None:
    """Refuse a second opinion, and one that came before the draft or after its standstill."""
    if is_prolonged:
        raise AlreadyDone(
            f"A detailed opinion prolonged the standstill until {standstill_ends_on}.",
            remedy="There is nothing to do.",
            path="notification",
        )
    if not received_on <= opinion_on < standstill_ends_on:
        raise DatesContradict(
            f"The draft was received on {received_on} and stood still until {standstill_ends_on}; "
            f"the opinion came on {opinion_on}.",
            remedy="An opinion that came later prolongs nothing.",
            path="on",
        )


def check_regulation(decided_on: date, drafted: IssueRegulation) -> None:
    """Refuse a regulation in force before it is decided, or whose fees are none."""
    if drafted.in_force_from < decided_on:
        raise DatesContradict(
            f"The regulation would be in force from {drafted.in_force_from}, before it is decided on {decided_on}.",
            remedy="Let it enter into force later.",
            path="in_force_from",
        )
    for number, fee in enumerate(drafted.fees, start=1):
        steps = tuple(Tier(step.from_quantity, step.to_quantity, step.amount_sek) for step in fee.steps)
        in_force = Period(drafted.in_force_from)
        check_rule(Rule(f"fee {number}", fee.item, steps, fee.calculation, fee.dimension, fee.unit, in_force))


def check_promulgation(decided_on: date, promulgated_on: date, in_force_from: date | None) -> None:
    """Refuse a promulgation before the decision, or after the regulation is to be in force."""
    if not decided_on <= promulgated_on <= (in_force_from or date.max):
        raise DatesContradict(
            f"Decided on {decided_on}, promulgated on {promulgated_on}, in force from {in_force_from}.",
            remedy="A regulation is decided, then promulgated, then in force.",
            path="promulgated_on",
        )


def standstill_end(received_on: date, *, detailed_opinion: bool) -> date:
    """The first day after the standstill of a notified draft."""
    months = STANDSTILL_MONTHS_AFTER_OPINION if detailed_opinion else STANDSTILL_MONTHS
    year, month = divmod(received_on.year * 12 + received_on.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(received_on.day, last))


def check_standstill(received_on: date, standstill_ends_on: date, effect_on: date, path: str) -> None:
    """Refuse that what was notified is decided, or applies, inside its standstill."""
    if effect_on < standstill_ends_on:
        raise StandstillRuns(
            f"The draft was received on {received_on} and stands still until {standstill_ends_on}.",
            remedy=f"Give {standstill_ends_on} or a later day.",
            path=path,
        )


def check_notified(*, is_technical: bool, not_notified_because: str | None) -> None:
    """Refuse technical rules that were neither notified nor are said to need no notification."""
    if is_technical and not_notified_because is None:
        raise NotNotified(
            "Technical rules are notified to the Commission before they apply (direktiv (EU) 2015/1535).",
            remedy="Notify them, or say why that is not needed.",
            path="not_notified_because",
        )


def check_publication(published: PublishRequirementsVersion) -> None:
    """Refuse rules that apply before they are published or, where technical, inside their standstill."""
    if published.applies_from < published.published_on:
        raise DatesContradict(
            f"The version would apply from {published.applies_from}, before it is published.",
            remedy="Let it apply from the day of publication or later.",
            path="applies_from",
        )
    notice = published.eu_notification
    if notice is None:
        is_technical = published.kind is RequirementsKind.TECHNICAL_RULES
        check_notified(is_technical=is_technical, not_notified_because=published.not_notified_because)
        return
    ends = standstill_end(notice.received_on, detailed_opinion=notice.detailed_opinion)
    check_standstill(notice.received_on, ends, published.applies_from, "applies_from")
    check_one_of_two(is_notified=True, not_notified_because=published.not_notified_because)


def check_one_of_two(*, is_notified: bool, not_notified_because: str | None) -> None:
    """Refuse a reason not to notify what was notified."""
    if is_notified and not_notified_because is not None:
        raise NotNotified(
            "The rules were notified, and a reason is given for not notifying them.",
            remedy="Leave the reason out.",
            path="not_notified_because",
        )
