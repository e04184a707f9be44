from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class StartSystem(BaseModel):
    outcome: Union[
        "StartSystemOutcomeAuthorisationSystem",
        "StartSystemOutcomeDeedRefused",
        "StartSystemOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class StartSystemOutcomeAuthorisationSystem(BaseModel):
    typename__: Literal["AuthorisationSystem"] = Field(alias="__typename")
    id: str
    version: int


class StartSystemOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class StartSystemOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


StartSystem.model_rebuild()
