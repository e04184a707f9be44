from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class DecideCompensation(BaseModel):
    outcome: Union[
        "DecideCompensationOutcomeCompensationRule",
        "DecideCompensationOutcomeDeedRefused",
        "DecideCompensationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class DecideCompensationOutcomeCompensationRule(BaseModel):
    typename__: Literal["CompensationRule"] = Field(alias="__typename")
    id: str
    version: int


class DecideCompensationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class DecideCompensationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


DecideCompensation.model_rebuild()
