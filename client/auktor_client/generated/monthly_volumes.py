from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import FeeItem, ProvenanceKind, SystemCode, VolumeStatus


class MonthlyVolumes(BaseModel):
    at: "MonthlyVolumesAt"


class MonthlyVolumesAt(BaseModel):
    statistics: "MonthlyVolumesAtStatistics"


class MonthlyVolumesAtStatistics(BaseModel):
    volumes: list["MonthlyVolumesAtStatisticsVolumes"]


class MonthlyVolumesAtStatisticsVolumes(BaseModel):
    month: date
    system: SystemCode
    service_id: str = Field(alias="serviceId")
    service_name: str = Field(alias="serviceName")
    item: FeeItem
    quantity: Optional[int]
    actors: int
    status: VolumeStatus
    provenance: ProvenanceKind


MonthlyVolumes.model_rebuild()
MonthlyVolumesAt.model_rebuild()
MonthlyVolumesAtStatistics.model_rebuild()
