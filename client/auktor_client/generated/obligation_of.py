from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import ObligationStatus
from .fragments import LegalSourceText


class ObligationOf(BaseModel):
    at: "ObligationOfAt"


class ObligationOfAt(BaseModel):
    obligation: "ObligationOfAtObligation"


class ObligationOfAtObligation(BaseModel):
    as_of: date = Field(alias="asOf")
    status: ObligationStatus
    exempt_until: Optional[date] = Field(alias="exemptUntil")
    ground: str
    condition: Optional[str]
    source: Optional["ObligationOfAtObligationSource"]


ObligationOfAtObligationSource = LegalSourceText
ObligationOf.model_rebuild()
ObligationOfAt.model_rebuild()
ObligationOfAtObligation.model_rebuild()
