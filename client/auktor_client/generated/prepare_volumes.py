from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PrepareVolumes(BaseModel):
    outcome: Union[
        "PrepareVolumesOutcomePreparation",
        "PrepareVolumesOutcomeDeedRefused",
        "PrepareVolumesOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PrepareVolumesOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PrepareVolumesOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PrepareVolumesOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PrepareVolumes.model_rebuild()
