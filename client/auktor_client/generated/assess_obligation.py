from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class AssessObligation(BaseModel):
    outcome: Union[
        "AssessObligationOutcomeObligationAssessment",
        "AssessObligationOutcomeDeedRefused",
        "AssessObligationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class AssessObligationOutcomeObligationAssessment(BaseModel):
    typename__: Literal["ObligationAssessment"] = Field(alias="__typename")
    id: str
    version: int


class AssessObligationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class AssessObligationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


AssessObligation.model_rebuild()
