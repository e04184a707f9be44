from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class SupplementApplication(BaseModel):
    outcome: Union[
        "SupplementApplicationOutcomeApplication",
        "SupplementApplicationOutcomeDeedRefused",
        "SupplementApplicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class SupplementApplicationOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class SupplementApplicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class SupplementApplicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


SupplementApplication.model_rebuild()
