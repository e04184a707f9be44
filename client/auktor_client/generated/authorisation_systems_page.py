from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AuthorisationSystemRow


class AuthorisationSystemsPage(BaseModel):
    at: "AuthorisationSystemsPageAt"


class AuthorisationSystemsPageAt(BaseModel):
    page: "AuthorisationSystemsPageAtPage"


class AuthorisationSystemsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "AuthorisationSystemsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["AuthorisationSystemsPageAtPageNodes"]


class AuthorisationSystemsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


AuthorisationSystemsPageAtPageNodes = AuthorisationSystemRow
AuthorisationSystemsPage.model_rebuild()
AuthorisationSystemsPageAt.model_rebuild()
AuthorisationSystemsPageAtPage.model_rebuild()
