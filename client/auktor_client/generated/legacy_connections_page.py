from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LegacyConnectionRow


class LegacyConnectionsPage(BaseModel):
    at: "LegacyConnectionsPageAt"


class LegacyConnectionsPageAt(BaseModel):
    page: "LegacyConnectionsPageAtPage"


class LegacyConnectionsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "LegacyConnectionsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["LegacyConnectionsPageAtPageNodes"]


class LegacyConnectionsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


LegacyConnectionsPageAtPageNodes = LegacyConnectionRow
LegacyConnectionsPage.model_rebuild()
LegacyConnectionsPageAt.model_rebuild()
LegacyConnectionsPageAtPage.model_rebuild()
