from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import (
    ActorAgreementRow,
    ExemptionRow,
    PublicActorRow,
    PublicActorRowProvenance,  # noqa: F401
)


class GetPublicActor(BaseModel):
    at: "GetPublicActorAt"


class GetPublicActorAt(BaseModel):
    public_actor: Optional["GetPublicActorAtPublicActor"] = Field(alias="publicActor")


class GetPublicActorAtPublicActor(PublicActorRow):
    agreements: "GetPublicActorAtPublicActorAgreements"
    exemptions: "GetPublicActorAtPublicActorExemptions"


class GetPublicActorAtPublicActorAgreements(BaseModel):
    nodes: list["GetPublicActorAtPublicActorAgreementsNodes"]


GetPublicActorAtPublicActorAgreementsNodes = ActorAgreementRow


class GetPublicActorAtPublicActorExemptions(BaseModel):
    nodes: list["GetPublicActorAtPublicActorExemptionsNodes"]


GetPublicActorAtPublicActorExemptionsNodes = ExemptionRow
GetPublicActor.model_rebuild()
GetPublicActorAt.model_rebuild()
GetPublicActorAtPublicActor.model_rebuild()
GetPublicActorAtPublicActorAgreements.model_rebuild()
GetPublicActorAtPublicActorExemptions.model_rebuild()
