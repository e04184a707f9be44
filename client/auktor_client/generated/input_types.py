from datetime import date, datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import (
    ActorAgreementOrderField,
    AgreementStatus,
    AssuranceLevel,
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
    LegacySchemeCode,
    LegalForm,
    MilestoneOrderField,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    PublicActorOrderField,
    RegulationKind,
    RegulationOrderField,
    RegulationSeries,
    RegulationStatus,
    RegulationSubject,
    ServiceKind,
    ServiceOrderField,
    ServiceStatus,
    SupplierAgreementOrderField,
    SupplierOrderField,
    SupplierStatus,
    SystemCode,
    TargetGroup,
    VatTreatment,
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


class FeeRuleOrder(BaseModel):
    """How to order fees (avgiftsregel)."""

    field: FeeRuleOrderField
    "What to order by."
    direction: Direction = Direction.ASC
    "Which way."


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


class ReferenceFilter(BaseModel):
    """Conditions on what an object refers to, by id."""

    eq: Optional[str] = None
    "Refers to this id."
    in_: Optional[list[str]] = Field(alias="in", default=None)
    "Refers to one of these."
    is_null: Optional[bool] = Field(alias="isNull", default=None)
    "Refers to nothing."


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


ActorAgreementFilter.model_rebuild()
ExemptionFilter.model_rebuild()
FeeEstimateInput.model_rebuild()
FeeRuleFilter.model_rebuild()
MilestoneFilter.model_rebuild()
PublicActorFilter.model_rebuild()
RegulationFilter.model_rebuild()
ServiceFilter.model_rebuild()
SupplierAgreementFilter.model_rebuild()
SupplierFilter.model_rebuild()
