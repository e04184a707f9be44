from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareClosing(BaseModel):
    outcome: Union[
        "PrepareClosingOutcomePreparation",
        "PrepareClosingOutcomeDeedRefused",
        "PrepareClosingOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareClosingOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareClosingOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareClosingOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareClosing.model_rebuild()
