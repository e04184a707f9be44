from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ChangeServiceStatus(BaseModel):
    outcome: Union[
        "ChangeServiceStatusOutcomeService",
        "ChangeServiceStatusOutcomeDeedRefused",
        "ChangeServiceStatusOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ChangeServiceStatusOutcomeService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    id: str
    version: int


class ChangeServiceStatusOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ChangeServiceStatusOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ChangeServiceStatus.model_rebuild()
