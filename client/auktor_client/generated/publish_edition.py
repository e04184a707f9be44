from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class PublishEdition(BaseModel):
    outcome: Union[
        "PublishEditionOutcomeEditionPublished",
        "PublishEditionOutcomeDeedRefused",
        "PublishEditionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class PublishEditionOutcomeEditionPublished(BaseModel):
    typename__: Literal["EditionPublished"] = Field(alias="__typename")
    is_new: bool = Field(alias="isNew")
    edition: "PublishEditionOutcomeEditionPublishedEdition"


class PublishEditionOutcomeEditionPublishedEdition(BaseModel):
    number: int


class PublishEditionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class PublishEditionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


PublishEdition.model_rebuild()
PublishEditionOutcomeEditionPublished.model_rebuild()
