from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ReviewRow


class ReviewsPage(BaseModel):
    page: "ReviewsPagePage"


class ReviewsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ReviewsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["ReviewsPagePageNodes"]


class ReviewsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ReviewsPagePageNodes = ReviewRow
ReviewsPage.model_rebuild()
ReviewsPagePage.model_rebuild()
