from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RemedyFinding(BaseModel):
    outcome: Union[
        "RemedyFindingOutcomeReviewFinding",
        "RemedyFindingOutcomeDeedRefused",
        "RemedyFindingOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RemedyFindingOutcomeReviewFinding(BaseModel):
    typename__: Literal["ReviewFinding"] = Field(alias="__typename")
    id: str
    version: int


class RemedyFindingOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RemedyFindingOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RemedyFinding.model_rebuild()
