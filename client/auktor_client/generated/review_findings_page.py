from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ReviewFindingRow


class ReviewFindingsPage(BaseModel):
    page: "ReviewFindingsPagePage"


class ReviewFindingsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ReviewFindingsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["ReviewFindingsPagePageNodes"]


class ReviewFindingsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ReviewFindingsPagePageNodes = ReviewFindingRow
ReviewFindingsPage.model_rebuild()
ReviewFindingsPagePage.model_rebuild()
