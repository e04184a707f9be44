from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RecordService(BaseModel):
    outcome: Union[
        "RecordServiceOutcomeDecision",
        "RecordServiceOutcomeDeedRefused",
        "RecordServiceOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RecordServiceOutcomeDecision(BaseModel):
    typename__: Literal["Decision"] = Field(alias="__typename")
    id: str
    version: int


class RecordServiceOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RecordServiceOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RecordService.model_rebuild()
