from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PreparePublication(BaseModel):
    outcome: Union[
        "PreparePublicationOutcomePreparation",
        "PreparePublicationOutcomeDeedRefused",
        "PreparePublicationOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PreparePublicationOutcomePreparation(BaseModel):
    typename__: Literal["Preparation"] = Field(alias="__typename")
    id: str


class PreparePublicationOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PreparePublicationOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PreparePublication.model_rebuild()
