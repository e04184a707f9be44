from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ExemptionRow


class ExemptionsPage(BaseModel):
    at: "ExemptionsPageAt"


class ExemptionsPageAt(BaseModel):
    page: "ExemptionsPageAtPage"


class ExemptionsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ExemptionsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["ExemptionsPageAtPageNodes"]


class ExemptionsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ExemptionsPageAtPageNodes = ExemptionRow
ExemptionsPage.model_rebuild()
ExemptionsPageAt.model_rebuild()
ExemptionsPageAtPage.model_rebuild()
