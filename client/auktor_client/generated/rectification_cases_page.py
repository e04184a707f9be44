from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import RectificationCaseRow


class RectificationCasesPage(BaseModel):
    page: "RectificationCasesPagePage"


class RectificationCasesPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "RectificationCasesPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["RectificationCasesPagePageNodes"]


class RectificationCasesPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


RectificationCasesPagePageNodes = RectificationCaseRow
RectificationCasesPage.model_rebuild()
RectificationCasesPagePage.model_rebuild()
