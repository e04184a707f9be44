from datetime import datetime
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class WhoAmI(BaseModel):
    viewer: "WhoAmIViewer"
    rate_limit: Optional["WhoAmIRateLimit"] = Field(alias="rateLimit")


class WhoAmIViewer(BaseModel):
    role: str
    organisation: Optional[str]


class WhoAmIRateLimit(BaseModel):
    limit: int
    cost: int
    remaining: int
    reset_at: datetime = Field(alias="resetAt")


WhoAmI.model_rebuild()
