from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PublishRequirementsVersion(BaseModel):
    outcome: Union[
        "PublishRequirementsVersionOutcomeRequirementsVersion",
        "PublishRequirementsVersionOutcomeDeedRefused",
        "PublishRequirementsVersionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PublishRequirementsVersionOutcomeRequirementsVersion(BaseModel):
    typename__: Literal["RequirementsVersion"] = Field(alias="__typename")
    id: str
    version: int


class PublishRequirementsVersionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PublishRequirementsVersionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PublishRequirementsVersion.model_rebuild()
