from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import SupplierAgreementRow


class SupplierAgreementsPage(BaseModel):
    at: "SupplierAgreementsPageAt"


class SupplierAgreementsPageAt(BaseModel):
    page: "SupplierAgreementsPageAtPage"


class SupplierAgreementsPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "SupplierAgreementsPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["SupplierAgreementsPageAtPageNodes"]


class SupplierAgreementsPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


SupplierAgreementsPageAtPageNodes = SupplierAgreementRow
SupplierAgreementsPage.model_rebuild()
SupplierAgreementsPageAt.model_rebuild()
SupplierAgreementsPageAtPage.model_rebuild()
