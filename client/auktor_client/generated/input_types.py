from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    ActorAgreementOrderField,
    AgreementStatus,
    ApplicationOrderField,
    ApplicationStatus,
    AssuranceLevel,
    AuditEntryOrderField,
    AuthorisationSystemOrderField,
    CompensationRuleOrderField,
    DecisionKind,
    DecisionOrderField,
    Direction,
    EidasLevel,
    EidasNotification,
    EndGround,
    ExemptionOrderField,
    FeeCalculation,
    FeeDimension,
    FeeItem,
    FeeRuleOrderField,
    FeeUnit,
    FindingSeverity,
    LegacyConnectionOrderField,
    LegacySchemeCode,
    LegacySchemeOrderField,
    LegalForm,
    MilestoneOrderField,
    ObligationRuleOrderField,
    ObligationStatus,
    PreparationOrderField,
    ProvenanceKind,
    PublicActorCategory,
    PublicActorOrderField,
    RectificationCaseOrderField,
    RectificationOutcome,
    RegulationKind,
    RegulationOrderField,
    RegulationSeries,
    RegulationStatus,
    RegulationSubject,
    RejectionGround,
    RequirementsKind,
    RequirementsStatus,
    RequirementsVersionOrderField,
    ReviewFindingOrderField,
    ReviewOrderField,
    ReviewOutcome,
    ServiceKind,
    ServiceOrderField,
    ServiceStatus,
    StartRuleOrderField,
    SupplierAgreementOrderField,
    SupplierOrderField,
    SupplierStatus,
    SystemCode,
    SystemStatus,
    TargetGroup,
    VatTreatment,
    VolumeStatus,
)


