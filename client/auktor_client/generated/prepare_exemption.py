from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareExemption(BaseModel):
    outcome: Union[
        "PrepareExemptionOutcomePreparation",
        "PrepareExemptionOutcomeDeedRefused",
        "PrepareExemptionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareExemptionOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareExemptionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareExemptionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareExemption.model_rebuild()
