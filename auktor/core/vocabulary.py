"""The register's words: every code the law, the tables, the API and the files share.

A `Term` is a string on the wire and in the database and carries its Swedish legal term and its English label, so that
no other place needs to translate it. Wire names never change; a label may.
"""

from enum import Enum
from typing import Self


class Term(str, Enum):  # noqa: UP042 -- StrEnum's values cannot carry labels of their own
    """One word of a closed list: wire name, Swedish legal term (`sv`), English label (`en`)."""

    sv: str
    en: str

    def __new__(cls, code: str, sv: str = "", en: str = "") -> Self:
        """Make the member equal to its wire name, with both labels attached."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sv = sv
        member.en = en
        return member

    def __str__(self) -> str:
        """Give the wire name, so that a term can be written into a file or a message as it is."""
        return str(self.value)


class Language(Term):
    """The languages the register speaks."""

    SV = "SV", "svenska", "Swedish"
    EN = "EN", "engelska", "English"


class ProvenanceKind(Term):
    """How sure a fact is: read in an official source, reported by someone else, or invented for demonstration."""

    OFFICIAL = "OFFICIAL", "officiell uppgift", "official"
    REPORTED = "REPORTED", "rapporterad uppgift", "reported, not confirmed"
    EXAMPLE = "EXAMPLE", "exempel, påhittad uppgift", "example, invented"


class SystemCode(Term):
    """The authorisation systems (auktorisationssystem, 2 § lag 2023:704)."""

    E_IDENTIFICATION = "E_IDENTIFICATION", "elektronisk identifiering", "electronic identification"
    DIGITAL_POST = "DIGITAL_POST", "digital post", "digital post"


class SystemStatus(Term):
    """Where an authorisation system stands on a day; computed from its dates."""

    PLANNED = "PLANNED", "planerat", "planned"
    ESTABLISHED = "ESTABLISHED", "inrättat", "established"
    IN_OPERATION = "IN_OPERATION", "i drift", "in operation"
    CLOSED = "CLOSED", "avslutat", "closed"


class RequirementsKind(Term):
    """What a published set of requirements regulates (6 § lag 2023:704)."""

    APPROVAL_REQUIREMENTS = "APPROVAL_REQUIREMENTS", "krav för godkännande", "requirements for approval"
    TERMS = "TERMS", "villkor", "terms"
    TECHNICAL_RULES = "TECHNICAL_RULES", "tekniskt regelverk", "technical rules"


class RequirementsStatus(Term):
    """Where a requirements version stands on a day."""

    PUBLISHED = "PUBLISHED", "publicerad", "published"
    APPLICABLE = "APPLICABLE", "gällande", "applicable"
    CEASED = "CEASED", "upphörd", "ceased"


class RegulationSeries(Term):
    """The statute books the register cites."""

    MDFFS = (
        "MDFFS",
        "Myndigheten för digital förvaltnings författningssamling",
        "statute book of the Agency for Digital Government",
    )
    PTSFS = "PTSFS", "Post- och telestyrelsens författningssamling", "statute book of the Post and Telecom Authority"
    SFS = "SFS", "Svensk författningssamling", "Swedish Code of Statutes"


class RegulationKind(Term):
    """What a regulation does to the law."""

    BASE = "BASE", "grundförfattning", "base regulation"
    AMENDMENT = "AMENDMENT", "ändringsförfattning", "amendment"
    REPEAL = "REPEAL", "upphävandeförfattning", "repeal"


class RegulationSubject(Term):
    """What a regulation is about."""

    ACT = "ACT", "lag eller förordning", "act or ordinance"
    FEE = "FEE", "avgift", "fee"
    APPROVAL_REQUIREMENTS = "APPROVAL_REQUIREMENTS", "krav för godkännande", "requirements for approval"
    OBLIGATION_DEVIATION = "OBLIGATION_DEVIATION", "avvikelse från skyldigheten", "deviation from the obligation"
    EXEMPTION_TERMS = "EXEMPTION_TERMS", "villkor för undantag", "conditions for exemption"


class RegulationStatus(Term):
    """Where a regulation stands on a day; computed from its dates."""

    DRAFT = "DRAFT", "utkast", "draft"
    CIRCULATED = "CIRCULATED", "remitterad", "circulated for comment"
    NOTIFIED_TO_EU = "NOTIFIED_TO_EU", "anmäld till EU", "notified to the EU"
    DECIDED = "DECIDED", "beslutad", "decided"
    PROMULGATED = "PROMULGATED", "kungjord", "promulgated"
    IN_FORCE = "IN_FORCE", "gällande", "in force"
    REPEALED = "REPEALED", "upphävd", "repealed"


class RegulationEffectKind(Term):
    """What one regulation does to another."""

    AMENDS = "AMENDS", "ändrar", "amends"
    REPEALS = "REPEALS", "upphäver", "repeals"


class FeeItem(Term):
    """What a fee or a compensation is counted for (prestation)."""

    IDENTIFICATION = "IDENTIFICATION", "identifiering", "identification"
    SIGNATURE = "SIGNATURE", "underskrift", "signature"
    MESSAGE = "MESSAGE", "försändelse", "message"


class FeeUnit(Term):
    """How often a fee is counted."""

    PER_COMPLETED_TRANSACTION = "PER_COMPLETED_TRANSACTION", "per genomförd transaktion", "per completed transaction"
    PER_MESSAGE = "PER_MESSAGE", "per försändelse", "per message"
    PER_YEAR = "PER_YEAR", "per år", "per year"
    ONE_OFF = "ONE_OFF", "engångsavgift", "one-off"


class VatTreatment(Term):
    """How an amount stands to value added tax."""

    EXCLUDED = "EXCLUDED", "exklusive moms", "excluding VAT"
    INCLUDED = "INCLUDED", "inklusive moms", "including VAT"
    OUTSIDE_SCOPE = "OUTSIDE_SCOPE", "utanför mervärdesskattens tillämpningsområde", "outside the scope of VAT"
    NOT_STATED = "NOT_STATED", "ej angivet", "not stated"


class FeeDimension(Term):
    """What the steps of a fee are steps of."""

    NONE = "NONE", "ingen", "none"
    VOLUME = "VOLUME", "volym", "volume"
    SIZE_KB = "SIZE_KB", "storlek i kilobyte", "size in kilobytes"


class FeeCalculation(Term):
    """How the steps of a fee are used."""

    WHOLE_VOLUME = "WHOLE_VOLUME", "trappa: hela volymen till stegets pris", "whole volume at the price of its step"
    MARGINAL = "MARGINAL", "marginal: varje steg för sig", "marginal: each step by itself"


class LegalForm(Term):
    """Legal form (juridisk form) of a supplier."""

    LIMITED_COMPANY = "LIMITED_COMPANY", "aktiebolag", "limited company"
    STATE_AGENCY = "STATE_AGENCY", "statlig myndighet", "state agency"
    ECONOMIC_ASSOCIATION = "ECONOMIC_ASSOCIATION", "ekonomisk förening", "economic association"
    PARTNERSHIP = "PARTNERSHIP", "handelsbolag", "partnership"
    FOUNDATION = "FOUNDATION", "stiftelse", "foundation"
    FOREIGN = "FOREIGN", "utländsk juridisk person", "foreign legal person"


class SupplierStatus(Term):
    """Where a supplier stands in a system on a day; computed from its agreement."""

    APPROVED = "APPROVED", "godkänd, inte ansluten", "approved, not connected"
    CONNECTED = "CONNECTED", "ansluten", "connected"
    TERMINATED = "TERMINATED", "uppsagd, ansluten till slutdagen", "notice given, connected until the end date"
    ENDED = "ENDED", "upphörd", "ended"
    CANCELLED = "CANCELLED", "hävd", "cancelled"


class ServiceKind(Term):
    """What a service is."""

    E_IDENTIFICATION = "E_IDENTIFICATION", "e-legitimation", "electronic identification"
    DIGITAL_MAILBOX = "DIGITAL_MAILBOX", "digital brevlåda", "digital mailbox"


class ServiceStatus(Term):
    """Where a service stands; its history is the register's status history."""

    UNDER_REVIEW = "UNDER_REVIEW", "under granskning", "under review"
    TECHNICALLY_CONNECTED = "TECHNICALLY_CONNECTED", "tekniskt ansluten", "technically connected"
    IN_OPERATION = "IN_OPERATION", "i drift", "in operation"
    SUSPENDED = "SUSPENDED", "avställd", "suspended"
    CLOSED = "CLOSED", "avslutad", "closed"


