from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareCorrection(BaseModel):
    outcome: Union[
        "PrepareCorrectionOutcomePreparation",
        "PrepareCorrectionOutcomeDeedRefused",
        "PrepareCorrectionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareCorrectionOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareCorrectionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareCorrectionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareCorrection.model_rebuild()
