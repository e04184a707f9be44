from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class NotifyRegulation(BaseModel):
    outcome: Union[
        "NotifyRegulationOutcomeRegulation",
        "NotifyRegulationOutcomeDeedRefused",
        "NotifyRegulationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class NotifyRegulationOutcomeRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    id: str
    version: int


class NotifyRegulationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class NotifyRegulationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


NotifyRegulation.model_rebuild()
