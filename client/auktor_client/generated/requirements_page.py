from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import RequirementsVersionRow


class RequirementsPage(BaseModel):
    at: "RequirementsPageAt"


class RequirementsPageAt(BaseModel):
    page: "RequirementsPageAtPage"


class RequirementsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "RequirementsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["RequirementsPageAtPageNodes"]


class RequirementsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


RequirementsPageAtPageNodes = RequirementsVersionRow
RequirementsPage.model_rebuild()
RequirementsPageAt.model_rebuild()
RequirementsPageAtPage.model_rebuild()
