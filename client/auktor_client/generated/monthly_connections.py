from datetime import date

from .base_model import BaseModel
from .enums import ProvenanceKind, PublicActorCategory, SystemCode


class MonthlyConnections(BaseModel):
    at: "MonthlyConnectionsAt"


class MonthlyConnectionsAt(BaseModel):
    statistics: "MonthlyConnectionsAtStatistics"


class MonthlyConnectionsAtStatistics(BaseModel):
    connections: list["MonthlyConnectionsAtStatisticsConnections"]


class MonthlyConnectionsAtStatisticsConnections(BaseModel):
    month: date
    system: SystemCode
    category: PublicActorCategory
    provenance: ProvenanceKind
    actors: int


MonthlyConnections.model_rebuild()
MonthlyConnectionsAt.model_rebuild()
MonthlyConnectionsAtStatistics.model_rebuild()
