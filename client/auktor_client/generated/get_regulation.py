from typing import Optional

from .base_model import BaseModel
from .fragments import RegulationRow


class GetRegulation(BaseModel):
    at: "GetRegulationAt"


class GetRegulationAt(BaseModel):
    regulation: Optional["GetRegulationAtRegulation"]


GetRegulationAtRegulation = RegulationRow
GetRegulation.model_rebuild()
GetRegulationAt.model_rebuild()
