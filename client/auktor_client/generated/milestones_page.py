from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import MilestoneRow


class MilestonesPage(BaseModel):
    at: "MilestonesPageAt"


class MilestonesPageAt(BaseModel):
    page: "MilestonesPageAtPage"


class MilestonesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "MilestonesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["MilestonesPageAtPageNodes"]


class MilestonesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


MilestonesPageAtPageNodes = MilestoneRow
MilestonesPage.model_rebuild()
MilestonesPageAt.model_rebuild()
MilestonesPageAtPage.model_rebuild()
