from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SupplierRow


class SuppliersPage(BaseModel):
    at: "SuppliersPageAt"


class SuppliersPageAt(BaseModel):
    page: "SuppliersPageAtPage"


class SuppliersPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "SuppliersPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["SuppliersPageAtPageNodes"]


class SuppliersPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


SuppliersPageAtPageNodes = SupplierRow
SuppliersPage.model_rebuild()
SuppliersPageAt.model_rebuild()
SuppliersPageAtPage.model_rebuild()
