from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class IssueRegulation(BaseModel):
    outcome: Union[
        "IssueRegulationOutcomeRegulation",
        "IssueRegulationOutcomeDeedRefused",
        "IssueRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class IssueRegulationOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class IssueRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class IssueRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


IssueRegulation.model_rebuild()