class AssuranceLevel(Term):
    """Level of assurance (tillitsnivå) in the Swedish trust framework."""

    LEVEL_2 = "LEVEL_2", "tillitsnivå 2", "level 2"
    LEVEL_3 = "LEVEL_3", "tillitsnivå 3", "level 3"
    LEVEL_4 = "LEVEL_4", "tillitsnivå 4", "level 4"


class EidasNotification(Term):
    """Whether an e-identification is notified under eIDAS (910/2014)."""

    NO = "NO", "nej", "no"
    PRE_NOTIFIED = "PRE_NOTIFIED", "föranmäld", "pre-notified"
    NOTIFIED = "NOTIFIED", "anmäld", "notified"


class EidasLevel(Term):
    """Level of assurance in eIDAS; stored apart from the national level."""

    LOW = "LOW", "låg", "low"
    SUBSTANTIAL = "SUBSTANTIAL", "väsentlig", "substantial"
    HIGH = "HIGH", "hög", "high"


class TargetGroup(Term):
    """Whom a service is for."""

    PERSON = "PERSON", "privatperson", "person"
    COMPANY = "COMPANY", "företag", "company"
    PERSON_AND_COMPANY = "PERSON_AND_COMPANY", "privatperson och företag", "person and company"


class ApplicationStatus(Term):
    """Life cycle of an application for connection (ansökan om anslutning)."""

    RECEIVED = "RECEIVED", "inkommen", "received"
    UNDER_REVIEW = "UNDER_REVIEW", "under handläggning", "under review"
    SUPPLEMENT_REQUESTED = "SUPPLEMENT_REQUESTED", "komplettering begärd", "supplement requested"
    APPROVED = "APPROVED", "godkänd", "approved"
    REJECTED = "REJECTED", "avslagen", "rejected"
    DISMISSED = "DISMISSED", "avvisad", "dismissed"
    WITHDRAWN = "WITHDRAWN", "återkallad", "withdrawn"
    STRUCK_OFF = "STRUCK_OFF", "avskriven", "struck off"
    RECTIFICATION_PENDING = "RECTIFICATION_PENDING", "rättelse pågår", "rectification pending"
    REJECTED_FINAL = "REJECTED_FINAL", "avslagen, laga kraft", "rejected, final"
    AGREEMENT_SIGNED = "AGREEMENT_SIGNED", "avtal ingått", "agreement signed"
    LAPSED = "LAPSED", "förfallen", "lapsed"


