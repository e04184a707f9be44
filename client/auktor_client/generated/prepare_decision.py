from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareDecision(BaseModel):
    outcome: Union[
        "PrepareDecisionOutcomePreparation",
        "PrepareDecisionOutcomeDeedRefused",
        "PrepareDecisionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareDecisionOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareDecisionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareDecisionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareDecision.model_rebuild()
