"""Public actors."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import ObligationStatus, PublicActorCategory
from db import expressions, models
from resolvers.actor_agreement import agreements_of_actor
from resolvers.exemption import exemptions_of_actor
from resolvers.legacy_scheme import connections_of_actor
from resolvers.obligation import assessments_of_actor
from resolvers.succession import successions_from, successions_to
from schema.fields import column, computed, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.scalars import OrganisationNumber
from schema.wording import perhaps_in_language

if TYPE_CHECKING:
    from schema.actor_agreement import ActorAgreement
    from schema.exemption import Exemption
    from schema.legacy_scheme import LegacyConnection
    from schema.obligation_assessment import ObligationAssessment
    from schema.succession import Succession


@noun(models.PublicActor)
class PublicActor(RegisterObject):
    """Who may use the services (offentlig aktör, 4 §)."""

    name: str = computed(
        perhaps_in_language, ["name", "name_en"], "Name, in the language asked for where there is one (namn)."
    )
    name_en: str | None = column(models.PublicActor.name_en)
    organisation_number: OrganisationNumber | None = column(models.PublicActor.organisation_number)
    category: PublicActorCategory = column(models.PublicActor.category)
    group_name: str | None = column(models.PublicActor.group_name)
    under_government: bool | None = column(models.PublicActor.under_government)
    department: str | None = column(models.PublicActor.department)
    municipality_code: str | None = column(models.PublicActor.municipality_code)
    county_code: str | None = column(models.PublicActor.county_code)
    website: str | None = column(models.PublicActor.website)
    ended_on: date | None = column(models.PublicActor.ended_on)
    connected: bool = column(expressions.public_actor_connected)
    obligation_status: ObligationStatus = column(expressions.public_actor_obligation_status)
    agreements: Connection[Annotated["ActorAgreement", strawberry.lazy("schema.actor_agreement")]] = page(
        agreements_of_actor, models.ActorAgreement, "Its agreements (avtal)."
    )
    exemptions: Connection[Annotated["Exemption", strawberry.lazy("schema.exemption")]] = page(
        exemptions_of_actor, models.Exemption, "Its exemptions (tidsbegränsade undantag)."
    )
    legacy_connections: Connection[Annotated["LegacyConnection", strawberry.lazy("schema.legacy_scheme")]] = page(
        connections_of_actor, models.LegacyConnection, "What it was connected to before (tidigare regimer)."
    )
    assessments: Connection[Annotated["ObligationAssessment", strawberry.lazy("schema.obligation_assessment")]] = page(
        assessments_of_actor, models.ObligationAssessment, "How each obligation rule was read for it (bedömningar)."
    )
    predecessors: Connection[Annotated["Succession", strawberry.lazy("schema.succession")]] = page(
        successions_to, models.Succession, "What it followed (föregångare)."
    )
    successors: Connection[Annotated["Succession", strawberry.lazy("schema.succession")]] = page(
        successions_from, models.Succession, "What followed it (efterföljare)."
    )
