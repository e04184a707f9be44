from datetime import date, datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class EditionsPage(BaseModel):
    page: "EditionsPagePage"


class EditionsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "EditionsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["EditionsPagePageNodes"]


class EditionsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class EditionsPagePageNodes(BaseModel):
    number: int
    as_of: date = Field(alias="asOf")
    issued: datetime
    next_update: datetime = Field(alias="nextUpdate")
    revision: int
    manifest_sha_256: str = Field(alias="manifestSha256")
    files: list["EditionsPagePageNodesFiles"]


class EditionsPagePageNodesFiles(BaseModel):
    path: str
    bytes_: int = Field(alias="bytes")
    sha_256: str = Field(alias="sha256")
    media_type: str = Field(alias="mediaType")


EditionsPage.model_rebuild()
EditionsPagePage.model_rebuild()
EditionsPagePageNodes.model_rebuild()
