from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class EndExemption(BaseModel):
    outcome: Union[
        "EndExemptionOutcomeExemption",
        "EndExemptionOutcomeDeedRefused",
        "EndExemptionOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class EndExemptionOutcomeExemption(BaseModel):
    typename__: Literal["Exemption"] = Field(alias="__typename")
    id: str
    version: int


class EndExemptionOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class EndExemptionOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


EndExemption.model_rebuild()
