from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ObligationRuleRow


class ObligationRulesPage(BaseModel):
    at: "ObligationRulesPageAt"


class ObligationRulesPageAt(BaseModel):
    page: "ObligationRulesPageAtPage"


class ObligationRulesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ObligationRulesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["ObligationRulesPageAtPageNodes"]


class ObligationRulesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ObligationRulesPageAtPageNodes = ObligationRuleRow
ObligationRulesPage.model_rebuild()
ObligationRulesPageAt.model_rebuild()
ObligationRulesPageAtPage.model_rebuild()