class ActorAgreementFilter(BaseModel):
    """Which of the actor agreements (avtal med offentlig aktör); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    actor: Optional["ReferenceFilter"] = None
    "The public actor (Offentlig aktör)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    agreement_number: Optional["TextFilter"] = Field(
        alias="agreementNumber", default=None
    )
    "Number of the agreement (Avtalsnummer)."
    requirements_version: Optional["ReferenceFilter"] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms it was signed on (Avtalsvillkor)."
    signed_by_actor_on: Optional["DateFilter"] = Field(
        alias="signedByActorOn", default=None
    )
    "Day the actor signed (Undertecknat av aktören)."
    signed_on: Optional["DateFilter"] = Field(alias="signedOn", default=None)
    "Day it was signed by both (Undertecknat)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day in force (Gäller från och med)."
    notice_given_on: Optional["DateFilter"] = Field(alias="noticeGivenOn", default=None)
    "Day notice was given (Uppsagt)."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "First day no longer in force (Upphör)."
    end_ground: Optional["EndGroundFilter"] = Field(alias="endGround", default=None)
    "Why it ends (Upphörandegrund)."
    previous_scheme: Optional["LegacySchemeCodeFilter"] = Field(
        alias="previousScheme", default=None
    )
    "Older scheme the actor came from (Tidigare regim)."
    status: Optional["AgreementStatusFilter"] = None
    "Where the agreement stands on the day (Avtalets status)."
    and_: Optional[list["ActorAgreementFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ActorAgreementFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ActorAgreementFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ActorAgreementOrder(BaseModel):
    """How to order actor agreements (avtal med offentlig aktör)."""

    field: ActorAgreementOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class AddServiceInput(BaseModel):
    """What is asked of `addService` (lägga till tjänst)."""

    supplier: str
    "The contracting party (leverantör)."
    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    name: str
    "Name of the service (tjänstens namn)."
    brand: Optional[str] = None
    "Brand the public knows it by (varumärke)."
    kind: ServiceKind
    "E-identification or digital mailbox (slag)."
    assurance_level: Optional[AssuranceLevel] = Field(
        alias="assuranceLevel", default=None
    )
    "Level of assurance (tillitsnivå)."
    non_resident: bool = Field(alias="nonResident", default=False)
    "Whether it is issued to persons not resident (för icke bofasta)."
    quality_mark: bool = Field(alias="qualityMark", default=False)
    "Whether it bears the quality mark (kvalitetsmärke)."
    supports_signature: Optional[bool] = Field(alias="supportsSignature", default=None)
    "Whether it supports signatures (stöd för underskrift)."
    target_group: TargetGroup = Field(alias="targetGroup")
    "Whom it is for (målgrupp)."
    on: date
    "First day of its review (från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class AgreementStatusFilter(BaseModel):
    """Conditions on a AgreementStatus (avtalets läge); all that are given must hold."""

    eq: Optional[AgreementStatus] = None
    "Equal to."
    ne: Optional[AgreementStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[AgreementStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class ApplicationFilter(BaseModel):
    """Which of the applications (ansökan om anslutning); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number (Diarienummer)."
    supplier: Optional["ReferenceFilter"] = None
    "The applicant (Leverantör)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    requirements_version: Optional["ReferenceFilter"] = Field(
        alias="requirementsVersion", default=None
    )
    "The requirements it is tried against (Krav)."
    received_on: Optional["DateFilter"] = Field(alias="receivedOn", default=None)
    "Day it was received (Inkom)."
    status: Optional["ApplicationStatusFilter"] = None
    "Where the application stands (Status)."
    services: Optional["TextFilter"] = None
    "The services it concerns, in words (Tjänster)."
    joint_applicants: Optional["TextFilter"] = Field(
        alias="jointApplicants", default=None
    )
    "Other companies of a joint application (Gemensamma sökande)."
    and_: Optional[list["ApplicationFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ApplicationFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ApplicationFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ApplicationOrder(BaseModel):
    """How to order applications (ansökan om anslutning)."""

    field: ApplicationOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ApplicationStatusFilter(BaseModel):
    """Conditions on a ApplicationStatus (ansökans läge); all that are given must hold."""

    eq: Optional[ApplicationStatus] = None
    "Equal to."
    ne: Optional[ApplicationStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ApplicationStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class AssessObligationInput(BaseModel):
    """What is asked of `assessObligation` (bedöma skyldighet)."""

    actor: str
    "The public actor (offentlig aktör)."
    rule: str
    "The rule that is read (skyldighetsregel)."
    outcome: ObligationStatus
    "How the rule is read (utfall)."
    requires_e_identification: Optional[bool] = Field(
        alias="requiresEIdentification", default=None
    )
    "Whether the actor requires e-identification; unknown where left out (kräver e-legitimation)."
    ground_sv: str = Field(alias="groundSv")
    "The ground in words, in Swedish (grund)."
    ground_en: str = Field(alias="groundEn")
    "The ground in words, in English (grund på engelska)."
    on: date
    "First day it is read so (från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class AssuranceLevelFilter(BaseModel):
    """Conditions on a AssuranceLevel (tillitsnivå); all that are given must hold."""

    eq: Optional[AssuranceLevel] = None
    "Equal to."
    ne: Optional[AssuranceLevel] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[AssuranceLevel]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class AuditEntryFilter(BaseModel):
    """Which of the audit entries (loggposter); all conditions given must hold."""

    sequence: Optional["IntFilter"] = None
    "Number of the entry."
    at: Optional["DateTimeFilter"] = None
    "When it was written."
    revision: Optional["IntFilter"] = None
    "The revision (registerversion) it made."
    actor: Optional["TextFilter"] = None
    "Who: subject of the token (behörighetsbevis), or the command's user."
    role: Optional["TextFilter"] = None
    "In what role (roll)."
    deed: Optional["TextFilter"] = None
    "What was done, or was to be done."
    subject: Optional["TextFilter"] = None
    "To what: kind and key."
    refused: Optional["TextFilter"] = None
    "Code of the refusal (avslag)."
    reason: Optional["TextFilter"] = None
    "Why."
    request_id: Optional["TextFilter"] = Field(alias="requestId", default=None)
    "The request it came with."
    is_emergency: Optional["BooleanFilter"] = Field(alias="isEmergency", default=None)
    "Whether one person did it alone in an emergency (nödläge)."
    and_: Optional[list["AuditEntryFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["AuditEntryFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["AuditEntryFilter"] = Field(alias="not", default=None)
    "This does not hold."


class AuditEntryOrder(BaseModel):
    """How to order audit entries (loggposter)."""

    field: AuditEntryOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class AuthorisationSystemFilter(BaseModel):
    """Which of the authorisation systems (auktorisationssystem); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    code: Optional["SystemCodeFilter"] = None
    "Code of the system (Systemets kod)."
    name_sv: Optional["TextFilter"] = Field(alias="nameSv", default=None)
    "Name in Swedish (Namn på svenska)."
    name_en: Optional["TextFilter"] = Field(alias="nameEn", default=None)
    "Name in English (Namn på engelska)."
    authority: Optional["ReferenceFilter"] = None
    "Providing authority (Tillhandahållande myndighet)."
    established_on: Optional["DateFilter"] = Field(alias="establishedOn", default=None)
    "Day the system was established by publication (Inrättat)."
    operation_from: Optional["DateFilter"] = Field(alias="operationFrom", default=None)
    "First day of operation (I drift från och med)."
    closed_on: Optional["DateFilter"] = Field(alias="closedOn", default=None)
    "First day the system is closed (Avslutat)."
    decision_time_days: Optional["IntFilter"] = Field(
        alias="decisionTimeDays", default=None
    )
    "Time within which an application is decided (Beslutstid)."
    website: Optional["TextFilter"] = None
    "Where requirements, terms and the supplier list are gathered (Webbplats)."
    status: Optional["SystemStatusFilter"] = None
    "Where the system stands on the day (Systemets status)."
    and_: Optional[list["AuthorisationSystemFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["AuthorisationSystemFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["AuthorisationSystemFilter"] = Field(alias="not", default=None)
    "This does not hold."


class AuthorisationSystemOrder(BaseModel):
    """How to order authorisation systems (auktorisationssystem)."""

    field: AuthorisationSystemOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class BooleanFilter(BaseModel):
    """Conditions on a Boolean; all that are given must hold."""

    eq: Optional[bool] = None
    "Equal to."
    ne: Optional[bool] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[bool]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class CancelActorAgreementInput(BaseModel):
    """What is asked of `cancelActorAgreement` (häva aktörsavtal)."""

    agreement: str
    "The agreement (avtal)."
    cancelled_on: date = Field(alias="cancelledOn")
    "First day no longer in force (hävt)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CancelSupplierAgreementInput(BaseModel):
    """What is asked of `cancelSupplierAgreement` (häva leverantörsavtal)."""

    agreement: str
    "The agreement (avtal)."
    cancelled_on: date = Field(alias="cancelledOn")
    "First day no longer in force (hävt)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ChangeServiceStatusInput(BaseModel):
    """What is asked of `changeServiceStatus` (ändra tjänstens status)."""

    service: str
    "The service (tjänst)."
    status: ServiceStatus
    "Where it stands from now on (status)."
    on: date
    "First day it stands there (från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CirculateRegulationInput(BaseModel):
    """What is asked of `circulateRegulation` (remittera föreskrift)."""

    title: str
    "Title, in Swedish (rubrik)."
    kind: RegulationKind
    "Base regulation, amendment or repeal (slag)."
    subject: RegulationSubject
    "What it is about (ämne)."
    authorisation: str
    "Provision that authorises it (bemyndigande)."
    case_number: str = Field(alias="caseNumber")
    "Case number (diarienummer)."
    circulated_on: date = Field(alias="circulatedOn")
    "Day it was sent out (remitterad)."
    answers_due_on: date = Field(alias="answersDueOn")
    "Last day to comment (svar senast)."
    holds_technical_rules: bool = Field(alias="holdsTechnicalRules")
    "Whether it holds technical rules (tekniska föreskrifter)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CloseReviewInput(BaseModel):
    """What is asked of `closeReview` (avsluta uppföljning)."""

    review: str
    "The review (uppföljning)."
    closed_on: date = Field(alias="closedOn")
    "Day it was closed (avslutad)."
    outcome: ReviewOutcome
    "How it ended (utfall)."
    public_summary: Optional[str] = Field(alias="publicSummary", default=None)
    "What of it is public (offentlig sammanfattning)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CloseSystemInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CompensationRuleFilter(BaseModel):
    """Which of the compensation rules (ersättningsregel); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    requirements_version: Optional["ReferenceFilter"] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms that set it (Villkor)."
    item: Optional["FeeItemFilter"] = None
    "What is counted (Prestation)."
    amount_sek: Optional["DecimalFilter"] = Field(alias="amountSek", default=None)
    "Compensation per unit; empty where it is not known or not public (Belopp)."
    vat: Optional["VatTreatmentFilter"] = None
    "How the amount stands to value added tax (Moms)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day it applies (Gäller från och med)."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "First day it no longer applies (Upphör)."
    and_: Optional[list["CompensationRuleFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["CompensationRuleFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["CompensationRuleFilter"] = Field(alias="not", default=None)
    "This does not hold."


class CompensationRuleOrder(BaseModel):
    """How to order compensation rules (ersättningsregel)."""

    field: CompensationRuleOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ConcludeActorAgreementInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ConnectLegacyParticipantInput(BaseModel):
    """What is asked of `connectLegacyParticipant` (flytta över från tidigare regim)."""

    connection: str
    "The connection to the older scheme (anslutning)."
    disconnected_on: date = Field(alias="disconnectedOn")
    "First day no longer connected to the older scheme (frånkopplad)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CorrectFactInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CorrectInEmergencyInput(BaseModel):
    """What is asked of `correctInEmergency` (rätta uppgift i nödläge)."""

    table: str
    "Kind of the object, as supplier_agreement (slag)."
    key: str
    "Key of the object (nyckel)."
    on: date
    "A day on which the wrong description holds (dag)."
    facts: list["CorrectedFactInput"]
    "The facts that were wrong (uppgifter)."
    why: str
    "Why it was wrong, and how that is known (skäl)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class CorrectedFactInput(BaseModel):
    """A fact (uppgift) and the value it should have."""

    name: str
    "Name of the fact, as in the published files (uppgift)."
    value: Optional[str] = None
    "Its right value as text; none where unknown (rätt värde)."


class CountFilter(BaseModel):
    """Conditions on a Count; all that are given must hold."""

    eq: Optional[int] = None
    "Equal to."
    ne: Optional[int] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[int]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[int] = None
    "Larger or later than."
    gte: Optional[int] = None
    "Larger, later or equal."
    lt: Optional[int] = None
    "Smaller or earlier than."
    lte: Optional[int] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class DateFilter(BaseModel):
    """Conditions on a Date; all that are given must hold."""

    eq: Optional[date] = None
    "Equal to."
    ne: Optional[date] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[date]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[date] = None
    "Larger or later than."
    gte: Optional[date] = None
    "Larger, later or equal."
    lt: Optional[date] = None
    "Smaller or earlier than."
    lte: Optional[date] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class DateTimeFilter(BaseModel):
    """Conditions on a DateTime; all that are given must hold."""

    eq: Optional[datetime] = None
    "Equal to."
    ne: Optional[datetime] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[datetime]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[datetime] = None
    "Larger or later than."
    gte: Optional[datetime] = None
    "Larger, later or equal."
    lt: Optional[datetime] = None
    "Smaller or earlier than."
    lte: Optional[datetime] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class DecideApplicationInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class DecideCompensationInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class DecideRectificationCaseInput(BaseModel):
    """What is asked of `decideRectificationCase` (registrera domstolens avgörande)."""

    rectification_case: str = Field(alias="rectificationCase")
    "The case (mål)."
    outcome: RectificationOutcome
    "How it ended (utgång)."
    decided_on: date = Field(alias="decidedOn")
    "Day it was decided (avgjort)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class DecimalFilter(BaseModel):
    """Conditions on a Decimal; all that are given must hold."""

    eq: Optional[Decimal] = None
    "Equal to."
    ne: Optional[Decimal] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[Decimal]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[Decimal] = None
    "Larger or later than."
    gte: Optional[Decimal] = None
    "Larger, later or equal."
    lt: Optional[Decimal] = None
    "Smaller or earlier than."
    lte: Optional[Decimal] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class DecisionFilter(BaseModel):
    """Which of the decisions (beslut); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number (Diarienummer)."
    kind: Optional["DecisionKindFilter"] = None
    "What it decides (Typ)."
    application: Optional["ReferenceFilter"] = None
    "The application it decides (Ansökan)."
    exemption: Optional["ReferenceFilter"] = None
    "The exemption it grants (Undantag)."
    decided_on: Optional["DateFilter"] = Field(alias="decidedOn", default=None)
    "Day of the decision (Beslutsdatum)."
    served_on: Optional["DateFilter"] = Field(alias="servedOn", default=None)
    "Day it was served (Delgivet)."
    final_on: Optional["DateFilter"] = Field(alias="finalOn", default=None)
    "Day it became final (Laga kraft)."
    ground: Optional["RejectionGroundFilter"] = None
    "Ground of a rejection (Grund)."
    reasons: Optional["TextFilter"] = None
    "The reasons in words (Skäl)."
    rectification_information: Optional["BooleanFilter"] = Field(
        alias="rectificationInformation", default=None
    )
    "Whether it tells how to apply for rectification (Information om rättelse)."
    and_: Optional[list["DecisionFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["DecisionFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["DecisionFilter"] = Field(alias="not", default=None)
    "This does not hold."


class DecisionKindFilter(BaseModel):
    """Conditions on a DecisionKind (beslutets slag); all that are given must hold."""

    eq: Optional[DecisionKind] = None
    "Equal to."
    ne: Optional[DecisionKind] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[DecisionKind]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class DecisionOrder(BaseModel):
    """How to order decisions (beslut)."""

    field: DecisionOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class DraftCompensationInput(BaseModel):
    """What is asked of `draftCompensation` (besluta om ersättning)."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    terms: str
    "The terms that set it (villkor)."
    item: FeeItem
    "What is counted (prestation)."
    amount_sek: Decimal = Field(alias="amountSek")
    "Compensation per unit in kronor (belopp)."
    vat: VatTreatment = VatTreatment.NOT_STATED
    "How the amount stands to value added tax (moms)."
    in_force_from: date = Field(alias="inForceFrom")
    "First day it applies (gäller från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class DraftRegulationInput(BaseModel):
    """What is asked of `draftRegulation` (besluta föreskrift)."""

    regulation: str
    "The circulated draft (föreskrift)."
    title: Optional[str] = None
    "Title, where circulation changed it (rubrik)."
    in_force_from: date = Field(alias="inForceFrom")
    "First day in force (träder i kraft)."
    not_notified_because: Optional[str] = Field(
        alias="notNotifiedBecause", default=None
    )
    "Why technical rules were not notified (skäl att inte anmäla)."
    fees: list["FeeRuleOfRegulationInput"] = Field(default_factory=lambda: [])
    "The fees it sets (avgifter)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class EidasLevelFilter(BaseModel):
    """Conditions on a EidasLevel (nivå enligt eIDAS); all that are given must hold."""

    eq: Optional[EidasLevel] = None
    "Equal to."
    ne: Optional[EidasLevel] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[EidasLevel]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class EidasNotificationFilter(BaseModel):
    """Conditions on a EidasNotification (anmälan enligt eIDAS); all that are given must hold."""

    eq: Optional[EidasNotification] = None
    "Equal to."
    ne: Optional[EidasNotification] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[EidasNotification]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class EndExemptionInput(BaseModel):
    """What is asked of `endExemption` (upphäva undantag i förtid)."""

    exemption: str
    "The exemption (undantag)."
    exempt_until: date = Field(alias="exemptUntil")
    "New first day after the exemption (undantagen till (ej med))."
    on: date
    "Day of the decision (beslutat)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class EndGroundFilter(BaseModel):
    """Conditions on a EndGround (grund för upphörande); all that are given must hold."""

    eq: Optional[EndGround] = None
    "Equal to."
    ne: Optional[EndGround] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[EndGround]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class EstablishSystemInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class EuNoticeInput(BaseModel):
    """The notification of a draft under Directive (EU) 2015/1535."""

    number: str
    "TRIS number, as 2023/0171/S (anmälningsnummer)."
    received_on: date = Field(alias="receivedOn")
    "Day the Commission received it (mottagen)."
    detailed_opinion: bool = Field(alias="detailedOpinion", default=False)
    "Whether a detailed opinion prolonged it (detaljerat utlåtande)."


class ExemptionFilter(BaseModel):
    """Which of the exemptions (tidsbegränsat undantag); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    actor: Optional["ReferenceFilter"] = None
    "Who is exempt (Offentlig aktör)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number of the decision (Diarienummer)."
    decided_on: Optional["DateFilter"] = Field(alias="decidedOn", default=None)
    "Day of the decision (Beslutat)."
    exempt_from: Optional["DateFilter"] = Field(alias="exemptFrom", default=None)
    "First day of the exemption (Undantagen från och med)."
    exempt_until: Optional["DateFilter"] = Field(alias="exemptUntil", default=None)
    "First day after the exemption (Undantagen till (ej med))."
    reason: Optional["TextFilter"] = None
    "Why the exemption was granted (Skäl)."
    in_effect: Optional["BooleanFilter"] = Field(alias="inEffect", default=None)
    "Whether the exemption runs on the day (Gäller)."
    and_: Optional[list["ExemptionFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ExemptionFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ExemptionFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ExemptionOrder(BaseModel):
    """How to order exemptions (tidsbegränsat undantag)."""

    field: ExemptionOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ExtendSupplierAgreementInput(BaseModel):
    """What is asked of `extendSupplierAgreement` (förlänga avtal)."""

    agreement: str
    "The agreement (avtal)."
    on: date
    "Day the extension was agreed (dag)."
    ends_on: Optional[date] = Field(alias="endsOn", default=None)
    "New first day no longer in force; none for until further notice (upphör)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class FeeCalculationFilter(BaseModel):
    """Conditions on a FeeCalculation (avgiftens beräkning); all that are given must hold."""

    eq: Optional[FeeCalculation] = None
    "Equal to."
    ne: Optional[FeeCalculation] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[FeeCalculation]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class FeeDimensionFilter(BaseModel):
    """Conditions on a FeeDimension (avgiftens dimension); all that are given must hold."""

    eq: Optional[FeeDimension] = None
    "Equal to."
    ne: Optional[FeeDimension] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[FeeDimension]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class FeeEstimateInput(BaseModel):
    """Which volumes (volymer), in which system, over which days."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    volumes: list["VolumeInput"]
    "At most 100 items (avgiftsslag) and quantities."
    from_: date = Field(alias="from")
    "First day of the period."
    to: date
    "First day after the period."
    actor_category: Optional[PublicActorCategory] = Field(
        alias="actorCategory", default=None
    )
    "Category of the public actor, where a fee is set for one (aktörskrets)."


class FeeItemFilter(BaseModel):
    """Conditions on a FeeItem (avgiftsslag); all that are given must hold."""

    eq: Optional[FeeItem] = None
    "Equal to."
    ne: Optional[FeeItem] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[FeeItem]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class FeeRuleFilter(BaseModel):
    """Which of the fees (avgiftsregel); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    regulation: Optional["ReferenceFilter"] = None
    "Regulation that sets the fee (Föreskrift)."
    legacy_scheme: Optional["LegacySchemeCodeFilter"] = Field(
        alias="legacyScheme", default=None
    )
    "Older scheme the fee was charged under (Tidigare regim)."
    paragraph: Optional["TextFilter"] = None
    "Paragraph of the regulation (Paragraf)."
    item: Optional["FeeItemFilter"] = None
    "What is counted: identification, signature or message (Prestation)."
    unit: Optional["FeeUnitFilter"] = None
    "How often it is counted (Enhet)."
    actor_category: Optional["PublicActorCategoryFilter"] = Field(
        alias="actorCategory", default=None
    )
    "Category it applies to; empty for every public actor (Aktörskrets)."
    vat: Optional["VatTreatmentFilter"] = None
    "How the amount stands to value added tax (Moms)."
    dimension: Optional["FeeDimensionFilter"] = None
    "What its tiers are steps of (Dimension)."
    calculation: Optional["FeeCalculationFilter"] = None
    "Whole volume or marginal (Beräkning)."
    rounding: Optional["TextFilter"] = None
    "How totals are rounded, and when (Avrundning)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day the fee applies (Gäller från och med)."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "First day it no longer applies (Upphör)."
    and_: Optional[list["FeeRuleFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["FeeRuleFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["FeeRuleFilter"] = Field(alias="not", default=None)
    "This does not hold."


class FeeRuleOfRegulationInput(BaseModel):
    """A fee (avgift) that a regulation sets."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    item: FeeItem
    "What is counted (prestation)."
    unit: FeeUnit
    "How often it is counted (enhet)."
    paragraph: Optional[str] = None
    "Paragraph of the regulation (paragraf)."
    actor_category: Optional[PublicActorCategory] = Field(
        alias="actorCategory", default=None
    )
    "Category it applies to; every public actor where left out (aktörskrets)."
    vat: VatTreatment = VatTreatment.NOT_STATED
    "How the amount stands to value added tax (moms)."
    dimension: FeeDimension = FeeDimension.NONE
    "What its steps are steps of (dimension)."
    calculation: FeeCalculation = FeeCalculation.WHOLE_VOLUME
    "Whole volume or marginal (beräkning)."
    steps: list["FeeStepInput"]
    "Its steps, from 0 (steg)."


class FeeRuleOrder(BaseModel):
    """How to order fees (avgiftsregel)."""

    field: FeeRuleOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class FeeStepInput(BaseModel):
    """One step of a fee (avgift): the price from a quantity up to, not including, another."""

    from_quantity: int = Field(alias="fromQuantity", default=0)
    "First quantity of the step (från)."
    to_quantity: Optional[int] = Field(alias="toQuantity", default=None)
    "First quantity after the step; none for the last (till (ej med))."
    amount_sek: Decimal = Field(alias="amountSek")
    "Price per unit in kronor (belopp)."


class FeeUnitFilter(BaseModel):
    """Conditions on a FeeUnit (avgiftens enhet); all that are given must hold."""

    eq: Optional[FeeUnit] = None
    "Equal to."
    ne: Optional[FeeUnit] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[FeeUnit]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class FinaliseRejectionInput(BaseModel):
    """What is asked of `finaliseRejection` (registrera laga kraft)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class FindingSeverityFilter(BaseModel):
    """Conditions on a FindingSeverity (bristens allvar); all that are given must hold."""

    eq: Optional[FindingSeverity] = None
    "Equal to."
    ne: Optional[FindingSeverity] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[FindingSeverity]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class GrantExemptionInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ImportVolumesInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class IntFilter(BaseModel):
    """Conditions on a Int; all that are given must hold."""

    eq: Optional[int] = None
    "Equal to."
    ne: Optional[int] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[int]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[int] = None
    "Larger or later than."
    gte: Optional[int] = None
    "Larger, later or equal."
    lt: Optional[int] = None
    "Smaller or earlier than."
    lte: Optional[int] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class IssueRegulationInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class LapseApprovalInput(BaseModel):
    """What is asked of `lapseApproval` (registrera att godkännande förfallit)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class LegacyConnectionFilter(BaseModel):
    """Which of the legacy connections (anslutning till tidigare regim); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    scheme: Optional["LegacySchemeCodeFilter"] = None
    "The older scheme (Tidigare regim)."
    actor: Optional["ReferenceFilter"] = None
    "The public actor, where it is one (Offentlig aktör)."
    supplier: Optional["ReferenceFilter"] = None
    "The supplier, where it is one (Leverantör)."
    connected_from: Optional["DateFilter"] = Field(alias="connectedFrom", default=None)
    "First day connected (Ansluten från och med)."
    disconnected_on: Optional["DateFilter"] = Field(
        alias="disconnectedOn", default=None
    )
    "First day no longer connected (Frånkopplad)."
    move_by: Optional["DateFilter"] = Field(alias="moveBy", default=None)
    "Last day to move to the authorisation system (Flyttas senast)."
    and_: Optional[list["LegacyConnectionFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["LegacyConnectionFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["LegacyConnectionFilter"] = Field(alias="not", default=None)
    "This does not hold."


class LegacyConnectionOrder(BaseModel):
    """How to order legacy connections (anslutning till tidigare regim)."""

    field: LegacyConnectionOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class LegacySchemeCodeFilter(BaseModel):
    """Conditions on a LegacySchemeCode (tidigare regim); all that are given must hold."""

    eq: Optional[LegacySchemeCode] = None
    "Equal to."
    ne: Optional[LegacySchemeCode] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[LegacySchemeCode]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class LegacySchemeFilter(BaseModel):
    """Which of the legacy schemes (tidigare regim); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    code: Optional["LegacySchemeCodeFilter"] = None
    "Code of the scheme (Kod)."
    system: Optional["SystemCodeFilter"] = None
    "The authorisation system that replaces it (Ersätts av)."
    name_sv: Optional["TextFilter"] = Field(alias="nameSv", default=None)
    "Name in Swedish (Namn på svenska)."
    name_en: Optional["TextFilter"] = Field(alias="nameEn", default=None)
    "Name in English (Namn på engelska)."
    legal_basis: Optional["TextFilter"] = Field(alias="legalBasis", default=None)
    "What it rested on (Rättslig grund)."
    operated_from: Optional["DateFilter"] = Field(alias="operatedFrom", default=None)
    "First day of operation (I drift från och med)."
    closed_to_new_on: Optional["DateFilter"] = Field(
        alias="closedToNewOn", default=None
    )
    "First day without new connections (Stängd för nya)."
    ended_on: Optional["DateFilter"] = Field(alias="endedOn", default=None)
    "First day it no longer operates (Upphörd)."
    and_: Optional[list["LegacySchemeFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["LegacySchemeFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["LegacySchemeFilter"] = Field(alias="not", default=None)
    "This does not hold."


class LegacySchemeOrder(BaseModel):
    """How to order legacy schemes (tidigare regim)."""

    field: LegacySchemeOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class LegalFormFilter(BaseModel):
    """Conditions on a LegalForm (juridisk form); all that are given must hold."""

    eq: Optional[LegalForm] = None
    "Equal to."
    ne: Optional[LegalForm] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[LegalForm]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class MilestoneFilter(BaseModel):
    """Which of the milestones (milstolpe); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system, where it concerns one (Auktorisationssystem)."
    title_sv: Optional["TextFilter"] = Field(alias="titleSv", default=None)
    "Title in Swedish (Rubrik)."
    title_en: Optional["TextFilter"] = Field(alias="titleEn", default=None)
    "Title in English (Rubrik på engelska)."
    planned_on: Optional["DateFilter"] = Field(alias="plannedOn", default=None)
    "Day (or first day of the month) it was planned for (Planerat till)."
    occurred_on: Optional["DateFilter"] = Field(alias="occurredOn", default=None)
    "Day it happened; empty while it has not or is not known to have (Inträffade)."
    detail_sv: Optional["TextFilter"] = Field(alias="detailSv", default=None)
    "What it meant, in Swedish (Beskrivning)."
    detail_en: Optional["TextFilter"] = Field(alias="detailEn", default=None)
    "What it meant, in English (Beskrivning på engelska)."
    and_: Optional[list["MilestoneFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["MilestoneFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["MilestoneFilter"] = Field(alias="not", default=None)
    "This does not hold."


class MilestoneOrder(BaseModel):
    """How to order milestones (milstolpe)."""

    field: MilestoneOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class MonthlyVolumeFilter(BaseModel):
    """Which of the monthly volumes (månadsvolymer); all conditions given must hold."""

    month: Optional["DateFilter"] = None
    "First day of the month (Månad)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    service: Optional["ReferenceFilter"] = None
    "The service (Tjänst)."
    item: Optional["FeeItemFilter"] = None
    "What is counted (Prestation)."
    category: Optional["PublicActorCategoryFilter"] = None
    "Kind of public actor (Kategori)."
    quantity: Optional["CountFilter"] = None
    "How many (Antal)."
    actors: Optional["CountFilter"] = None
    "How many public actors stand behind the sum (Antal aktörer)."
    status: Optional["VolumeStatusFilter"] = None
    "Preliminary or final (Status)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure it is (Hur säker uppgiften är)."
    and_: Optional[list["MonthlyVolumeFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["MonthlyVolumeFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["MonthlyVolumeFilter"] = Field(alias="not", default=None)
    "This does not hold."


class NotifyRegulationInput(BaseModel):
    """What is asked of `notifyRegulation` (anmäla föreskrift)."""

    regulation: str
    "The circulated draft (föreskrift)."
    number: str
    "TRIS number, as 2023/0171/S (anmälningsnummer)."
    received_on: date = Field(alias="receivedOn")
    "Day the Commission received it (mottagen)."
    detailed_opinion: bool = Field(alias="detailedOpinion", default=False)
    "Whether a detailed opinion prolonged it (detaljerat utlåtande)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ObligationRuleFilter(BaseModel):
    """Which of the obligation rules (skyldighetsregel); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    title_sv: Optional["TextFilter"] = Field(alias="titleSv", default=None)
    "The rule, in Swedish (Regel)."
    title_en: Optional["TextFilter"] = Field(alias="titleEn", default=None)
    "The rule, in English (Regel på engelska)."
    proposed: Optional["BooleanFilter"] = None
    "Whether it is only proposed, and so obliges nobody yet (Förslag)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day in force (Gäller från och med)."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "First day no longer in force (Upphör)."
    and_: Optional[list["ObligationRuleFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ObligationRuleFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ObligationRuleFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ObligationRuleOrder(BaseModel):
    """How to order obligation rules (skyldighetsregel)."""

    field: ObligationRuleOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ObligationStatusFilter(BaseModel):
    """Conditions on a ObligationStatus (skyldighetens läge); all that are given must hold."""

    eq: Optional[ObligationStatus] = None
    "Equal to."
    ne: Optional[ObligationStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ObligationStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class OpenReviewInput(BaseModel):
    """What is asked of `openReview` (inleda uppföljning)."""

    supplier: str
    "Who is reviewed (leverantör)."
    service: Optional[str] = None
    "The service reviewed, where it is one (tjänst)."
    case_number: str = Field(alias="caseNumber")
    "Case number (diarienummer)."
    opened_on: date = Field(alias="openedOn")
    "Day it was opened (inledd)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class OrganisationNumberFilter(BaseModel):
    """Conditions on a OrganisationNumber (organisationsnummer); all that are given must hold."""

    eq: Optional[str] = None
    "Equal to."
    ne: Optional[str] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[str] = None
    "Larger or later than."
    gte: Optional[str] = None
    "Larger, later or equal."
    lt: Optional[str] = None
    "Smaller or earlier than."
    lte: Optional[str] = None
    "Smaller, earlier or equal."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class PlanLegacyMoveInput(BaseModel):
    """What is asked of `planLegacyMove` (bestämma sista dag för övergång)."""

    connection: str
    "The connection to the older scheme (anslutning)."
    move_by: date = Field(alias="moveBy")
    "Last day to move (flyttas senast)."
    on: date
    "Day it was decided (beslutat)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class PreparationFilter(BaseModel):
    """Which of the preparations (beredningar); all conditions given must hold."""

    number: Optional["IntFilter"] = None
    "Number of the preparation (beredning)."
    deed: Optional["TextFilter"] = None
    "The mutation that decides (beslutar) it."
    prepared_by: Optional["TextFilter"] = Field(alias="preparedBy", default=None)
    "Who prepared (beredd) it."
    role: Optional["TextFilter"] = None
    "In what role (roll)."
    at: Optional["DateTimeFilter"] = None
    "When it was prepared (beredd)."
    is_decided: Optional["BooleanFilter"] = Field(alias="isDecided", default=None)
    "Whether it has been decided (beslutad)."
    decided_by: Optional["TextFilter"] = Field(alias="decidedBy", default=None)
    "Who decided (beslutad) it."
    and_: Optional[list["PreparationFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["PreparationFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["PreparationFilter"] = Field(alias="not", default=None)
    "This does not hold."


class PreparationOrder(BaseModel):
    """How to order preparations (beredningar)."""

    field: PreparationOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class PrepareClosingInput(BaseModel):
    """What is asked of `prepareClosing` (avsluta auktorisationssystem)."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    case_number: str = Field(alias="caseNumber")
    "Case number of the decision (diarienummer)."
    closed_on: date = Field(alias="closedOn")
    "First day the system is closed (avslutat)."
    reasons: str
    "Why it is closed; the applicants are told this (skäl)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PrepareCorrectionInput(BaseModel):
    """What is asked of `prepareCorrection` (rätta uppgift)."""

    table: str
    "Kind of the object, as supplier_agreement (slag)."
    key: str
    "Key of the object (nyckel)."
    on: date
    "A day on which the wrong description holds (dag)."
    facts: list["CorrectedFactInput"]
    "The facts that were wrong (uppgifter)."
    why: str
    "Why it was wrong, and how that is known (skäl)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PrepareDecisionInput(BaseModel):
    """What is asked of `prepareDecision` (besluta om ansökan)."""

    application: str
    "The application (ansökan)."
    case_number: str = Field(alias="caseNumber")
    "Case number of the decision (diarienummer)."
    kind: DecisionKind
    "What is decided (typ)."
    ground: Optional[RejectionGround] = None
    "Ground of a rejection, 11 § (grund)."
    reasons: str
    "The reasons in words (skäl)."
    rectification_information: bool = Field(
        alias="rectificationInformation", default=False
    )
    "Whether the decision tells how to apply for rectification, 13 § (information om rättelse)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PrepareEstablishingInput(BaseModel):
    """What is asked of `prepareEstablishing` (inrätta auktorisationssystem)."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    established_on: date = Field(alias="establishedOn")
    "Day its requirements are published (inrättat)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PrepareExemptionInput(BaseModel):
    """What is asked of `prepareExemption` (besluta om undantag)."""

    actor: str
    "Who is exempt (offentlig aktör)."
    case_number: str = Field(alias="caseNumber")
    "Case number of the decision (diarienummer)."
    exempt_from: date = Field(alias="exemptFrom")
    "First day of the exemption (undantagen från och med)."
    exempt_until: date = Field(alias="exemptUntil")
    "First day after the exemption (undantagen till (ej med))."
    reasons: str
    "Why it is granted (skäl)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PreparePublicationInput(BaseModel):
    """What is asked of `preparePublication` (bereda publicering)."""

    accept_drop: bool = Field(alias="acceptDrop", default=False)
    "Publish even where a table has lost a larger share of its rows than may go unseen (godta bortfall)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."


class PrepareStartInput(BaseModel):
    """What is asked of `prepareStart` (ta auktorisationssystem i drift)."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    operation_from: date = Field(alias="operationFrom")
    "First day of operation (i drift från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PrepareVolumesInput(BaseModel):
    """What is asked of `prepareVolumes` (läsa in volymer)."""

    service: str
    "The service that reports (tjänst)."
    status: VolumeStatus
    "Preliminary or final (status)."
    reference: str
    "Where the volumes were found (källa)."
    rows: list["VolumeOfMonthInput"]
    "The volumes, at most 10 000 (volymer)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class PromulgateRegulationInput(BaseModel):
    """What is asked of `promulgateRegulation` (kungöra föreskrift)."""

    regulation: str
    "The regulation (föreskrift)."
    series: RegulationSeries
    "Statute book (författningssamling)."
    year: int
    "Year of the designation (år)."
    number: int
    "Number of the designation (nummer)."
    promulgated_on: date = Field(alias="promulgatedOn")
    "Day it was promulgated (utkom av trycket)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ProvenanceKindFilter(BaseModel):
    """Conditions on a ProvenanceKind (uppgiftens ursprung); all that are given must hold."""

    eq: Optional[ProvenanceKind] = None
    "Equal to."
    ne: Optional[ProvenanceKind] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ProvenanceKind]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class PublicActorCategoryFilter(BaseModel):
    """Conditions on a PublicActorCategory (slag av offentlig aktör); all that are given must hold."""

    eq: Optional[PublicActorCategory] = None
    "Equal to."
    ne: Optional[PublicActorCategory] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[PublicActorCategory]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class PublicActorFilter(BaseModel):
    """Which of the public actors (offentlig aktör); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    name: Optional["TextFilter"] = None
    "Name (Namn)."
    name_en: Optional["TextFilter"] = Field(alias="nameEn", default=None)
    "Name in English (Namn på engelska)."
    organisation_number: Optional["OrganisationNumberFilter"] = Field(
        alias="organisationNumber", default=None
    )
    "Swedish organisation number; may be shared, may be unknown (Organisationsnummer)."
    category: Optional["PublicActorCategoryFilter"] = None
    "Kind of public actor (Kategori)."
    group_name: Optional["TextFilter"] = Field(alias="groupName", default=None)
    "Group in Statistics Sweden's register of state agencies (Grupp)."
    under_government: Optional["BooleanFilter"] = Field(
        alias="underGovernment", default=None
    )
    "Whether a state agency answers to the government (Under regeringen)."
    department: Optional["TextFilter"] = None
    "Ministry the agency belongs to (Departement)."
    municipality_code: Optional["TextFilter"] = Field(
        alias="municipalityCode", default=None
    )
    "Municipality code, four digits (Kommunkod)."
    county_code: Optional["TextFilter"] = Field(alias="countyCode", default=None)
    "County code, two digits (Länskod)."
    website: Optional["TextFilter"] = None
    "Website (Webbplats)."
    ended_on: Optional["DateFilter"] = Field(alias="endedOn", default=None)
    "First day the actor no longer exists (Upphörd)."
    connected: Optional["BooleanFilter"] = None
    "Whether an agreement for e-identification is in force on the day (Ansluten till e-legitimeringssystemet)."
    obligation_status: Optional["ObligationStatusFilter"] = Field(
        alias="obligationStatus", default=None
    )
    "Whether the actor must use the e-identification system on the day (Skyldighet)."
    and_: Optional[list["PublicActorFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["PublicActorFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["PublicActorFilter"] = Field(alias="not", default=None)
    "This does not hold."


class PublicActorOrder(BaseModel):
    """How to order public actors (offentlig aktör)."""

    field: PublicActorOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class PublishEditionInput(BaseModel):
    """What is asked of `publishEdition` (publicera utgåva)."""

    preparation: Optional[str] = None
    "What another publisher prepared (beredning); needed where editions are published by two."
    accept_drop: bool = Field(alias="acceptDrop", default=False)
    "Publish even where a table has lost a larger share of its rows than may go unseen (godta bortfall). What was prepared says so itself."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."


class PublishRequirementsVersionInput(BaseModel):
    """What is asked of `publishRequirementsVersion` (publicera krav och villkor)."""

    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    kind: RequirementsKind
    "What it regulates (slag)."
    label: str
    "How the document names this version (version)."
    title: str
    "Title of the document (rubrik)."
    published_on: date = Field(alias="publishedOn")
    "Day of publication (publicerad)."
    applies_from: date = Field(alias="appliesFrom")
    "First day it applies (gäller från och med)."
    replaces: Optional[str] = None
    "The version that ceases when it applies (ersätter)."
    eu_notification: Optional["EuNoticeInput"] = Field(
        alias="euNotification", default=None
    )
    "Its EU notification (EU-anmälan)."
    not_notified_because: Optional[str] = Field(
        alias="notNotifiedBecause", default=None
    )
    "Why technical rules were not notified (skäl att inte anmäla)."
    url: Optional[str] = None
    "Address of the document (adress)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RecordDetailedOpinionInput(BaseModel):
    """What is asked of `recordDetailedOpinion` (registrera detaljerat utlåtande)."""

    notification: str
    "The notification (EU-anmälan)."
    on: date
    "Day the opinion came (inkom)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RecordFindingInput(BaseModel):
    """What is asked of `recordFinding` (registrera brist)."""

    review: str
    "The review (uppföljning)."
    severity: FindingSeverity
    "How grave it is (allvar)."
    description: str
    "What was found (beskrivning)."
    found_on: date = Field(alias="foundOn")
    "Day it was found (upptäckt)."
    deadline: date
    "Last day to remedy it (åtgärdas senast)."
    public: bool = False
    "Whether the finding is public (offentlig)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RecordServiceInput(BaseModel):
    """What is asked of `recordService` (registrera delgivning)."""

    decision: str
    "The decision (beslut)."
    served_on: date = Field(alias="servedOn")
    "Day it was served (delgivet)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RectificationCaseFilter(BaseModel):
    """Which of the rectification cases (ärende om rättelse); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    decision: Optional["ReferenceFilter"] = None
    "The rejection that is challenged (Beslut)."
    court: Optional["TextFilter"] = None
    "The court (Domstol)."
    instance: Optional["TextFilter"] = None
    "Instance (Instans)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number of the court (Målnummer)."
    received_on: Optional["DateFilter"] = Field(alias="receivedOn", default=None)
    "Day the court received it (Inkom)."
    decided_on: Optional["DateFilter"] = Field(alias="decidedOn", default=None)
    "Day it was decided (Avgjort)."
    outcome: Optional["RectificationOutcomeFilter"] = None
    "How it ended (Utgång)."
    and_: Optional[list["RectificationCaseFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["RectificationCaseFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["RectificationCaseFilter"] = Field(alias="not", default=None)
    "This does not hold."


class RectificationCaseOrder(BaseModel):
    """How to order rectification cases (ärende om rättelse)."""

    field: RectificationCaseOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class RectificationOutcomeFilter(BaseModel):
    """Conditions on a RectificationOutcome (utfall av rättelse); all that are given must hold."""

    eq: Optional[RectificationOutcome] = None
    "Equal to."
    ne: Optional[RectificationOutcome] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RectificationOutcome]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class ReferenceFilter(BaseModel):
    """Conditions on what an object refers to, by id."""

    eq: Optional[str] = None
    "Refers to this id."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "Refers to one of these."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Refers to nothing."


class RegisterApplicationInput(BaseModel):
    """What is asked of `registerApplication` (registrera ansökan)."""

    case_number: str = Field(alias="caseNumber")
    "Case number (diarienummer)."
    supplier: str
    "The applicant (leverantör)."
    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    received_on: date = Field(alias="receivedOn")
    "Day it was received (inkom)."
    requirements_version: Optional[str] = Field(
        alias="requirementsVersion", default=None
    )
    "The requirements it is tried against (krav)."
    services: Optional[str] = None
    "The services it concerns, in words (tjänster)."
    joint_applicants: Optional[str] = Field(alias="jointApplicants", default=None)
    "Other companies of a joint application (gemensamma sökande)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RegisterLegacyParticipantInput(BaseModel):
    """What is asked of `registerLegacyParticipant` (registrera ansluten till tidigare regim)."""

    scheme: LegacySchemeCode
    "The older scheme (tidigare regim)."
    actor: Optional[str] = None
    "The public actor, where it is one (offentlig aktör)."
    supplier: Optional[str] = None
    "The supplier, where it is one (leverantör)."
    connected_from: Optional[date] = Field(alias="connectedFrom", default=None)
    "First day connected, where it is known (ansluten från och med)."
    on: date
    "Day it is registered from (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RegisterPublicActorInput(BaseModel):
    """What is asked of `registerPublicActor` (registrera offentlig aktör)."""

    name: str
    "Name (namn)."
    organisation_number: Optional[str] = Field(alias="organisationNumber", default=None)
    "Organisation number (organisationsnummer)."
    category: PublicActorCategory
    "Kind of public actor (kategori)."
    under_government: Optional[bool] = Field(alias="underGovernment", default=None)
    "Whether a state agency answers to the government (under regeringen)."
    department: Optional[str] = None
    "Ministry a state agency belongs to (departement)."
    municipality_code: Optional[str] = Field(alias="municipalityCode", default=None)
    "Municipality code (kommunkod)."
    county_code: Optional[str] = Field(alias="countyCode", default=None)
    "County code (länskod)."
    on: date
    "First day the register describes it (från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RegisterRectificationCaseInput(BaseModel):
    """What is asked of `registerRectificationCase` (registrera mål om rättelse)."""

    decision: str
    "The rejection (beslut)."
    applicant: str
    "Who seeks rectification (sökande)."
    court: Optional[str] = None
    "The court; the competent one of the authority that decided, where left out (domstol)."
    instance: Optional[str] = None
    "Instance (instans)."
    case_number: str = Field(alias="caseNumber")
    "Case number of the court (målnummer)."
    received_on: date = Field(alias="receivedOn")
    "Day the court received it (inkom)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RegisterSupplierInput(BaseModel):
    """What is asked of `registerSupplier` (registrera leverantör)."""

    name: str
    "Registered name (registrerat namn)."
    organisation_number: str = Field(alias="organisationNumber")
    "Organisation number (organisationsnummer)."
    legal_form: LegalForm = Field(alias="legalForm")
    "Legal form (juridisk form)."
    state_owned: bool = Field(alias="stateOwned", default=False)
    "Whether the state itself is the supplier (statlig)."
    website: Optional[str] = None
    "Website (webbplats)."
    on: date
    "First day the register describes it (från och med)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RegulationFilter(BaseModel):
    """Which of the regulations (föreskrift); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    series: Optional["RegulationSeriesFilter"] = None
    "Statute book (Författningssamling)."
    year: Optional["IntFilter"] = None
    "Year of the designation (År)."
    number: Optional["IntFilter"] = None
    "Number of the designation (Nummer)."
    title: Optional["TextFilter"] = None
    "Title, in Swedish (Rubrik)."
    title_en: Optional["TextFilter"] = Field(alias="titleEn", default=None)
    "Title in English (Rubrik på engelska)."
    kind: Optional["RegulationKindFilter"] = None
    "Base regulation, amendment or repeal (Slag)."
    subject: Optional["RegulationSubjectFilter"] = None
    "What it is about (Ämne)."
    authorisation: Optional["TextFilter"] = None
    "Provision that authorises it (Bemyndigande)."
    circulated_on: Optional["DateFilter"] = Field(alias="circulatedOn", default=None)
    "Day its draft was sent to the authorities concerned (Remitterad)."
    answers_due_on: Optional["DateFilter"] = Field(alias="answersDueOn", default=None)
    "Last day to comment on the draft (Svar senast)."
    holds_technical_rules: Optional["BooleanFilter"] = Field(
        alias="holdsTechnicalRules", default=None
    )
    "Whether it holds technical rules, which are notified before they are decided (Tekniska föreskrifter)."
    eu_notification: Optional["ReferenceFilter"] = Field(
        alias="euNotification", default=None
    )
    "EU notification of its technical rules (EU-anmälan)."
    not_notified_because: Optional["TextFilter"] = Field(
        alias="notNotifiedBecause", default=None
    )
    "Why its technical rules were not notified (Skäl att inte anmäla)."
    decided_on: Optional["DateFilter"] = Field(alias="decidedOn", default=None)
    "Day it was decided (Beslutad)."
    promulgated_on: Optional["DateFilter"] = Field(alias="promulgatedOn", default=None)
    "Day it was promulgated (Utkom av trycket)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day in force (Träder i kraft)."
    repealed_on: Optional["DateFilter"] = Field(alias="repealedOn", default=None)
    "First day no longer in force (Upphör att gälla)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number (Diarienummer)."
    url: Optional["TextFilter"] = None
    "Address of the text (Adress)."
    status: Optional["RegulationStatusFilter"] = None
    "Where the regulation stands on the day (Föreskriftens status)."
    and_: Optional[list["RegulationFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["RegulationFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["RegulationFilter"] = Field(alias="not", default=None)
    "This does not hold."


class RegulationKindFilter(BaseModel):
    """Conditions on a RegulationKind (slag av föreskrift); all that are given must hold."""

    eq: Optional[RegulationKind] = None
    "Equal to."
    ne: Optional[RegulationKind] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RegulationKind]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RegulationOrder(BaseModel):
    """How to order regulations (föreskrift)."""

    field: RegulationOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class RegulationSeriesFilter(BaseModel):
    """Conditions on a RegulationSeries (författningssamling); all that are given must hold."""

    eq: Optional[RegulationSeries] = None
    "Equal to."
    ne: Optional[RegulationSeries] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RegulationSeries]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RegulationStatusFilter(BaseModel):
    """Conditions on a RegulationStatus (föreskriftens läge); all that are given must hold."""

    eq: Optional[RegulationStatus] = None
    "Equal to."
    ne: Optional[RegulationStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RegulationStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RegulationSubjectFilter(BaseModel):
    """Conditions on a RegulationSubject (föreskriftens ämne); all that are given must hold."""

    eq: Optional[RegulationSubject] = None
    "Equal to."
    ne: Optional[RegulationSubject] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RegulationSubject]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RejectionGroundFilter(BaseModel):
    """Conditions on a RejectionGround (avslagsgrund); all that are given must hold."""

    eq: Optional[RejectionGround] = None
    "Equal to."
    ne: Optional[RejectionGround] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RejectionGround]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RemedyFindingInput(BaseModel):
    """What is asked of `remedyFinding` (registrera att brist åtgärdats)."""

    finding: str
    "The finding (brist)."
    remedied_on: date = Field(alias="remediedOn")
    "Day it was remedied (åtgärdad)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RepealRegulationInput(BaseModel):
    """What is asked of `repealRegulation` (upphäva föreskrift)."""

    regulation: str
    "The regulation (föreskrift)."
    on: date
    "Day of the decision to repeal it (beslutad)."
    repealed_on: date = Field(alias="repealedOn")
    "First day no longer in force (upphör att gälla)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RequestSupplementInput(BaseModel):
    """What is asked of `requestSupplement` (begära komplettering)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class RequirementsKindFilter(BaseModel):
    """Conditions on a RequirementsKind (slag av krav); all that are given must hold."""

    eq: Optional[RequirementsKind] = None
    "Equal to."
    ne: Optional[RequirementsKind] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RequirementsKind]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RequirementsStatusFilter(BaseModel):
    """Conditions on a RequirementsStatus (kravens läge); all that are given must hold."""

    eq: Optional[RequirementsStatus] = None
    "Equal to."
    ne: Optional[RequirementsStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[RequirementsStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class RequirementsVersionFilter(BaseModel):
    """Which of the requirements (krav och villkor); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    kind: Optional["RequirementsKindFilter"] = None
    "What it regulates: requirements for approval, terms or technical rules (Slag)."
    label: Optional["TextFilter"] = None
    "How the document names this version (Version)."
    title: Optional["TextFilter"] = None
    "Title of the document (Rubrik)."
    published_on: Optional["DateFilter"] = Field(alias="publishedOn", default=None)
    "Day of publication (Publicerad)."
    applies_from: Optional["DateFilter"] = Field(alias="appliesFrom", default=None)
    "First day it applies (Gäller från och med)."
    ceases_on: Optional["DateFilter"] = Field(alias="ceasesOn", default=None)
    "First day it no longer applies (Upphör)."
    eu_notification: Optional["ReferenceFilter"] = Field(
        alias="euNotification", default=None
    )
    "EU notification of the technical rules (EU-anmälan)."
    not_notified_because: Optional["TextFilter"] = Field(
        alias="notNotifiedBecause", default=None
    )
    "Why technical rules were not notified (Skäl att inte anmäla)."
    url: Optional["TextFilter"] = None
    "Address of the document (Adress)."
    status: Optional["RequirementsStatusFilter"] = None
    "Where the requirements version stands on the day (Kravversionens status)."
    and_: Optional[list["RequirementsVersionFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["RequirementsVersionFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["RequirementsVersionFilter"] = Field(alias="not", default=None)
    "This does not hold."


class RequirementsVersionOrder(BaseModel):
    """How to order requirements (krav och villkor)."""

    field: RequirementsVersionOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ReviewApplicationInput(BaseModel):
    """What is asked of `reviewApplication` (ta upp ansökan till handläggning)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class ReviewFilter(BaseModel):
    """Which of the reviews (uppföljning av leverantör); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    supplier: Optional["ReferenceFilter"] = None
    "Who is reviewed (Leverantör)."
    service: Optional["ReferenceFilter"] = None
    "The service reviewed, where it is one (Tjänst)."
    case_number: Optional["TextFilter"] = Field(alias="caseNumber", default=None)
    "Case number (Diarienummer)."
    opened_on: Optional["DateFilter"] = Field(alias="openedOn", default=None)
    "Day it was opened (Inledd)."
    closed_on: Optional["DateFilter"] = Field(alias="closedOn", default=None)
    "Day it was closed (Avslutad)."
    outcome: Optional["ReviewOutcomeFilter"] = None
    "How it ended (Utfall)."
    public_summary: Optional["TextFilter"] = Field(alias="publicSummary", default=None)
    "What of it is public (Offentlig sammanfattning)."
    and_: Optional[list["ReviewFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ReviewFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ReviewFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ReviewFindingFilter(BaseModel):
    """Which of the review findings (brist); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    review: Optional["ReferenceFilter"] = None
    "The review that found it (Uppföljning)."
    severity: Optional["FindingSeverityFilter"] = None
    "How grave it is (Allvar)."
    description: Optional["TextFilter"] = None
    "What was found (Beskrivning)."
    found_on: Optional["DateFilter"] = Field(alias="foundOn", default=None)
    "Day it was found (Upptäckt)."
    deadline: Optional["DateFilter"] = None
    "Last day to remedy it (Åtgärdas senast)."
    remedied_on: Optional["DateFilter"] = Field(alias="remediedOn", default=None)
    "Day it was remedied (Åtgärdad)."
    public: Optional["BooleanFilter"] = None
    "Whether the finding is public (Offentlig)."
    and_: Optional[list["ReviewFindingFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ReviewFindingFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ReviewFindingFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ReviewFindingOrder(BaseModel):
    """How to order review findings (brist)."""

    field: ReviewFindingOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ReviewOrder(BaseModel):
    """How to order reviews (uppföljning av leverantör)."""

    field: ReviewOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ReviewOutcomeFilter(BaseModel):
    """Conditions on a ReviewOutcome (utfall av uppföljning); all that are given must hold."""

    eq: Optional[ReviewOutcome] = None
    "Equal to."
    ne: Optional[ReviewOutcome] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ReviewOutcome]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class ServiceFilter(BaseModel):
    """Which of the services (tjänst); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    supplier: Optional["ReferenceFilter"] = None
    "The contracting party (Leverantör)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    name: Optional["TextFilter"] = None
    "Name of the service (Tjänstens namn)."
    brand: Optional["TextFilter"] = None
    "Brand the public knows it by (Varumärke)."
    kind: Optional["ServiceKindFilter"] = None
    "E-identification or digital mailbox (Slag)."
    status: Optional["ServiceStatusFilter"] = None
    "Where the service stands (Status)."
    issuer_name: Optional["TextFilter"] = Field(alias="issuerName", default=None)
    "Who issues the e-identification, where that is another than the supplier (Utfärdare)."
    issuer_organisation_number: Optional["TextFilter"] = Field(
        alias="issuerOrganisationNumber", default=None
    )
    "Organisation number of the issuer (Utfärdarens organisationsnummer)."
    assurance_level: Optional["AssuranceLevelFilter"] = Field(
        alias="assuranceLevel", default=None
    )
    "Level of assurance of an e-identification; a mailbox has none (Tillitsnivå)."
    assurance_decided_on: Optional["DateFilter"] = Field(
        alias="assuranceDecidedOn", default=None
    )
    "Day of the decision on the level of assurance (Tillitsbeslut)."
    assurance_valid_until: Optional["DateFilter"] = Field(
        alias="assuranceValidUntil", default=None
    )
    "First day the decision no longer holds (Tillitsbeslut gäller till)."
    eidas_notification: Optional["EidasNotificationFilter"] = Field(
        alias="eidasNotification", default=None
    )
    "Whether it is notified under eIDAS (eIDAS-anmälan)."
    eidas_level: Optional["EidasLevelFilter"] = Field(alias="eidasLevel", default=None)
    "Level of assurance in eIDAS (eIDAS-nivå)."
    non_resident: Optional["BooleanFilter"] = Field(alias="nonResident", default=None)
    "Whether it is issued to persons not resident in Sweden (För icke bofasta)."
    quality_mark: Optional["BooleanFilter"] = Field(alias="qualityMark", default=None)
    "Whether it bears the quality mark Svensk e-legitimation (Kvalitetsmärke)."
    supports_signature: Optional["BooleanFilter"] = Field(
        alias="supportsSignature", default=None
    )
    "Whether it supports signatures (Stöd för underskrift)."
    supports_id_exchange: Optional["BooleanFilter"] = Field(
        alias="supportsIdExchange", default=None
    )
    "Whether it supports exchange of identities (Stöd för id-växling)."
    target_group: Optional["TargetGroupFilter"] = Field(
        alias="targetGroup", default=None
    )
    "Whom it is for; empty where it is not known (Målgrupp)."
    contract_uri: Optional["TextFilter"] = Field(alias="contractUri", default=None)
    "Contract identifier in the federation's metadata (Avtalsidentifierare)."
    website: Optional["TextFilter"] = None
    "Where the service is described (Webbplats)."
    and_: Optional[list["ServiceFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["ServiceFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["ServiceFilter"] = Field(alias="not", default=None)
    "This does not hold."


class ServiceKindFilter(BaseModel):
    """Conditions on a ServiceKind (slag av tjänst); all that are given must hold."""

    eq: Optional[ServiceKind] = None
    "Equal to."
    ne: Optional[ServiceKind] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ServiceKind]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class ServiceOrder(BaseModel):
    """How to order services (tjänst)."""

    field: ServiceOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class ServiceStatusFilter(BaseModel):
    """Conditions on a ServiceStatus (tjänstens läge); all that are given must hold."""

    eq: Optional[ServiceStatus] = None
    "Equal to."
    ne: Optional[ServiceStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[ServiceStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class SignActorAgreementInput(BaseModel):
    """What is asked of `signActorAgreement` (ingå avtal med offentlig aktör)."""

    actor: str
    "The public actor (offentlig aktör)."
    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    agreement_number: Optional[str] = Field(alias="agreementNumber", default=None)
    "Number of the agreement (avtalsnummer)."
    signed_by_actor_on: Optional[date] = Field(alias="signedByActorOn", default=None)
    "Day the actor signed, where it is known (undertecknat av aktören)."
    signed_on: date = Field(alias="signedOn")
    "Day it was signed by both (undertecknat)."
    in_force_from: Optional[date] = Field(alias="inForceFrom", default=None)
    "First day in force (gäller från och med)."
    requirements_version: Optional[str] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms it is signed on (avtalsvillkor)."
    previous_scheme: Optional[LegacySchemeCode] = Field(
        alias="previousScheme", default=None
    )
    "Older scheme the actor comes from (tidigare regim)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class SignAsActorInput(BaseModel):
    """What is asked of `signAsActor` (ingå avtal som aktören undertecknat)."""

    actor: str
    "The public actor (offentlig aktör)."
    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    agreement_number: Optional[str] = Field(alias="agreementNumber", default=None)
    "Number of the agreement (avtalsnummer)."
    signed_by_actor_on: date = Field(alias="signedByActorOn")
    "Day the actor signed (undertecknat av aktören)."
    in_force_from: Optional[date] = Field(alias="inForceFrom", default=None)
    "First day in force (gäller från och med)."
    requirements_version: Optional[str] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms it is signed on (avtalsvillkor)."
    previous_scheme: Optional[LegacySchemeCode] = Field(
        alias="previousScheme", default=None
    )
    "Older scheme the actor comes from (tidigare regim)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."
    decided_on: Optional[date] = Field(alias="decidedOn", default=None)
    "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."


class SignSupplierAgreementInput(BaseModel):
    """What is asked of `signSupplierAgreement` (ingå avtal med leverantör)."""

    supplier: str
    "The contracting party (leverantör)."
    system: SystemCode
    "Authorisation system (auktorisationssystem)."
    agreement_number: str = Field(alias="agreementNumber")
    "Number of the agreement (avtalsnummer)."
    signed_by_authority_on: date = Field(alias="signedByAuthorityOn")
    "Day the authority signed (undertecknat av myndigheten)."
    signed_by_supplier_on: date = Field(alias="signedBySupplierOn")
    "Day the supplier signed (undertecknat av leverantören)."
    in_force_from: date = Field(alias="inForceFrom")
    "First day in force (gäller från och med)."
    ends_on: Optional[date] = Field(alias="endsOn", default=None)
    "First day no longer in force, where a term is agreed (upphör)."
    requirements_version: Optional[str] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms it is signed on (avtalsvillkor)."
    services: list[str] = Field(default_factory=lambda: [])
    "The services it covers (tjänster)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class StartRuleFilter(BaseModel):
    """Which of the start rules (regel om tjänstestart); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    signed_from: Optional["DateFilter"] = Field(alias="signedFrom", default=None)
    "First day of the signing window (Undertecknat från och med)."
    signed_to: Optional["DateFilter"] = Field(alias="signedTo", default=None)
    "First day after the signing window (Undertecknat till (ej med))."
    earliest_start: Optional["DateFilter"] = Field(alias="earliestStart", default=None)
    "Earliest day the service may start (Tidigast start)."
    first_of_month: Optional["BooleanFilter"] = Field(
        alias="firstOfMonth", default=None
    )
    "Whether a start is always the first of a month after the signing (Den första i en månad)."
    and_: Optional[list["StartRuleFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["StartRuleFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["StartRuleFilter"] = Field(alias="not", default=None)
    "This does not hold."


class StartRuleOrder(BaseModel):
    """How to order start rules (regel om tjänstestart)."""

    field: StartRuleOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class StartSystemInput(BaseModel):
    """Which preparation (beredning) is decided."""

    preparation: str
    "The preparation to decide (beredning)."
    on: Optional[date] = None
    "Day of the decision (beslutsdatum); today where left out."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class SupplementApplicationInput(BaseModel):
    """What is asked of `supplementApplication` (komplettera ansökan)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class SupplierAgreementFilter(BaseModel):
    """Which of the supplier agreements (anslutningsavtal med leverantör); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    supplier: Optional["ReferenceFilter"] = None
    "The contracting party (Leverantör)."
    system: Optional["SystemCodeFilter"] = None
    "Authorisation system (Auktorisationssystem)."
    agreement_number: Optional["TextFilter"] = Field(
        alias="agreementNumber", default=None
    )
    "Number of the agreement (Avtalsnummer)."
    requirements_version: Optional["ReferenceFilter"] = Field(
        alias="requirementsVersion", default=None
    )
    "The terms it was signed on (Avtalsvillkor)."
    signed_by_authority_on: Optional["DateFilter"] = Field(
        alias="signedByAuthorityOn", default=None
    )
    "Day the authority signed (Undertecknat av myndigheten)."
    signed_by_supplier_on: Optional["DateFilter"] = Field(
        alias="signedBySupplierOn", default=None
    )
    "Day the supplier signed (Undertecknat av leverantören)."
    in_force_from: Optional["DateFilter"] = Field(alias="inForceFrom", default=None)
    "First day in force (Gäller från och med)."
    notice_given_on: Optional["DateFilter"] = Field(alias="noticeGivenOn", default=None)
    "Day notice was given (Uppsagt)."
    ends_on: Optional["DateFilter"] = Field(alias="endsOn", default=None)
    "First day no longer in force (Upphör)."
    end_ground: Optional["EndGroundFilter"] = Field(alias="endGround", default=None)
    "Why it ends (Upphörandegrund)."
    status: Optional["AgreementStatusFilter"] = None
    "Where the agreement stands on the day (Avtalets status)."
    and_: Optional[list["SupplierAgreementFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["SupplierAgreementFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["SupplierAgreementFilter"] = Field(alias="not", default=None)
    "This does not hold."


class SupplierAgreementOrder(BaseModel):
    """How to order supplier agreements (anslutningsavtal med leverantör)."""

    field: SupplierAgreementOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class SupplierFilter(BaseModel):
    """Which of the suppliers (leverantör); all conditions given must hold."""

    valid_from: Optional["DateFilter"] = Field(alias="validFrom", default=None)
    "First day on which this description is the legal truth (Gäller från och med)."
    valid_to: Optional["DateFilter"] = Field(alias="validTo", default=None)
    "First day on which it no longer is; empty while it lasts (Gäller till (ej med))."
    recorded_from: Optional["DateTimeFilter"] = Field(
        alias="recordedFrom", default=None
    )
    "When the register came to hold this version (Registrerad)."
    recorded_to: Optional["DateTimeFilter"] = Field(alias="recordedTo", default=None)
    "When a correction replaced it; empty for what the register holds now (Ersatt)."
    provenance: Optional["ProvenanceKindFilter"] = None
    "How sure the fact is: official, reported or an invented example (Hur säker uppgiften är)."
    reference: Optional["TextFilter"] = None
    "Where the fact was found: a document, an address or a decision (Var uppgiften hämtats)."
    legal_source: Optional["TextFilter"] = Field(alias="legalSource", default=None)
    "The provision the fact rests on, as `SFS 2023:704 7 §` (Rättslig grund)."
    organisation_number: Optional["OrganisationNumberFilter"] = Field(
        alias="organisationNumber", default=None
    )
    "Swedish organisation number, NNNNNN-NNNN (Organisationsnummer)."
    foreign_country: Optional["TextFilter"] = Field(
        alias="foreignCountry", default=None
    )
    "Country of a foreign supplier's registration (Land)."
    foreign_identifier: Optional["TextFilter"] = Field(
        alias="foreignIdentifier", default=None
    )
    "Registration number abroad (Utländskt registreringsnummer)."
    name: Optional["TextFilter"] = None
    "Registered name (Registrerat namn)."
    legal_form: Optional["LegalFormFilter"] = Field(alias="legalForm", default=None)
    "Legal form (Juridisk form)."
    state_owned: Optional["BooleanFilter"] = Field(alias="stateOwned", default=None)
    "Whether the state itself is the supplier (Statlig)."
    website: Optional["TextFilter"] = None
    "Website (Webbplats)."
    listed: Optional["BooleanFilter"] = None
    "Whether the supplier is on the public list: an agreement in force on the day (På 7 §-listan)."
    status: Optional["SupplierStatusFilter"] = None
    "Where the supplier stands on the day, by its newest agreement (Leverantörens status)."
    and_: Optional[list["SupplierFilter"]] = Field(alias="and", default=None)
    "All of these hold."
    or_: Optional[list["SupplierFilter"]] = Field(alias="or", default=None)
    "At least one of these holds."
    not_: Optional["SupplierFilter"] = Field(alias="not", default=None)
    "This does not hold."


class SupplierOrder(BaseModel):
    """How to order suppliers (leverantör)."""

    field: SupplierOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


class SupplierStatusFilter(BaseModel):
    """Conditions on a SupplierStatus (leverantörens läge); all that are given must hold."""

    eq: Optional[SupplierStatus] = None
    "Equal to."
    ne: Optional[SupplierStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[SupplierStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class SystemCodeFilter(BaseModel):
    """Conditions on a SystemCode (auktorisationssystem); all that are given must hold."""

    eq: Optional[SystemCode] = None
    "Equal to."
    ne: Optional[SystemCode] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[SystemCode]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class SystemStatusFilter(BaseModel):
    """Conditions on a SystemStatus (systemets läge); all that are given must hold."""

    eq: Optional[SystemStatus] = None
    "Equal to."
    ne: Optional[SystemStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[SystemStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class TargetGroupFilter(BaseModel):
    """Conditions on a TargetGroup (målgrupp); all that are given must hold."""

    eq: Optional[TargetGroup] = None
    "Equal to."
    ne: Optional[TargetGroup] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[TargetGroup]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class TerminateActorAgreementInput(BaseModel):
    """What is asked of `terminateActorAgreement` (säga upp aktörsavtal)."""

    agreement: str
    "The agreement (avtal)."
    notice_given_on: date = Field(alias="noticeGivenOn")
    "Day notice was given (uppsagt)."
    ends_on: date = Field(alias="endsOn")
    "First day no longer in force (upphör)."
    end_ground: EndGround = Field(alias="endGround")
    "Why it ends (upphörandegrund)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class TerminateSupplierAgreementInput(BaseModel):
    """What is asked of `terminateSupplierAgreement` (säga upp leverantörsavtal)."""

    agreement: str
    "The agreement (avtal)."
    notice_given_on: date = Field(alias="noticeGivenOn")
    "Day notice was given (uppsagt)."
    ends_on: date = Field(alias="endsOn")
    "First day no longer in force (upphör)."
    end_ground: EndGround = Field(alias="endGround")
    "Why it ends (upphörandegrund)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


class TextFilter(BaseModel):
    """Conditions on a Text; all that are given must hold."""

    eq: Optional[str] = None
    "Equal to."
    ne: Optional[str] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "One of."
    gt: Optional[str] = None
    "Larger or later than."
    gte: Optional[str] = None
    "Larger, later or equal."
    lt: Optional[str] = None
    "Smaller or earlier than."
    lte: Optional[str] = None
    "Smaller, earlier or equal."
    contains: Optional[str] = None
    "Holds the text, whatever its case."
    starts_with: Optional[str] = Field(alias="startsWith", default=None)
    "Begins with the text, whatever its case."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class VatTreatmentFilter(BaseModel):
    """Conditions on a VatTreatment (mervärdesskatt); all that are given must hold."""

    eq: Optional[VatTreatment] = None
    "Equal to."
    ne: Optional[VatTreatment] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[VatTreatment]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class VolumeInput(BaseModel):
    """How many of one item (avgiftsslag)."""

    item: FeeItem
    "What is counted (prestation)."
    quantity: int
    "How many over the whole period."
    size_kb: Optional[int] = Field(alias="sizeKb", default=None)
    "Size of each message in kilobytes, where the fee (avgift) goes by size."


class VolumeOfMonthInput(BaseModel):
    """How much one public actor (offentlig aktör) used one service in one month."""

    actor: str
    "The public actor (offentlig aktör)."
    item: FeeItem
    "What is counted (prestation)."
    month: date
    "First day of the month (månad)."
    quantity: int
    "How many (antal)."


class VolumeStatusFilter(BaseModel):
    """Conditions on a VolumeStatus (volymens läge); all that are given must hold."""

    eq: Optional[VolumeStatus] = None
    "Equal to."
    ne: Optional[VolumeStatus] = None
    "Not equal to; an unknown value counts as different."
    in_: Optional[list[VolumeStatus]] = Field(alias="in", default=None)
    "One of."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Whether the value is unknown."


class WithdrawApplicationInput(BaseModel):
    """What is asked of `withdrawApplication` (återkalla ansökan)."""

    application: str
    "The application (ansökan)."
    on: date
    "Day of the step (dag)."
    client_mutation_id: Optional[str] = Field(alias="clientMutationId", default=None)
    "An id of your own: the same id is answered alike, however often it is sent, and done once."
    reason: Optional[str] = None
    "Why, for the audit log (skäl)."
    expected_version: Optional[int] = Field(alias="expectedVersion", default=None)
    "The version you have read; where somebody recorded (införd) a newer one, the deed is refused."


ActorAgreementFilter.model_rebuild()
ApplicationFilter.model_rebuild()
AuditEntryFilter.model_rebuild()
AuthorisationSystemFilter.model_rebuild()
CompensationRuleFilter.model_rebuild()
CorrectInEmergencyInput.model_rebuild()
DecisionFilter.model_rebuild()
DraftRegulationInput.model_rebuild()
ExemptionFilter.model_rebuild()
FeeEstimateInput.model_rebuild()
FeeRuleFilter.model_rebuild()
FeeRuleOfRegulationInput.model_rebuild()
LegacyConnectionFilter.model_rebuild()
LegacySchemeFilter.model_rebuild()
MilestoneFilter.model_rebuild()
MonthlyVolumeFilter.model_rebuild()
ObligationRuleFilter.model_rebuild()
PreparationFilter.model_rebuild()
PrepareCorrectionInput.model_rebuild()
PrepareVolumesInput.model_rebuild()
PublicActorFilter.model_rebuild()
PublishRequirementsVersionInput.model_rebuild()
RectificationCaseFilter.model_rebuild()
RegulationFilter.model_rebuild()
RequirementsVersionFilter.model_rebuild()
ReviewFilter.model_rebuild()
ReviewFindingFilter.model_rebuild()
ServiceFilter.model_rebuild()
StartRuleFilter.model_rebuild()
SupplierAgreementFilter.model_rebuild()
SupplierFilter.model_rebuild()
