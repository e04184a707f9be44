from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ImportVolumes(BaseModel):
    outcome: Union[
        "ImportVolumesOutcomeService",
        "ImportVolumesOutcomeDeedRefused",
        "ImportVolumesOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ImportVolumesOutcomeService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    id: str
    version: int


class ImportVolumesOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ImportVolumesOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ImportVolumes.model_rebuild()
