"""Regulations with their fees, and the requirements of the systems."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import DatesContradict, NotNotified, StandstillRuns
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
class IssueRegulation:
    """A regulation as it is drafted: what it says, from when, and the fees it sets."""

    title: str = asked("Title, in Swedish", "rubrik")
    kind: RegulationKind = asked("Base regulation, amendment or repeal", "slag")
    subject: RegulationSubject = asked("What it is about", "ämne")
    authorisation: str = asked("Provision that authorises it", "bemyndigande")
    case_number: str = asked("Case number", "diarienummer")
    in_force_from: date = asked("First day in force", "träder i kraft")
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


def check_promulgation(decided_on: date, promulgated_on: date, in_force_from: date) -> None:
    """Refuse a promulgation before the decision, or after the regulation is to be in force."""
    if not decided_on <= promulgated_on <= in_force_from:
        raise DatesContradict(
            f"Decided on {decided_on}, promulgated on {promulgated_on}, in force from {in_force_from}.",
            remedy="A regulation is decided, then promulgated, then in force.",
            path="promulgated_on",
        )


def standstill_end(notice: EuNotice) -> date:
    """The first day after the standstill of a notified draft."""
    months = STANDSTILL_MONTHS_AFTER_OPINION if notice.detailed_opinion else STANDSTILL_MONTHS
    year, month = divmod(notice.received_on.year * 12 + notice.received_on.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(notice.received_on.day, last))


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
        _check_not_notified(published)
    elif published.applies_from < standstill_end(notice):
        raise StandstillRuns(
            f"The draft was received on {notice.received_on} and stands still until {standstill_end(notice)}.",
            remedy=f"Let the version apply from {standstill_end(notice)} or later.",
            path="applies_from",
        )


def _check_not_notified(published: PublishRequirementsVersion) -> None:
    if published.kind is RequirementsKind.TECHNICAL_RULES and published.not_notified_because is None:
        raise NotNotified(
            "Technical rules are notified to the Commission before they apply (direktiv (EU) 2015/1535).",
            remedy="Give the notification, or say why none was needed.",
            path="eu_notification",
        )
