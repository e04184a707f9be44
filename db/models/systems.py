"""The authorisation systems themselves: who provides them, on what requirements, and how they were introduced."""

from datetime import date

from auktor.core.vocabulary import RequirementsKind, SystemCode
from db.facts import Alone, Fact, code_link, fact, link, noun


@noun(
    plural="providing_authorities",
    sv="tillhandahållande myndighet",
    en="providing authority",
    law="SFS 2023:709 2 §",
    order=("name",),
    checks={"organisation_number_is_right": "is_organisation_number(organisation_number)"},
)
class ProvidingAuthority(Fact, table=True):
    """The authority that approves suppliers and signs with them; a dated attribute, because the task may move."""

    name: str = fact("Myndighetens namn", "Name of the authority", law="SFS 2023:709 2 §")
    name_en: str | None = fact("Namn på engelska", "Name in English")
    organisation_number: str = fact("Organisationsnummer", "Swedish organisation number, NNNNNN-NNNN")
    seat: str | None = fact("Hemvist", "Seat, which decides the competent court", law="SFS 2023:704 16 §")
    competent_court: str | None = fact(
        "Behörig förvaltningsrätt", "Administrative court for rectification", law="SFS 2023:704 16 §"
    )
    website: str | None = fact("Webbplats", "Website of the authority")


@noun(
    plural="authorisation_systems",
    sv="auktorisationssystem",
    en="authorisation system",
    law="SFS 2023:704 2 §",
    order=("code",),
    checks={
        "operation_follows_establishment": (
            "established_on IS NULL OR operation_from IS NULL OR established_on <= operation_from"
        ),
        "closing_follows_operation": "closed_on IS NULL OR operation_from IS NULL OR operation_from < closed_on",
        "decision_time_is_positive": "decision_time_days > 0",
    },
)
class AuthorisationSystem(Fact, table=True):
    """One of the two systems; the key of the object is its code."""

    code: SystemCode = fact("Systemets kod", "Code of the system", law="SFS 2023:704 1 §")
    name_sv: str = fact("Namn på svenska", "Name in Swedish")
    name_en: str = fact("Namn på engelska", "Name in English")
    authority_id: int = link(
        "providing_authority", "Tillhandahållande myndighet", "Providing authority", law="SFS 2023:709 2 §"
    )
    established_on: date | None = fact(
        "Inrättat", "Day the system was established by publication", law="SFS 2023:704 6 §", unit="date"
    )
    operation_from: date | None = fact("I drift från och med", "First day of operation", unit="date")
    closed_on: date | None = fact("Avslutat", "First day the system is closed", law="SFS 2023:704 14 §", unit="date")
    decision_time_days: int | None = fact(
        "Beslutstid", "Time within which an application is decided", law="SFS 2023:704 6 § 4", unit="days"
    )
    website: str | None = fact(
        "Webbplats", "Where requirements, terms and the supplier list are gathered", law="SFS 2023:704 6 §"
    )


@noun(
    plural="eu_notifications",
    sv="anmälan enligt direktiv (EU) 2015/1535",
    en="EU notification",
    law="EU 2015/1535",
    order=("received_on", "number"),
    checks={
        "number_is_right": r"number ~ '^\d{4}/\d{1,4}/[A-Z]+$'",
        "standstill_follows_receipt": (
            "received_on IS NULL OR standstill_ends_on IS NULL OR received_on < standstill_ends_on"
        ),
    },
)
class EuNotification(Fact, table=True):
    """A draft technical rule notified to the Commission; nothing technical enters into force inside its standstill."""

    number: str = fact("Anmälningsnummer", "TRIS number, as 2023/0171/S", law="EU 2015/1535")
    title: str = fact("Rubrik", "Title of the notified draft")
    received_on: date | None = fact("Mottagen", "Day the Commission received it", unit="date")
    standstill_ends_on: date | None = fact(
        "Frysningstiden slutar", "First day after the standstill", law="EU 2015/1535 artikel 6", unit="date"
    )
    detailed_opinion: bool | None = fact("Detaljerat utlåtande", "Whether a detailed opinion prolonged the standstill")
    url: str | None = fact("Adress", "Address of the notification")


@noun(
    plural="requirements",
    sv="krav och villkor",
    en="requirements version",
    law="SFS 2023:704 6 §",
    order=("system", "kind", "label"),
    begins=("published_on",),
    checks={
        "publication_comes_first": "published_on IS NULL OR applies_from IS NULL OR published_on <= applies_from",
        "ceases_after_it_applies": "applies_from IS NULL OR ceases_on IS NULL OR applies_from < ceases_on",
        "notified_or_told_why_not": "NOT (eu_notification_id IS NOT NULL AND not_notified_because IS NOT NULL)",
    },
)
class RequirementsVersion(Fact, table=True):
    """One version of the requirements, terms or technical rules of a system."""

    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    kind: RequirementsKind = fact("Slag", "What it regulates: requirements for approval, terms or technical rules")
    label: str = fact("Version", "How the document names this version")
    title: str = fact("Rubrik", "Title of the document")
    published_on: date | None = fact("Publicerad", "Day of publication", law="SFS 2023:704 6 §", unit="date")
    applies_from: date | None = fact("Gäller från och med", "First day it applies", unit="date")
    ceases_on: date | None = fact("Upphör", "First day it no longer applies", unit="date")
    eu_notification_id: int | None = link(
        "eu_notification", "EU-anmälan", "EU notification of the technical rules", law="EU 2015/1535"
    )
    not_notified_because: str | None = fact(
        "Skäl att inte anmäla", "Why technical rules were not notified", law="EU 2015/1535"
    )
    url: str | None = fact("Adress", "Address of the document")


@noun(
    plural="start_rules",
    sv="regel om tjänstestart",
    en="start rule",
    law="avtal",
    order=("system", "signed_from"),
    alone=(Alone("signing_window", ("system",), ("signed_from", "signed_to")),),
    checks={"window_opens_first": "signed_from < signed_to"},
)
class StartRule(Fact, table=True):
    """When a public actor that signs within a window of days may start: on a day, or the first of a later month."""

    system: SystemCode = code_link("authorisation_system", "Auktorisationssystem", "Authorisation system")
    signed_from: date | None = fact("Undertecknat från och med", "First day of the signing window", unit="date")
    signed_to: date | None = fact("Undertecknat till (ej med)", "First day after the signing window", unit="date")
    earliest_start: date = fact("Tidigast start", "Earliest day the service may start", unit="date")
    first_of_month: bool = fact(
        "Den första i en månad", "Whether a start is always the first of a month after the signing"
    )


@noun(plural="milestones", sv="milstolpe", en="milestone", law="SFS 2023:704", order=("planned_on", "title_sv"))
class Milestone(Fact, table=True):
    """A step of the introduction: when it was planned and when it happened."""

    system: SystemCode | None = code_link(
        "authorisation_system", "Auktorisationssystem", "Authorisation system, where it concerns one"
    )
    title_sv: str = fact("Rubrik", "Title in Swedish")
    title_en: str = fact("Rubrik på engelska", "Title in English")
    planned_on: date | None = fact("Planerat till", "Day (or first day of the month) it was planned for", unit="date")
    occurred_on: date | None = fact(
        "Inträffade", "Day it happened; empty while it has not or is not known to have", unit="date"
    )
    detail_sv: str | None = fact("Beskrivning", "What it meant, in Swedish")
    detail_en: str | None = fact("Beskrivning på engelska", "What it meant, in English")
