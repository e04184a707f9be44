from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    AgreementStatus,
    ApplicationStatus,
    AssuranceLevel,
    DecisionKind,
    EndGround,
    FeeItem,
    FeeUnit,
    FindingSeverity,
    LegacySchemeCode,
    LegalForm,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    RectificationOutcome,
    RegulationKind,
    RegulationStatus,
    RegulationSubject,
    RejectionGround,
    RequirementsKind,
    RequirementsStatus,
    ReviewOutcome,
    ServiceKind,
    ServiceStatus,
    SupplierStatus,
    SystemCode,
    SystemStatus,
    TargetGroup,
    VatTreatment,
    VolumeStatus,
)


class ProvenanceOf(BaseModel):
    kind: ProvenanceKind
    reference: str


class ActorAgreementRow(BaseModel):
    id: str
    key: str
    system: SystemCode
    agreement_number: Optional[str] = Field(alias="agreementNumber")
    status: AgreementStatus
    signed_on: Optional[date] = Field(alias="signedOn")
    in_force_from: date = Field(alias="inForceFrom")
    notice_given_on: Optional[date] = Field(alias="noticeGivenOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    actor: "ActorAgreementRowActor"
    provenance: "ActorAgreementRowProvenance"


class ActorAgreementRowActor(BaseModel):
    id: str
    name: str
    organisation_number: Optional[str] = Field(alias="organisationNumber")
    category: PublicActorCategory


class ActorAgreementRowProvenance(ProvenanceOf):
    pass


class LegalSourceText(BaseModel):
    sv: str
    en: str
    url: Optional[str]


class ApplicationRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "ApplicationRowSource"
    provenance: "ApplicationRowProvenance"
    case_number: str = Field(alias="caseNumber")
    system: SystemCode
    received_on: date = Field(alias="receivedOn")
    status: ApplicationStatus
    services: Optional[str]
    joint_applicants: Optional[str] = Field(alias="jointApplicants")
    supplier: "ApplicationRowSupplier"
    authorisation_system: "ApplicationRowAuthorisationSystem" = Field(
        alias="authorisationSystem"
    )
    terms: Optional["ApplicationRowTerms"]


class ApplicationRowSource(LegalSourceText):
    pass


class ApplicationRowProvenance(ProvenanceOf):
    pass


class ApplicationRowSupplier(BaseModel):
    id: str
    key: str


class ApplicationRowAuthorisationSystem(BaseModel):
    id: str
    key: str


class ApplicationRowTerms(BaseModel):
    id: str
    key: str


class AuditEntryRow(BaseModel):
    sequence: int
    at: datetime
    revision: Optional[int]
    actor: str
    role: str
    deed: str
    subject: Optional[str]
    refused: Optional[str]
    before: Optional[str]
    after: Optional[str]
    reason: Optional[str]
    request_id: Optional[str] = Field(alias="requestId")
    is_emergency: bool = Field(alias="isEmergency")
    previous_hash: str = Field(alias="previousHash")
    hash: str


class AuthorisationSystemRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "AuthorisationSystemRowSource"
    provenance: "AuthorisationSystemRowProvenance"
    code: SystemCode
    established_on: Optional[date] = Field(alias="establishedOn")
    operation_from: Optional[date] = Field(alias="operationFrom")
    closed_on: Optional[date] = Field(alias="closedOn")
    decision_time_days: Optional[int] = Field(alias="decisionTimeDays")
    website: Optional[str]
    name: str
    status: SystemStatus
    authority: "AuthorisationSystemRowAuthority"


class AuthorisationSystemRowSource(LegalSourceText):
    pass


class AuthorisationSystemRowProvenance(ProvenanceOf):
    pass


class AuthorisationSystemRowAuthority(BaseModel):
    id: str
    key: str


class CompensationRuleRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "CompensationRuleRowSource"
    provenance: "CompensationRuleRowProvenance"
    system: SystemCode
    item: FeeItem
    amount_sek: Optional[Decimal] = Field(alias="amountSek")
    vat: VatTreatment
    in_force_from: date = Field(alias="inForceFrom")
    ends_on: Optional[date] = Field(alias="endsOn")
    authorisation_system: "CompensationRuleRowAuthorisationSystem" = Field(
        alias="authorisationSystem"
    )
    terms: Optional["CompensationRuleRowTerms"]


class CompensationRuleRowSource(LegalSourceText):
    pass


class CompensationRuleRowProvenance(ProvenanceOf):
    pass


class CompensationRuleRowAuthorisationSystem(BaseModel):
    id: str
    key: str


class CompensationRuleRowTerms(BaseModel):
    id: str
    key: str


class DecisionRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "DecisionRowSource"
    provenance: "DecisionRowProvenance"
    case_number: str = Field(alias="caseNumber")
    kind: DecisionKind
    decided_on: date = Field(alias="decidedOn")
    served_on: Optional[date] = Field(alias="servedOn")
    final_on: Optional[date] = Field(alias="finalOn")
    ground: Optional[RejectionGround]
    reasons: Optional[str]
    rectification_information: bool = Field(alias="rectificationInformation")
    prepared_by: Optional[str] = Field(alias="preparedBy")
    decided_by: Optional[str] = Field(alias="decidedBy")
    application: Optional["DecisionRowApplication"]
    exemption: Optional["DecisionRowExemption"]


class DecisionRowSource(LegalSourceText):
    pass


class DecisionRowProvenance(ProvenanceOf):
    pass


class DecisionRowApplication(BaseModel):
    id: str
    key: str


class DecisionRowExemption(BaseModel):
    id: str
    key: str


class DeedRefusedTold(BaseModel):
    code: str
    message: str
    remedy: str
    path: list[str]


class ExemptionRow(BaseModel):
    id: str
    key: str
    system: SystemCode
    case_number: str = Field(alias="caseNumber")
    decided_on: date = Field(alias="decidedOn")
    exempt_from: date = Field(alias="exemptFrom")
    exempt_until: date = Field(alias="exemptUntil")
    reason: str
    in_effect: bool = Field(alias="inEffect")
    actor: "ExemptionRowActor"
    provenance: "ExemptionRowProvenance"


class ExemptionRowActor(BaseModel):
    id: str
    name: str
    organisation_number: Optional[str] = Field(alias="organisationNumber")


class ExemptionRowProvenance(ProvenanceOf):
    pass


class FeeRuleRow(BaseModel):
    id: str
    key: str
    system: SystemCode
    item: FeeItem
    unit: FeeUnit
    paragraph: Optional[str]
    vat: VatTreatment
    in_force_from: date = Field(alias="inForceFrom")
    ends_on: Optional[date] = Field(alias="endsOn")
    tiers: "FeeRuleRowTiers"
    provenance: "FeeRuleRowProvenance"


class FeeRuleRowTiers(BaseModel):
    nodes: list["FeeRuleRowTiersNodes"]


class FeeRuleRowTiersNodes(BaseModel):
    from_quantity: int = Field(alias="fromQuantity")
    to_quantity: Optional[int] = Field(alias="toQuantity")
    amount_sek: Decimal = Field(alias="amountSek")


class FeeRuleRowProvenance(ProvenanceOf):
    pass


class LegacyConnectionRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "LegacyConnectionRowSource"
    provenance: "LegacyConnectionRowProvenance"
    scheme: LegacySchemeCode
    connected_from: Optional[date] = Field(alias="connectedFrom")
    disconnected_on: Optional[date] = Field(alias="disconnectedOn")
    move_by: Optional[date] = Field(alias="moveBy")
    legacy_scheme: "LegacyConnectionRowLegacyScheme" = Field(alias="legacyScheme")
    actor: Optional["LegacyConnectionRowActor"]
    supplier: Optional["LegacyConnectionRowSupplier"]


class LegacyConnectionRowSource(LegalSourceText):
    pass


class LegacyConnectionRowProvenance(ProvenanceOf):
    pass


class LegacyConnectionRowLegacyScheme(BaseModel):
    id: str
    key: str


class LegacyConnectionRowActor(BaseModel):
    id: str
    key: str


class LegacyConnectionRowSupplier(BaseModel):
    id: str
    key: str


class LegacySchemeRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "LegacySchemeRowSource"
    provenance: "LegacySchemeRowProvenance"
    code: LegacySchemeCode
    system: SystemCode
    legal_basis: Optional[str] = Field(alias="legalBasis")
    operated_from: Optional[date] = Field(alias="operatedFrom")
    closed_to_new_on: Optional[date] = Field(alias="closedToNewOn")
    ended_on: Optional[date] = Field(alias="endedOn")
    name: str


class LegacySchemeRowSource(LegalSourceText):
    pass


class LegacySchemeRowProvenance(ProvenanceOf):
    pass


class MilestoneRow(BaseModel):
    id: str
    key: str
    system: Optional[SystemCode]
    title: str
    detail: Optional[str]
    planned_on: Optional[date] = Field(alias="plannedOn")
    occurred_on: Optional[date] = Field(alias="occurredOn")
    source: "MilestoneRowSource"


class MilestoneRowSource(LegalSourceText):
    pass


class MonthlyVolumeRow(BaseModel):
    month: date
    system: SystemCode
    service_id: str = Field(alias="serviceId")
    service_name: str = Field(alias="serviceName")
    item: FeeItem
    category: Optional[PublicActorCategory]
    quantity: Optional[int]
    actors: int
    status: VolumeStatus
    provenance: ProvenanceKind


class ObligationRuleRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "ObligationRuleRowSource"
    provenance: "ObligationRuleRowProvenance"
    system: SystemCode
    proposed: bool
    in_force_from: date = Field(alias="inForceFrom")
    ends_on: Optional[date] = Field(alias="endsOn")
    title: str
    authorisation_system: "ObligationRuleRowAuthorisationSystem" = Field(
        alias="authorisationSystem"
    )


class ObligationRuleRowSource(LegalSourceText):
    pass


class ObligationRuleRowProvenance(ProvenanceOf):
    pass


class ObligationRuleRowAuthorisationSystem(BaseModel):
    id: str
    key: str


class PreparationRow(BaseModel):
    id: str
    deed: str
    content: str
    prepared_by: str = Field(alias="preparedBy")
    prepared_at: datetime = Field(alias="preparedAt")
    is_decided: bool = Field(alias="isDecided")
    decided_by: Optional[str] = Field(alias="decidedBy")


class PublicActorRow(BaseModel):
    id: str
    key: str
    name: str
    name_en: Optional[str] = Field(alias="nameEn")
    organisation_number: Optional[str] = Field(alias="organisationNumber")
    category: PublicActorCategory
    municipality_code: Optional[str] = Field(alias="municipalityCode")
    county_code: Optional[str] = Field(alias="countyCode")
    connected: bool
    obligation_status: ObligationStatus = Field(alias="obligationStatus")
    ended_on: Optional[date] = Field(alias="endedOn")
    provenance: "PublicActorRowProvenance"


class PublicActorRowProvenance(ProvenanceOf):
    pass


class RectificationCaseRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "RectificationCaseRowSource"
    provenance: "RectificationCaseRowProvenance"
    court: str
    instance: Optional[str]
    case_number: str = Field(alias="caseNumber")
    received_on: date = Field(alias="receivedOn")
    decided_on: Optional[date] = Field(alias="decidedOn")
    outcome: Optional[RectificationOutcome]
    decision: "RectificationCaseRowDecision"


class RectificationCaseRowSource(LegalSourceText):
    pass


class RectificationCaseRowProvenance(ProvenanceOf):
    pass


class RectificationCaseRowDecision(BaseModel):
    id: str
    key: str


class RegulationRow(BaseModel):
    id: str
    key: str
    designation: Optional[str]
    title: str
    title_en: Optional[str] = Field(alias="titleEn")
    kind: RegulationKind
    subject: RegulationSubject
    status: Optional[RegulationStatus]
    in_force_from: Optional[date] = Field(alias="inForceFrom")
    repealed_on: Optional[date] = Field(alias="repealedOn")
    url: Optional[str]


class RequirementsVersionRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "RequirementsVersionRowSource"
    provenance: "RequirementsVersionRowProvenance"
    system: SystemCode
    kind: RequirementsKind
    label: str
    title: str
    published_on: Optional[date] = Field(alias="publishedOn")
    applies_from: Optional[date] = Field(alias="appliesFrom")
    ceases_on: Optional[date] = Field(alias="ceasesOn")
    not_notified_because: Optional[str] = Field(alias="notNotifiedBecause")
    url: Optional[str]
    status: Optional[RequirementsStatus]
    authorisation_system: "RequirementsVersionRowAuthorisationSystem" = Field(
        alias="authorisationSystem"
    )
    eu_notification: Optional["RequirementsVersionRowEuNotification"] = Field(
        alias="euNotification"
    )


class RequirementsVersionRowSource(LegalSourceText):
    pass


class RequirementsVersionRowProvenance(ProvenanceOf):
    pass


class RequirementsVersionRowAuthorisationSystem(BaseModel):
    id: str
    key: str


class RequirementsVersionRowEuNotification(BaseModel):
    id: str
    key: str


class ReviewFindingRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "ReviewFindingRowSource"
    provenance: "ReviewFindingRowProvenance"
    severity: FindingSeverity
    description: str
    found_on: date = Field(alias="foundOn")
    deadline: date
    remedied_on: Optional[date] = Field(alias="remediedOn")
    public: bool
    review: Optional["ReviewFindingRowReview"]


class ReviewFindingRowSource(LegalSourceText):
    pass


class ReviewFindingRowProvenance(ProvenanceOf):
    pass


class ReviewFindingRowReview(BaseModel):
    id: str
    key: str


class ReviewRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "ReviewRowSource"
    provenance: "ReviewRowProvenance"
    case_number: Optional[str] = Field(alias="caseNumber")
    opened_on: date = Field(alias="openedOn")
    closed_on: Optional[date] = Field(alias="closedOn")
    outcome: Optional[ReviewOutcome]
    public_summary: Optional[str] = Field(alias="publicSummary")
    supplier: "ReviewRowSupplier"
    service: Optional["ReviewRowService"]


class ReviewRowSource(LegalSourceText):
    pass


class ReviewRowProvenance(ProvenanceOf):
    pass


class ReviewRowSupplier(BaseModel):
    id: str
    key: str


class ReviewRowService(BaseModel):
    id: str
    key: str


class ServiceRow(BaseModel):
    id: str
    key: str
    name: str
    brand: Optional[str]
    system: SystemCode
    kind: ServiceKind
    status: ServiceStatus
    assurance_level: Optional[AssuranceLevel] = Field(alias="assuranceLevel")
    non_resident: Optional[bool] = Field(alias="nonResident")
    target_group: Optional[TargetGroup] = Field(alias="targetGroup")
    supports_signature: Optional[bool] = Field(alias="supportsSignature")
    website: Optional[str]
    valid_from: date = Field(alias="validFrom")
    supplier: "ServiceRowSupplier"
    provenance: "ServiceRowProvenance"


class ServiceRowSupplier(BaseModel):
    id: str
    name: str
    organisation_number: Optional[str] = Field(alias="organisationNumber")
    listed: bool


class ServiceRowProvenance(ProvenanceOf):
    pass


class StartRuleRow(BaseModel):
    id: str
    key: str
    version: int
    valid_from: date = Field(alias="validFrom")
    source: "StartRuleRowSource"
    provenance: "StartRuleRowProvenance"
    system: SystemCode
    signed_from: Optional[date] = Field(alias="signedFrom")
    signed_to: Optional[date] = Field(alias="signedTo")
    earliest_start: date = Field(alias="earliestStart")
    first_of_month: bool = Field(alias="firstOfMonth")
    authorisation_system: "StartRuleRowAuthorisationSystem" = Field(
        alias="authorisationSystem"
    )


class StartRuleRowSource(LegalSourceText):
    pass


class StartRuleRowProvenance(ProvenanceOf):
    pass


class StartRuleRowAuthorisationSystem(BaseModel):
    id: str
    key: str


class SupplierAgreementRow(BaseModel):
    id: str
    key: str
    system: SystemCode
    agreement_number: Optional[str] = Field(alias="agreementNumber")
    status: AgreementStatus
    signed_on: Optional[date] = Field(alias="signedOn")
    in_force_from: date = Field(alias="inForceFrom")
    notice_given_on: Optional[date] = Field(alias="noticeGivenOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    end_ground: Optional[EndGround] = Field(alias="endGround")
    supplier: "SupplierAgreementRowSupplier"
    provenance: "SupplierAgreementRowProvenance"


class SupplierAgreementRowSupplier(BaseModel):
    id: str
    name: str
    organisation_number: Optional[str] = Field(alias="organisationNumber")


class SupplierAgreementRowProvenance(ProvenanceOf):
    pass


class SupplierRow(BaseModel):
    id: str
    key: str
    name: str
    organisation_number: Optional[str] = Field(alias="organisationNumber")
    foreign_country: Optional[str] = Field(alias="foreignCountry")
    legal_form: LegalForm = Field(alias="legalForm")
    state_owned: bool = Field(alias="stateOwned")
    website: Optional[str]
    listed: bool
    status: Optional[SupplierStatus]
    valid_from: date = Field(alias="validFrom")
    provenance: "SupplierRowProvenance"


class SupplierRowProvenance(ProvenanceOf):
    pass


class VersionConflictTold(BaseModel):
    code: str
    message: str
    remedy: str
    path: list[str]
    expected_version: int = Field(alias="expectedVersion")
    newest_version: int = Field(alias="newestVersion")


ProvenanceOf.model_rebuild()
ActorAgreementRow.model_rebuild()
LegalSourceText.model_rebuild()
ApplicationRow.model_rebuild()
AuditEntryRow.model_rebuild()
AuthorisationSystemRow.model_rebuild()
CompensationRuleRow.model_rebuild()
DecisionRow.model_rebuild()
DeedRefusedTold.model_rebuild()
ExemptionRow.model_rebuild()
FeeRuleRow.model_rebuild()
LegacyConnectionRow.model_rebuild()
LegacySchemeRow.model_rebuild()
MilestoneRow.model_rebuild()
MonthlyVolumeRow.model_rebuild()
ObligationRuleRow.model_rebuild()
PreparationRow.model_rebuild()
PublicActorRow.model_rebuild()
RectificationCaseRow.model_rebuild()
RegulationRow.model_rebuild()
RequirementsVersionRow.model_rebuild()
ReviewFindingRow.model_rebuild()
ReviewRow.model_rebuild()
ServiceRow.model_rebuild()
StartRuleRow.model_rebuild()
SupplierAgreementRow.model_rebuild()
SupplierRow.model_rebuild()
VersionConflictTold.model_rebuild()
