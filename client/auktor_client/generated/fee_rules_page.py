from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import FeeRuleRow


class FeeRulesPage(BaseModel):
    at: "FeeRulesPageAt"


class FeeRulesPageAt(BaseModel):
    page: "FeeRulesPageAtPage"


class FeeRulesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "FeeRulesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["FeeRulesPageAtPageNodes"]


class FeeRulesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


FeeRulesPageAtPageNodes = FeeRuleRow
FeeRulesPage.model_rebuild()
FeeRulesPageAt.model_rebuild()
FeeRulesPageAtPage.model_rebuild()
