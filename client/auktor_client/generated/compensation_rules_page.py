from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import CompensationRuleRow


class CompensationRulesPage(BaseModel):
    at: "CompensationRulesPageAt"


class CompensationRulesPageAt(BaseModel):
    page: "CompensationRulesPageAtPage"


class CompensationRulesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "CompensationRulesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["CompensationRulesPageAtPageNodes"]


class CompensationRulesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


CompensationRulesPageAtPageNodes = CompensationRuleRow
CompensationRulesPage.model_rebuild()
CompensationRulesPageAt.model_rebuild()
CompensationRulesPageAtPage.model_rebuild()
