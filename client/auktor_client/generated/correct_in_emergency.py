from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CorrectInEmergency(BaseModel):
    outcome: Union[
        "CorrectInEmergencyOutcomeActorAgreement",
        "CorrectInEmergencyOutcomeApplication",
        "CorrectInEmergencyOutcomeAuthorisationSystem",
        "CorrectInEmergencyOutcomeCompensationRule",
        "CorrectInEmergencyOutcomeDecision",
        "CorrectInEmergencyOutcomeEuNotification",
        "CorrectInEmergencyOutcomeExemption",
        "CorrectInEmergencyOutcomeFeeRule",
        "CorrectInEmergencyOutcomeFeeTier",
        "CorrectInEmergencyOutcomeLegacyConnection",
        "CorrectInEmergencyOutcomeLegacyScheme",
        "CorrectInEmergencyOutcomeMilestone",
        "CorrectInEmergencyOutcomeObligationAssessment",
        "CorrectInEmergencyOutcomeObligationRule",
        "CorrectInEmergencyOutcomeProvidingAuthority",
        "CorrectInEmergencyOutcomePublicActor",
        "CorrectInEmergencyOutcomeRectificationCase",
        "CorrectInEmergencyOutcomeRegulation",
        "CorrectInEmergencyOutcomeRegulationEffect",
        "CorrectInEmergencyOutcomeRequirementsVersion",
        "CorrectInEmergencyOutcomeReview",
        "CorrectInEmergencyOutcomeReviewFinding",
        "CorrectInEmergencyOutcomeService",
        "CorrectInEmergencyOutcomeStartRule",
        "CorrectInEmergencyOutcomeSuccession",
        "CorrectInEmergencyOutcomeSupplier",
        "CorrectInEmergencyOutcomeSupplierAgreement",
        "CorrectInEmergencyOutcomeDeedRefused",
        "CorrectInEmergencyOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CorrectInEmergencyOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeAuthorisationSystem(BaseModel):
    typename__: Literal["AuthorisationSystem"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeCompensationRule(BaseModel):
    typename__: Literal["CompensationRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeDecision(BaseModel):
    typename__: Literal["Decision"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeEuNotification(BaseModel):
    typename__: Literal["EuNotification"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeExemption(BaseModel):
    typename__: Literal["Exemption"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeFeeRule(BaseModel):
    typename__: Literal["FeeRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeFeeTier(BaseModel):
    typename__: Literal["FeeTier"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeLegacyConnection(BaseModel):
    typename__: Literal["LegacyConnection"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeLegacyScheme(BaseModel):
    typename__: Literal["LegacyScheme"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeMilestone(BaseModel):
    typename__: Literal["Milestone"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeObligationAssessment(BaseModel):
    typename__: Literal["ObligationAssessment"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeObligationRule(BaseModel):
    typename__: Literal["ObligationRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeProvidingAuthority(BaseModel):
    typename__: Literal["ProvidingAuthority"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomePublicActor(BaseModel):
    typename__: Literal["PublicActor"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeRectificationCase(BaseModel):
    typename__: Literal["RectificationCase"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeRegulationEffect(BaseModel):
    typename__: Literal["RegulationEffect"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeRequirementsVersion(BaseModel):
    typename__: Literal["RequirementsVersion"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeReview(BaseModel):
    typename__: Literal["Review"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeReviewFinding(BaseModel):
    typename__: Literal["ReviewFinding"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeStartRule(BaseModel):
    typename__: Literal["StartRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeSuccession(BaseModel):
    typename__: Literal["Succession"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeSupplier(BaseModel):
    typename__: Literal["Supplier"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CorrectInEmergencyOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CorrectInEmergencyOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CorrectInEmergency.model_rebuild()
