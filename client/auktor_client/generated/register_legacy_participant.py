from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RegisterLegacyParticipant(BaseModel):
    outcome: Union[
        "RegisterLegacyParticipantOutcomeLegacyConnection",
        "RegisterLegacyParticipantOutcomeDeedRefused",
        "RegisterLegacyParticipantOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RegisterLegacyParticipantOutcomeLegacyConnection(BaseModel):
    typename__: Literal["LegacyConnection"] = Field(alias="__typename")
    id: str
    version: int


class RegisterLegacyParticipantOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RegisterLegacyParticipantOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RegisterLegacyParticipant.model_rebuild()
