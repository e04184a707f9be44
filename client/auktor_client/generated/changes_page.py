from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import ChangeKind


class ChangesPage(BaseModel):
    page: "ChangesPagePage"


class ChangesPagePage(BaseModel):
    page_info: "ChangesPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["ChangesPagePageNodes"]


class ChangesPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class ChangesPagePageNodes(BaseModel):
    sequence: int
    revision: int
    recorded_at: datetime = Field(alias="recordedAt")
    kind: str
    key: str
    change: ChangeKind


ChangesPage.model_rebuild()
ChangesPagePage.model_rebuild()
