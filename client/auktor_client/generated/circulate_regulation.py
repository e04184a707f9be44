from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CirculateRegulation(BaseModel):
    outcome: Union[
        "CirculateRegulationOutcomeRegulation",
        "CirculateRegulationOutcomeDeedRefused",
        "CirculateRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CirculateRegulationOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class CirculateRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CirculateRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CirculateRegulation.model_rebuild()
