from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RepealRegulation(BaseModel):
    outcome: Union[
        "RepealRegulationOutcomeRegulation",
        "RepealRegulationOutcomeDeedRefused",
        "RepealRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RepealRegulationOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class RepealRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RepealRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RepealRegulation.model_rebuild()
