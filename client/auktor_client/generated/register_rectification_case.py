from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RegisterRectificationCase(BaseModel):
    outcome: Union[
        "RegisterRectificationCaseOutcomeRectificationCase",
        "RegisterRectificationCaseOutcomeDeedRefused",
        "RegisterRectificationCaseOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RegisterRectificationCaseOutcomeRectificationCase(BaseModel):
    typename__: Literal["RectificationCase"] = Field(alias="__typename")
    id: str
    version: int


class RegisterRectificationCaseOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RegisterRectificationCaseOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RegisterRectificationCase.model_rebuild()
