from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ConnectLegacyParticipant(BaseModel):
    outcome: Union[
        "ConnectLegacyParticipantOutcomeLegacyConnection",
        "ConnectLegacyParticipantOutcomeDeedRefused",
        "ConnectLegacyParticipantOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ConnectLegacyParticipantOutcomeLegacyConnection(BaseModel):
    typename__: Literal["LegacyConnection"] = Field(alias="__typename")
    id: str
    version: int


class ConnectLegacyParticipantOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ConnectLegacyParticipantOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ConnectLegacyParticipant.model_rebuild()
