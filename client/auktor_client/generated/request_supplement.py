from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RequestSupplement(BaseModel):
    outcome: Union[
        "RequestSupplementOutcomeApplication",
        "RequestSupplementOutcomeDeedRefused",
        "RequestSupplementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RequestSupplementOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class RequestSupplementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RequestSupplementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RequestSupplement.model_rebuild()
