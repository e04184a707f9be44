from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class SignAsActor(BaseModel):
    outcome: Union[
        "SignAsActorOutcomePreparation",
        "SignAsActorOutcomeDeedRefused",
        "SignAsActorOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class SignAsActorOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class SignAsActorOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class SignAsActorOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


SignAsActor.model_rebuild()
