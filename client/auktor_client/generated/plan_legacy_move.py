from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PlanLegacyMove(BaseModel):
    outcome: Union[
        "PlanLegacyMoveOutcomeLegacyConnection",
        "PlanLegacyMoveOutcomeDeedRefused",
        "PlanLegacyMoveOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PlanLegacyMoveOutcomeLegacyConnection(BaseModel):
    typename__: Literal["LegacyConnection"] = Field(alias="__typename")
    id: str
    version: int


class PlanLegacyMoveOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PlanLegacyMoveOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PlanLegacyMove.model_rebuild()
