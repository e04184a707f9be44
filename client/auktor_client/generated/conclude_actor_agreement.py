from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ConcludeActorAgreement(BaseModel):
    outcome: Union[
        "ConcludeActorAgreementOutcomeActorAgreement",
        "ConcludeActorAgreementOutcomeDeedRefused",
        "ConcludeActorAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ConcludeActorAgreementOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class ConcludeActorAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ConcludeActorAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ConcludeActorAgreement.model_rebuild()
