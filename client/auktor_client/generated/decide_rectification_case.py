from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class DecideRectificationCase(BaseModel):
    outcome: Union[
        "DecideRectificationCaseOutcomeRectificationCase",
        "DecideRectificationCaseOutcomeDeedRefused",
        "DecideRectificationCaseOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class DecideRectificationCaseOutcomeRectificationCase(BaseModel):
    typename__: Literal["RectificationCase"] = Field(alias="__typename")
    id: str
    version: int


class DecideRectificationCaseOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class DecideRectificationCaseOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


DecideRectificationCase.model_rebuild()
