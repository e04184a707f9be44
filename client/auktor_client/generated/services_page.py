from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import ServiceRow


class ServicesPage(BaseModel):
    at: "ServicesPageAt"


class ServicesPageAt(BaseModel):
    page: "ServicesPageAtPage"


class ServicesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ServicesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["ServicesPageAtPageNodes"]


class ServicesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


ServicesPageAtPageNodes = ServiceRow
ServicesPage.model_rebuild()
ServicesPageAt.model_rebuild()
ServicesPageAtPage.model_rebuild()
