from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CorrectFact(BaseModel):
    outcome: Union[
        "CorrectFactOutcomeActorAgreement",
        "CorrectFactOutcomeApplication",
        "CorrectFactOutcomeAuthorisationSystem",
        "CorrectFactOutcomeCompensationRule",
        "CorrectFactOutcomeDecision",
        "CorrectFactOutcomeEuNotification",
        "CorrectFactOutcomeExemption",
        "CorrectFactOutcomeFeeRule",
        "CorrectFactOutcomeFeeTier",
        "CorrectFactOutcomeLegacyConnection",
        "CorrectFactOutcomeLegacyScheme",
        "CorrectFactOutcomeMilestone",
        "CorrectFactOutcomeObligationAssessment",
        "CorrectFactOutcomeObligationRule",
        "CorrectFactOutcomeProvidingAuthority",
        "CorrectFactOutcomePublicActor",
        "CorrectFactOutcomeRectificationCase",
        "CorrectFactOutcomeRegulation",
        "CorrectFactOutcomeRegulationEffect",
        "CorrectFactOutcomeRequirementsVersion",
        "CorrectFactOutcomeReview",
        "CorrectFactOutcomeReviewFinding",
        "CorrectFactOutcomeService",
        "CorrectFactOutcomeStartRule",
        "CorrectFactOutcomeSuccession",
        "CorrectFactOutcomeSupplier",
        "CorrectFactOutcomeSupplierAgreement",
        "CorrectFactOutcomeDeedRefused",
        "CorrectFactOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CorrectFactOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeAuthorisationSystem(BaseModel):
    typename__: Literal["AuthorisationSystem"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeCompensationRule(BaseModel):
    typename__: Literal["CompensationRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeDecision(BaseModel):
    typename__: Literal["Decision"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeEuNotification(BaseModel):
    typename__: Literal["EuNotification"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeExemption(BaseModel):
    typename__: Literal["Exemption"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeFeeRule(BaseModel):
    typename__: Literal["FeeRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeFeeTier(BaseModel):
    typename__: Literal["FeeTier"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeLegacyConnection(BaseModel):
    typename__: Literal["LegacyConnection"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeLegacyScheme(BaseModel):
    typename__: Literal["LegacyScheme"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeMilestone(BaseModel):
    typename__: Literal["Milestone"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeObligationAssessment(BaseModel):
    typename__: Literal["ObligationAssessment"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeObligationRule(BaseModel):
    typename__: Literal["ObligationRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeProvidingAuthority(BaseModel):
    typename__: Literal["ProvidingAuthority"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomePublicActor(BaseModel):
    typename__: Literal["PublicActor"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeRectificationCase(BaseModel):
    typename__: Literal["RectificationCase"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeRegulationEffect(BaseModel):
    typename__: Literal["RegulationEffect"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeRequirementsVersion(BaseModel):
    typename__: Literal["RequirementsVersion"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeReview(BaseModel):
    typename__: Literal["Review"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeReviewFinding(BaseModel):
    typename__: Literal["ReviewFinding"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeStartRule(BaseModel):
    typename__: Literal["StartRule"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeSuccession(BaseModel):
    typename__: Literal["Succession"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeSupplier(BaseModel):
    typename__: Literal["Supplier"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CorrectFactOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CorrectFactOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CorrectFact.model_rebuild()
