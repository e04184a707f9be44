from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RecordFinding(BaseModel):
    outcome: Union[
        "RecordFindingOutcomeReviewFinding",
        "RecordFindingOutcomeDeedRefused",
        "RecordFindingOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RecordFindingOutcomeReviewFinding(BaseModel):
    typename__: Literal["ReviewFinding"] = Field(alias="__typename")
    id: str
    version: int


class RecordFindingOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RecordFindingOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RecordFinding.model_rebuild()
