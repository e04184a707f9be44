from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RegisterPublicActor(BaseModel):
    outcome: Union[
        "RegisterPublicActorOutcomePublicActor",
        "RegisterPublicActorOutcomeDeedRefused",
        "RegisterPublicActorOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RegisterPublicActorOutcomePublicActor(BaseModel):
    typename__: Literal["PublicActor"] = Field(alias="__typename")
    id: str
    version: int


class RegisterPublicActorOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RegisterPublicActorOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RegisterPublicActor.model_rebuild()
