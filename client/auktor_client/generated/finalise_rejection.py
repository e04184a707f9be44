from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class FinaliseRejection(BaseModel):
    outcome: Union[
        "FinaliseRejectionOutcomeApplication",
        "FinaliseRejectionOutcomeDeedRefused",
        "FinaliseRejectionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class FinaliseRejectionOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class FinaliseRejectionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class FinaliseRejectionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


FinaliseRejection.model_rebuild()
