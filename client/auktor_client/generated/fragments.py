from datetime import date
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    AgreementStatus,
    AssuranceLevel,
    EndGround,
    FeeItem,
    FeeUnit,
    LegalForm,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    RegulationKind,
    RegulationStatus,
    RegulationSubject,
    ServiceKind,
    ServiceStatus,
    SupplierStatus,
    SystemCode,
    TargetGroup,
    VatTreatment,
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


class LegalSourceText(BaseModel):
    sv: str
    en: str
    url: Optional[str]


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
DeedRefusedTold.model_rebuild()
ExemptionRow.model_rebuild()
FeeRuleRow.model_rebuild()
LegalSourceText.model_rebuild()
MilestoneRow.model_rebuild()
PublicActorRow.model_rebuild()
RegulationRow.model_rebuild()
ServiceRow.model_rebuild()
SupplierAgreementRow.model_rebuild()
SupplierRow.model_rebuild()
VersionConflictTold.model_rebuild()
