from datetime import date, datetime

from pydantic import Field

from .base_model import BaseModel


class EditionPublished(BaseModel):
    edition_published: "EditionPublishedEditionPublished" = Field(
        alias="editionPublished"
    )


class EditionPublishedEditionPublished(BaseModel):
    number: int
    as_of: date = Field(alias="asOf")
    issued: datetime
    next_update: datetime = Field(alias="nextUpdate")
    revision: int
    manifest_sha_256: str = Field(alias="manifestSha256")


EditionPublished.model_rebuild()
