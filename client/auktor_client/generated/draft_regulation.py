from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class DraftRegulation(BaseModel):
    outcome: Union[
        "DraftRegulationOutcomePreparation",
        "DraftRegulationOutcomeDeedRefused",
        "DraftRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class DraftRegulationOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class DraftRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class DraftRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


DraftRegulation.model_rebuild()