class DecisionKind(Term):
    """What a decision (beslut) decides."""

    APPROVAL = "APPROVAL", "godkännande", "approval"
    REJECTION = "REJECTION", "avslag", "rejection"
    DISMISSAL = "DISMISSAL", "avvisning", "dismissal"
    STRIKING_OFF = "STRIKING_OFF", "avskrivning", "striking off"
    EXEMPTION = "EXEMPTION", "undantag", "exemption"
    EXEMPTION_REFUSED = "EXEMPTION_REFUSED", "avslag på undantag", "exemption refused"


class RejectionGround(Term):
    """Grounds on which an application may be rejected (11 § lag 2023:704)."""

    REQUIREMENTS_NOT_MET = "REQUIREMENTS_NOT_MET", "kraven inte uppfyllda, 11 § första stycket", "requirements not met"
    INSOLVENCY = "INSOLVENCY", "konkurs m.m., 11 § andra stycket 1", "insolvency"
    INSOLVENCY_APPLIED_FOR = (
        "INSOLVENCY_APPLIED_FOR",
        "ansökan om konkurs m.m., 11 § andra stycket 2",
        "insolvency applied for",
    )
    CONVICTION = "CONVICTION", "lagakraftvunnen dom, 11 § andra stycket 3", "conviction"
    MISCONDUCT = "MISCONDUCT", "allvarligt fel i yrkesutövningen, 11 § andra stycket 4", "grave professional misconduct"
    UNPAID_TAX = "UNPAID_TAX", "obetalda skatter eller avgifter, 11 § andra stycket 5", "unpaid tax or contributions"
    INFORMATION_WITHHELD = (
        "INFORMATION_WITHHELD",
        "underlåtna eller felaktiga upplysningar, 11 § andra stycket 6",
        "information withheld or false",
    )
    REPRESENTATIVE = "REPRESENTATIVE", "företrädare, 11 § tredje stycket", "representative convicted or at fault"


