from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareEstablishing(BaseModel):
    outcome: Union[
        "PrepareEstablishingOutcomePreparation",
        "PrepareEstablishingOutcomeDeedRefused",
        "PrepareEstablishingOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareEstablishingOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareEstablishingOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareEstablishingOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareEstablishing.model_rebuild()
