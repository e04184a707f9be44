"""The authorisation systems and who provides them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SystemCode, SystemStatus
from db import expressions, models
from resolvers.compensation_rule import compensation_of_system
from resolvers.requirements_version import requirements_of_system
from resolvers.supplier_agreement import agreements_of_system
from schema.fields import column, computed, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.scalars import OrganisationNumber
from schema.wording import in_language, perhaps_in_language

if TYPE_CHECKING:
    from schema.compensation_rule import CompensationRule
    from schema.requirements_version import RequirementsVersion
    from schema.supplier_agreement import SupplierAgreement


@noun(models.ProvidingAuthority)
class ProvidingAuthority(RegisterObject):
    """The authority (tillhandahållande myndighet) that approves suppliers and signs with them."""

    name: str = computed(
        perhaps_in_language, ["name", "name_en"], "Name, in the language asked for where there is one (namn)."
    )
    name_en: str | None = column(models.ProvidingAuthority.name_en)
    organisation_number: OrganisationNumber = column(models.ProvidingAuthority.organisation_number)
    seat: str | None = column(models.ProvidingAuthority.seat)
    competent_court: str | None = column(models.ProvidingAuthority.competent_court)
    website: str | None = column(models.ProvidingAuthority.website)


@noun(models.AuthorisationSystem)
class AuthorisationSystem(RegisterObject):
    """One of the two authorisation systems (auktorisationssystem)."""

    code: SystemCode = column(models.AuthorisationSystem.code)
    established_on: date | None = column(models.AuthorisationSystem.established_on)
    operation_from: date | None = column(models.AuthorisationSystem.operation_from)
    closed_on: date | None = column(models.AuthorisationSystem.closed_on)
    decision_time_days: int | None = column(models.AuthorisationSystem.decision_time_days)
    website: str | None = column(models.AuthorisationSystem.website)
    name: str = computed(in_language, ["name_sv", "name_en"], "Name, in the language asked for (namn).")
    status: SystemStatus = column(expressions.authorisation_system_status)
    authority: ProvidingAuthority = one(models.ProvidingAuthority, models.AuthorisationSystem.authority_id)
    requirements: Connection[Annotated["RequirementsVersion", strawberry.lazy("schema.requirements_version")]] = page(
        requirements_of_system,
        models.RequirementsVersion,
        "Its requirements, terms and technical rules (krav och villkor).",
        by="code",
    )
    supplier_agreements: Connection[Annotated["SupplierAgreement", strawberry.lazy("schema.supplier_agreement")]] = (
        page(
            agreements_of_system,
            models.SupplierAgreement,
            "Agreements with suppliers in the system (anslutningsavtal).",
            by="code",
        )
    )
    compensation_rules: Connection[Annotated["CompensationRule", strawberry.lazy("schema.compensation_rule")]] = page(
        compensation_of_system, models.CompensationRule, "What suppliers are paid (ersättning).", by="code"
    )
