from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import LegacySchemeRow


class LegacySchemesPage(BaseModel):
    at: "LegacySchemesPageAt"


class LegacySchemesPageAt(BaseModel):
    page: "LegacySchemesPageAtPage"


class LegacySchemesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "LegacySchemesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["LegacySchemesPageAtPageNodes"]


class LegacySchemesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


LegacySchemesPageAtPageNodes = LegacySchemeRow
LegacySchemesPage.model_rebuild()
LegacySchemesPageAt.model_rebuild()
LegacySchemesPageAtPage.model_rebuild()
