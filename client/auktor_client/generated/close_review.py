from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CloseReview(BaseModel):
    outcome: Union[
        "CloseReviewOutcomeReview",
        "CloseReviewOutcomeDeedRefused",
        "CloseReviewOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CloseReviewOutcomeReview(BaseModel):
    typename__: Literal["Review"] = Field(alias="__typename")
    id: str
    version: int


class CloseReviewOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CloseReviewOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CloseReview.model_rebuild()
