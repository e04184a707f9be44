from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class LapseApproval(BaseModel):
    outcome: Union[
        "LapseApprovalOutcomeApplication",
        "LapseApprovalOutcomeDeedRefused",
        "LapseApprovalOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class LapseApprovalOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class LapseApprovalOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class LapseApprovalOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


LapseApproval.model_rebuild()
