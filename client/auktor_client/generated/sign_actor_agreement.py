from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class SignActorAgreement(BaseModel):
    outcome: Union[
        "SignActorAgreementOutcomeActorAgreement",
        "SignActorAgreementOutcomeDeedRefused",
        "SignActorAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class SignActorAgreementOutcomeActorAgreement(BaseModel):
    typename__: Literal["ActorAgreement"] = Field(alias="__typename")
    id: str
    version: int


class SignActorAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class SignActorAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


SignActorAgreement.model_rebuild()
