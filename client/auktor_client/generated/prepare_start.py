from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareStart(BaseModel):
    outcome: Union[
        "PrepareStartOutcomePreparation",
        "PrepareStartOutcomeDeedRefused",
        "PrepareStartOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareStartOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareStartOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareStartOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareStart.model_rebuild()
