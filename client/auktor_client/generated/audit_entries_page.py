from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import AuditEntryRow


class AuditEntriesPage(BaseModel):
    page: "AuditEntriesPagePage"


class AuditEntriesPagePage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "AuditEntriesPagePagePageInfo" = Field(alias="pageInfo")
    nodes: list["AuditEntriesPagePageNodes"]


class AuditEntriesPagePagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


AuditEntriesPagePageNodes = AuditEntryRow
AuditEntriesPage.model_rebuild()
AuditEntriesPagePage.model_rebuild()
