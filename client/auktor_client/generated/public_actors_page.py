from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PublicActorRow


class PublicActorsPage(BaseModel):
    at: "PublicActorsPageAt"


class PublicActorsPageAt(BaseModel):
    page: "PublicActorsPageAtPage"


class PublicActorsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "PublicActorsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["PublicActorsPageAtPageNodes"]


class PublicActorsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


PublicActorsPageAtPageNodes = PublicActorRow
PublicActorsPage.model_rebuild()
PublicActorsPageAt.model_rebuild()
PublicActorsPageAtPage.model_rebuild()
