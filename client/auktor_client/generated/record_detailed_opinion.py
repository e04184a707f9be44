from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RecordDetailedOpinion(BaseModel):
    outcome: Union[
        "RecordDetailedOpinionOutcomeEuNotification",
        "RecordDetailedOpinionOutcomeDeedRefused",
        "RecordDetailedOpinionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RecordDetailedOpinionOutcomeEuNotification(BaseModel):
    typename__: Literal["EuNotification"] = Field(alias="__typename")
    id: str
    version: int


class RecordDetailedOpinionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RecordDetailedOpinionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RecordDetailedOpinion.model_rebuild()
