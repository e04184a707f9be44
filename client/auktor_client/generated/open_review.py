from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class OpenReview(BaseModel):
    outcome: Union[
        "OpenReviewOutcomeReview",
        "OpenReviewOutcomeDeedRefused",
        "OpenReviewOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class OpenReviewOutcomeReview(BaseModel):
    typename__: Literal["Review"] = Field(alias="__typename")
    id: str
    version: int


class OpenReviewOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class OpenReviewOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


OpenReview.model_rebuild()
