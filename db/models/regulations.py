"""The written law the register rests on: regulations, the fees they set, and what suppliers are paid."""

from datetime import date
from decimal import Decimal

from auktor.core.vocabulary import (
    FeeCalculation,
    FeeDimension,
    FeeItem,
    FeeUnit,
    LegacySchemeCode,
    PublicActorCategory,
    RegulationEffectKind,
    RegulationKind,
    RegulationSeries,
    RegulationSubject,
    SystemCode,
    VatTreatment,
)
from db.facts import Alone, Fact, code_link, fact, link, noun


@noun(
    plural="regulations",
    sv="föreskrift",
    en="regulation",
    law="SFS 2023:704 21-22 §§",
    order=("series", "year", "number"),
    begins=("circulated_on", "decided_on", "promulgated_on", "in_force_from"),
    alone=(Alone("designation", ("series", "year", "number"), ("valid_from", "valid_to"), where="series IS NOT NULL"),),
    checks={
        "circulated_before_answers": "circulated_on <= answers_due_on",
        "circulated_before_decided": "circulated_on <= decided_on",
        "answers_before_decided": "answers_due_on < decided_on",
        "notified_or_told_why_not": "NOT (eu_notification_id IS NOT NULL AND not_notified_because IS NOT NULL)",
        "decided_before_promulgated": "decided_on <= promulgated_on",
        "promulgated_before_in_force": "promulgated_on <= in_force_from",
        "in_force_before_repealed": "in_force_from < repealed_on",
        "designation_is_whole": "(series IS NULL) = (number IS NULL) AND (series IS NULL) = (year IS NULL)",
        "year_and_number_are_plausible": "year BETWEEN 1900 AND 2200 AND number > 0",
    },
)
class Regulation(Fact, table=True):
    """A regulation (föreskrift), act or ordinance; its designation is unknown where no source gives it."""

    series: RegulationSeries | None = fact("Författningssamling", "Statute book")
    year: int | None = fact("År", "Year of the designation")
    number: int | None = fact("Nummer", "Number of the designation")
    title: str = fact("Rubrik", "Title, in Swedish")
    title_en: str | None = fact("Rubrik på engelska", "Title in English")
    kind: RegulationKind = fact("Slag", "Base regulation, amendment or repeal")
    subject: RegulationSubject = fact("Ämne", "What it is about")
    authorisation: str | None = fact("Bemyndigande", "Provision that authorises it", law="SFS 2023:709 5-7 §§")
    circulated_on: date | None = fact(
        "Remitterad", "Day its draft was sent to the authorities concerned", law="SFS 2023:709 8 §", unit="date"
    )
    answers_due_on: date | None = fact(
        "Svar senast", "Last day to comment on the draft", law="SFS 2023:709 8 §", unit="date"
    )
    holds_technical_rules: bool | None = fact(
        "Tekniska föreskrifter", "Whether it holds technical rules, which are notified before they are decided"
    )
    eu_notification_id: int | None = link(
        "eu_notification", "EU-anmälan", "EU notification of its technical rules", law="EU 2015/1535"
    )
    not_notified_because: str | None = fact(
        "Skäl att inte anmäla", "Why its technical rules were not notified", law="EU 2015/1535"
    )
    decided_on: date | None = fact("Beslutad", "Day it was decided", unit="date")
    promulgated_on: date | None = fact("Utkom av trycket", "Day it was promulgated", unit="date")
    in_force_from: date | None = fact("Träder i kraft", "First day in force", unit="date")
    repealed_on: date | None = fact("Upphör att gälla", "First day no longer in force", unit="date")
    case_number: str | None = fact("Diarienummer", "Case number")
    url: str | None = fact("Adress", "Address of the text")


@noun(
    plural="regulation_effects",
    sv="ändring eller upphävande",
    en="regulation effect",
    law="SFS 2023:704 22 §",
    order=("effect",),
)
class RegulationEffect(Fact, table=True):
    """One regulation amending or repealing another."""

    regulation_id: int = link("regulation", "Föreskrift", "The regulation that does it")
    affected_id: int = link("regulation", "Berörd föreskrift", "The regulation it is done to")
    effect: RegulationEffectKind = fact("Verkan", "Amends or repeals")


