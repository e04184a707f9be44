from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ReviewApplication(BaseModel):
    outcome: Union[
        "ReviewApplicationOutcomeApplication",
        "ReviewApplicationOutcomeDeedRefused",
        "ReviewApplicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ReviewApplicationOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class ReviewApplicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ReviewApplicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ReviewApplication.model_rebuild()
