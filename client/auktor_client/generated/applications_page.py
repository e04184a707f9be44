from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ApplicationRow


class ApplicationsPage(BaseModel):
    page: "ApplicationsPagePage"


class ApplicationsPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ApplicationsPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["ApplicationsPagePageNodes"]


class ApplicationsPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ApplicationsPagePageNodes = ApplicationRow
ApplicationsPage.model_rebuild()
ApplicationsPagePage.model_rebuild()
