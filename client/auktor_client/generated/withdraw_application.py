from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class WithdrawApplication(BaseModel):
    outcome: Union[
        "WithdrawApplicationOutcomeApplication",
        "WithdrawApplicationOutcomeDeedRefused",
        "WithdrawApplicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class WithdrawApplicationOutcomeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    version: int


class WithdrawApplicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class WithdrawApplicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


WithdrawApplication.model_rebuild()
