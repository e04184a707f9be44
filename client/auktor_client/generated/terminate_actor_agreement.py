from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class TerminateActorAgreement(BaseModel):
    outcome: Union[
        "TerminateActorAgreementOutcomeActorAgreement",
        "TerminateActorAgreementOutcomeDeedRefused",
        "TerminateActorAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class TerminateActorAgreementOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class TerminateActorAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class TerminateActorAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


TerminateActorAgreement.model_rebuild()
