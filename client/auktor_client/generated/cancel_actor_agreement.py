from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CancelActorAgreement(BaseModel):
    outcome: Union[
        "CancelActorAgreementOutcomeActorAgreement",
        "CancelActorAgreementOutcomeDeedRefused",
        "CancelActorAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CancelActorAgreementOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CancelActorAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CancelActorAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CancelActorAgreement.model_rebuild()
