from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class AddService(BaseModel):
    outcome: Union[
        "AddServiceOutcomeService",
        "AddServiceOutcomeDeedRefused",
        "AddServiceOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class AddServiceOutcomeService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    id: str
    version: int


class AddServiceOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class AddServiceOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


AddService.model_rebuild()
