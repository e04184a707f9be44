from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CloseSystem(BaseModel):
    outcome: Union[
        "CloseSystemOutcomeAuthorisationSystem",
        "CloseSystemOutcomeDeedRefused",
        "CloseSystemOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CloseSystemOutcomeAuthorisationSystem(BaseModel):
    typename__: Literal["AuthorisationSystem"] = Field(alias="__typename")
    id: str
    version: int


class CloseSystemOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CloseSystemOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CloseSystem.model_rebuild()
