from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PreparationRow


class PreparationsPage(BaseModel):
    page: "PreparationsPagePage"


class PreparationsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "PreparationsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["PreparationsPagePageNodes"]


class PreparationsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


PreparationsPagePageNodes = PreparationRow
PreparationsPage.model_rebuild()
PreparationsPagePage.model_rebuild()
