from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class GrantExemption(BaseModel):
    outcome: Union[
        "GrantExemptionOutcomeExemption",
        "GrantExemptionOutcomeDeedRefused",
        "GrantExemptionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class GrantExemptionOutcomeExemption(BaseModel):
    typename__: Literal["Exemption"] = Field(alias="__typename")
    id: str
    version: int


class GrantExemptionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class GrantExemptionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


GrantExemption.model_rebuild()