class AgreementStatus(Term):
    """Where an agreement stands on a day; computed from its dates."""

    DRAFT = "DRAFT", "utkast", "draft"
    SIGNED_BY_ACTOR = "SIGNED_BY_ACTOR", "undertecknat av aktören", "signed by the actor"
    CONCLUDED = "CONCLUDED", "ingånget, ännu inte gällande", "concluded, not yet in force"
    IN_FORCE = "IN_FORCE", "gällande", "in force"
    TERMINATED = "TERMINATED", "uppsagt, gäller till slutdagen", "notice given, in force until the end date"
    ENDED = "ENDED", "upphört", "ended"
    CANCELLED = "CANCELLED", "hävt", "cancelled"


class EndGround(Term):
    """Why an agreement ended (upphörandegrund)."""

    TERMINATED_BY_SUPPLIER = "TERMINATED_BY_SUPPLIER", "uppsägning av leverantören", "terminated by the supplier"
    TERMINATED_BY_AUTHORITY = "TERMINATED_BY_AUTHORITY", "uppsägning av myndigheten", "terminated by the authority"
    TERMINATED_BY_ACTOR = "TERMINATED_BY_ACTOR", "uppsägning av aktören", "terminated by the public actor"
    CANCELLED_FOR_BREACH = "CANCELLED_FOR_BREACH", "hävning", "cancelled for breach"
    TERM_EXPIRED = "TERM_EXPIRED", "avtalstiden ute", "term expired"
    SYSTEM_CLOSED = "SYSTEM_CLOSED", "systemet avslutat", "system closed"
    TRANSFERRED = "TRANSFERRED", "överlåtelse", "transferred"


class PublicActorCategory(Term):
    """Kinds of public actor (offentlig aktör, 4 § lag 2023:704)."""

    STATE_AGENCY = "STATE_AGENCY", "statlig myndighet, 4 § första stycket 1", "state agency"
    MUNICIPALITY = "MUNICIPALITY", "kommun, 4 § första stycket 1", "municipality"
    REGION = "REGION", "region, 4 § första stycket 1", "region"
    MUNICIPAL_ASSOCIATION = "MUNICIPAL_ASSOCIATION", "kommunalförbund, 4 § första stycket 1", "municipal association"
    DECISION_MAKING_ASSEMBLY = (
        "DECISION_MAKING_ASSEMBLY",
        "beslutande församling, 4 § första stycket 2",
        "decision-making assembly",
    )
    ASSOCIATION = "ASSOCIATION", "sammanslutning, 4 § första stycket 3", "association of public actors"
    PRIVATE_SCHOOL = "PRIVATE_SCHOOL", "enskild huvudman i skolväsendet, 4 § första stycket 4 a", "private school"
    PRIVATE_HEALTHCARE = (
        "PRIVATE_HEALTHCARE",
        "privat hälso- och sjukvård eller tandvård, 4 § första stycket 4 b",
        "private healthcare",
    )
    PRIVATE_SOCIAL_CARE = "PRIVATE_SOCIAL_CARE", "privat socialtjänst, 4 § första stycket 4 c", "private social care"
    PRIVATE_ASSISTANCE = (
        "PRIVATE_ASSISTANCE",
        "privat personlig assistans, 4 § första stycket 4 d",
        "private personal assistance",
    )
    PRIVATE_HIGHER_EDUCATION = (
        "PRIVATE_HIGHER_EDUCATION",
        "enskild utbildningsanordnare, 4 § första stycket 5",
        "private higher education",
    )
    PUBLICLY_GOVERNED_BODY = (
        "PUBLICLY_GOVERNED_BODY",
        "offentligt styrt organ, 4 § andra stycket",
        "publicly governed body",
    )


