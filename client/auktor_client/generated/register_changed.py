from datetime import datetime

from pydantic import Field

from .base_model import BaseModel
from .enums import ChangeKind


class RegisterChanged(BaseModel):
    register_changed: "RegisterChangedRegisterChanged" = Field(alias="registerChanged")


class RegisterChangedRegisterChanged(BaseModel):
    sequence: int
    revision: int
    recorded_at: datetime = Field(alias="recordedAt")
    kind: str
    key: str
    change: ChangeKind


RegisterChanged.model_rebuild()
