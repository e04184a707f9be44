from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import MonthlyVolumeRow


class VolumesPage(BaseModel):
    at: "VolumesPageAt"


class VolumesPageAt(BaseModel):
    page: "VolumesPageAtPage"


class VolumesPageAtPage(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "VolumesPageAtPagePageInfo" = Field(alias="pageInfo")
    nodes: list["VolumesPageAtPageNodes"]


class VolumesPageAtPagePageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


VolumesPageAtPageNodes = MonthlyVolumeRow
VolumesPage.model_rebuild()
VolumesPageAt.model_rebuild()
VolumesPageAtPage.model_rebuild()
