from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PromulgateRegulation(BaseModel):
    outcome: Union[
        "PromulgateRegulationOutcomeRegulation",
        "PromulgateRegulationOutcomeDeedRefused",
        "PromulgateRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PromulgateRegulationOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class PromulgateRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PromulgateRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PromulgateRegulation.model_rebuild()
