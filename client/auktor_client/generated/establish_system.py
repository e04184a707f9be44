from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class EstablishSystem(BaseModel):
    outcome: Union[
        "EstablishSystemOutcomeAuthorisationSystem",
        "EstablishSystemOutcomeDeedRefused",
        "EstablishSystemOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class EstablishSystemOutcomeAuthorisationSystem(BaseModel):
    typename__: Literal["AuthorisationSystem"] = Field(alias="__typename")
    id: str
    version: int


class EstablishSystemOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class EstablishSystemOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


EstablishSystem.model_rebuild()
