from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class DraftCompensation(BaseModel):
    outcome: Union[
        "DraftCompensationOutcomePreparation",
        "DraftCompensationOutcomeDeedRefused",
        "DraftCompensationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class DraftCompensationOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class DraftCompensationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class DraftCompensationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


DraftCompensation.model_rebuild()
