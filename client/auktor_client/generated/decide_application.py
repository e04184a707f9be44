from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class DecideApplication(BaseModel):
    outcome: Union[
        "DecideApplicationOutcomeApplication",
        "DecideApplicationOutcomeDeedRefused",
        "DecideApplicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class DecideApplicationOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class DecideApplicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class DecideApplicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


DecideApplication.model_rebuild()
