from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import StartRuleRow


class StartRulesPage(BaseModel):
    at: "StartRulesPageAt"


class StartRulesPageAt(BaseModel):
    page: "StartRulesPageAtPage"


class StartRulesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "StartRulesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["StartRulesPageAtPageNodes"]


class StartRulesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


StartRulesPageAtPageNodes = StartRuleRow
StartRulesPage.model_rebuild()
StartRulesPageAt.model_rebuild()
StartRulesPageAtPage.model_rebuild()
