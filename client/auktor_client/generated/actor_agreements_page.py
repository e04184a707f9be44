from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ActorAgreementRow


class ActorAgreementsPage(BaseModel):
    at: "ActorAgreementsPageAt"


class ActorAgreementsPageAt(BaseModel):
    page: "ActorAgreementsPageAtPage"


class ActorAgreementsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ActorAgreementsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["ActorAgreementsPageAtPageNodes"]


class ActorAgreementsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ActorAgreementsPageAtPageNodes = ActorAgreementRow
ActorAgreementsPage.model_rebuild()
ActorAgreementsPageAt.model_rebuild()
ActorAgreementsPageAtPage.model_rebuild()
