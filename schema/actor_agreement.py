"""Agreements with public actors."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import AgreementStatus, EndGround, LegacySchemeCode, SystemCode
from db import expressions, models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.public_actor import PublicActor
    from schema.requirements_version import RequirementsVersion


@noun(models.ActorAgreement)
class ActorAgreement(RegisterObject):
    """The agreement under which a public actor uses a system (avtal med offentlig aktör)."""

    system: SystemCode = column(models.ActorAgreement.system)
    agreement_number: str | None = column(models.ActorAgreement.agreement_number)
    signed_by_actor_on: date | None = column(models.ActorAgreement.signed_by_actor_on)
    signed_on: date | None = column(models.ActorAgreement.signed_on)
    in_force_from: date = column(models.ActorAgreement.in_force_from)
    notice_given_on: date | None = column(models.ActorAgreement.notice_given_on)
    ends_on: date | None = column(models.ActorAgreement.ends_on)
    end_ground: EndGround | None = column(models.ActorAgreement.end_ground)
    previous_scheme: LegacySchemeCode | None = column(models.ActorAgreement.previous_scheme)
    status: AgreementStatus = column(expressions.actor_agreement_status)
    actor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] = one(
        models.PublicActor, models.ActorAgreement.actor_id
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.ActorAgreement.system
    )
    terms: Annotated["RequirementsVersion", strawberry.lazy("schema.requirements_version")] | None = one(
        models.RequirementsVersion, models.ActorAgreement.requirements_version_id
    )
