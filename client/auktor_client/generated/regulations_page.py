from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import RegulationRow


class RegulationsPage(BaseModel):
    at: "RegulationsPageAt"


class RegulationsPageAt(BaseModel):
    page: "RegulationsPageAtPage"


class RegulationsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "RegulationsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["RegulationsPageAtPageNodes"]


class RegulationsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


RegulationsPageAtPageNodes = RegulationRow
RegulationsPage.model_rebuild()
RegulationsPageAt.model_rebuild()
RegulationsPageAtPage.model_rebuild()
