from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import DecisionRow


class DecisionsPage(BaseModel):
    page: "DecisionsPagePage"


class DecisionsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "DecisionsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["DecisionsPagePageNodes"]


class DecisionsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


DecisionsPagePageNodes = DecisionRow
DecisionsPage.model_rebuild()
DecisionsPagePage.model_rebuild()
