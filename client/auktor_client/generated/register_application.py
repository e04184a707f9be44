from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RegisterApplication(BaseModel):
    outcome: Union[
        "RegisterApplicationOutcomeApplication",
        "RegisterApplicationOutcomeDeedRefused",
        "RegisterApplicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RegisterApplicationOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class RegisterApplicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RegisterApplicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RegisterApplication.model_rebuild()