class SuccessionKind(Term):
    """How one public actor follows another."""

    MERGED_INTO = "MERGED_INTO", "uppgått i", "merged into"
    SPLIT_INTO = "SPLIT_INTO", "delad i", "split into"
    REPLACED_BY = "REPLACED_BY", "ersatt av", "replaced by"


class ObligationStatus(Term):
    """Whether an actor must use the system (3 § förordning 2023:709) on a day."""

    OBLIGED = "OBLIGED", "skyldig", "obliged"
    EXEMPT_BY_STATUTE = "EXEMPT_BY_STATUTE", "undantagen enligt författning", "exempt by statute"
    EXEMPT_BY_DECISION = "EXEMPT_BY_DECISION", "undantagen genom beslut", "exempt by decision"
    NOT_COVERED = "NOT_COVERED", "ej omfattad", "not covered"
    NOT_ASSESSED = "NOT_ASSESSED", "ej bedömd", "not assessed"


class RectificationOutcome(Term):
    """How a court ended a rectification case (rättelse, 16 § lag 2023:704)."""

    GRANTED = "GRANTED", "bifall", "granted"
    REFUSED = "REFUSED", "avslag", "refused"
    DISMISSED = "DISMISSED", "avvisad", "dismissed"
    STRUCK_OFF = "STRUCK_OFF", "avskriven", "struck off"


class ReviewOutcome(Term):
    """How a follow-up review of a supplier ended."""

    IN_ORDER = "IN_ORDER", "utan anmärkning", "in order"
    REMEDIED = "REMEDIED", "brister åtgärdade", "findings remedied"
    AGREEMENT_ENDED = "AGREEMENT_ENDED", "avtalet avslutat", "agreement ended"


class FindingSeverity(Term):
    """How grave a finding of a follow-up review is."""

    MINOR = "MINOR", "mindre brist", "minor"
    MAJOR = "MAJOR", "större brist", "major"
    CRITICAL = "CRITICAL", "allvarlig brist", "critical"


class LegacySchemeCode(Term):
    """The older schemes that are being wound over."""

    VFS_2017 = "VFS_2017", "Valfrihetssystem 2017 e-legitimering", "freedom-of-choice system 2017"
    VFS_2018 = "VFS_2018", "Valfrihetssystem 2018 e-legitimering", "freedom-of-choice system 2018"
    MINA_MEDDELANDEN = "MINA_MEDDELANDEN", "Mina meddelanden", "Mina meddelanden"


class VolumeStatus(Term):
    """How final a monthly volume is."""

    PRELIMINARY = "PRELIMINARY", "preliminär", "preliminary"
    FINAL = "FINAL", "fastställd", "final"


class ChangeKind(Term):
    """What a revision did to an object."""

    ADDED = "ADDED", "tillagd", "added"
    CHANGED = "CHANGED", "ändrad", "changed"
    REMOVED = "REMOVED", "borttagen", "removed"


class SearchReason(Term):
    """Why a search found an object."""

    ORGANISATION_NUMBER = "ORGANISATION_NUMBER", "organisationsnummer", "organisation number"
    MUNICIPALITY_CODE = "MUNICIPALITY_CODE", "kommunkod", "municipality code"
    DESIGNATION = "DESIGNATION", "beteckning", "designation"
    CASE_NUMBER = "CASE_NUMBER", "diarienummer", "case number"
    SECTION = "SECTION", "paragraf", "section of a statute"
    NAME = "NAME", "namn", "name"
    WITHIN_NAME = "WITHIN_NAME", "inuti ett namn", "within a name"
    TEXT = "TEXT", "annan text", "other text"