@noun(
    plural="fees",
    sv="avgiftsregel",
    en="fee rule",
    law="SFS 2023:709 7 §",
    order=("system", "item", "in_force_from"),
    alone=(Alone("fee", ("system", "item", "actor_category", "legacy_scheme"), ("in_force_from", "ends_on")),),
    checks={
        "in_force_before_ends": "in_force_from < ends_on",
        "rests_on_one_ground": "NOT (regulation_id IS NOT NULL AND legacy_scheme IS NOT NULL)",
    },
)
class FeeRule(Fact, table=True):
    """What public actors pay for one item in one system while the rule is in force; amounts stand in its tiers."""

    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    regulation_id: int | None = link(
        "regulation", "Föreskrift", "Regulation that sets the fee", law="SFS 2023:704 22 §"
    )
    legacy_scheme: LegacySchemeCode | None = code_link(
        "legacy_scheme", "Tidigare regim", "Older scheme the fee was charged under"
    )
    paragraph: str | None = fact("Paragraf", "Paragraph of the regulation")
    item: FeeItem = fact("Prestation", "What is counted: identification, signature or message")
    unit: FeeUnit = fact("Enhet", "How often it is counted")
    actor_category: PublicActorCategory | None = fact(
        "Aktörskrets", "Category it applies to; empty for every public actor"
    )
    vat: VatTreatment = fact("Moms", "How the amount stands to value added tax")
    dimension: FeeDimension = fact("Dimension", "What its tiers are steps of")
    calculation: FeeCalculation = fact("Beräkning", "Whole volume or marginal")
    rounding: str = fact("Avrundning", "How totals are rounded, and when")
    in_force_from: date = fact("Gäller från och med", "First day the fee applies", unit="date")
    ends_on: date | None = fact("Upphör", "First day it no longer applies", unit="date")


@noun(
    plural="fee_tiers",
    sv="avgiftssteg",
    en="fee tier",
    law="SFS 2023:709 7 §",
    order=("fee_rule_id", "from_quantity"),
    checks={
        "begins_before_it_ends": "from_quantity >= 0 AND from_quantity < to_quantity",
        "amount_is_not_negative": "amount_sek >= 0",
    },
)
class FeeTier(Fact, table=True):
    """One step of a fee rule: the price from a quantity (or size) up to, not including, another."""

    fee_rule_id: int = link("fee_rule", "Avgiftsregel", "The rule it belongs to")
    from_quantity: int = fact(
        "Från", "First quantity of the step", unit="items, or kilobytes where the dimension is size"
    )
    to_quantity: int | None = fact(
        "Till (ej med)", "First quantity after the step; empty for the last", unit="as from_quantity"
    )
    amount_sek: Decimal = fact("Belopp", "Price per unit", unit="SEK")


@noun(
    plural="compensation_rules",
    sv="ersättningsregel",
    en="compensation rule",
    law="avtal",
    order=("system", "item", "in_force_from"),
    checks={"in_force_before_ends": "in_force_from < ends_on", "amount_is_not_negative": "amount_sek >= 0"},
)
class CompensationRule(Fact, table=True):
    """What the authority pays suppliers for one item; a term of the agreement, whose amount may be unknown."""

    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    requirements_version_id: int | None = link("requirements_version", "Villkor", "The terms that set it")
    item: FeeItem = fact("Prestation", "What is counted")
    amount_sek: Decimal | None = fact(
        "Belopp", "Compensation per unit; empty where it is not known or not public", unit="SEK"
    )
    vat: VatTreatment = fact("Moms", "How the amount stands to value added tax")
    in_force_from: date = fact("Gäller från och med", "First day it applies", unit="date")
    ends_on: date | None = fact("Upphör", "First day it no longer applies", unit="date")
