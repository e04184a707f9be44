"""Applications, for those the law lets see them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import ApplicationStatus, SystemCode
from db import models
from resolvers.application import decisions_on_application
from schema.fields import column, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.decision import Decision
    from schema.requirements_version import RequirementsVersion
    from schema.supplier import Supplier


@noun(models.Application)
class Application(RegisterObject):
    """A supplier's application to be approved (ansökan om anslutning); its history is its life cycle."""

    case_number: str = column(models.Application.case_number)
    system: SystemCode = column(models.Application.system)
    received_on: date = column(models.Application.received_on)
    status: ApplicationStatus = column(models.Application.status)
    services: str | None = column(models.Application.services)
    joint_applicants: str | None = column(models.Application.joint_applicants)
    supplier: Annotated["Supplier", strawberry.lazy("schema.supplier")] = one(
        models.Supplier, models.Application.supplier_id
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.Application.system
    )
    terms: Annotated["RequirementsVersion", strawberry.lazy("schema.requirements_version")] | None = one(
        models.RequirementsVersion, models.Application.requirements_version_id
    )
    decisions: Connection[Annotated["Decision", strawberry.lazy("schema.decision")]] = page(
        decisions_on_application, models.Decision, "Decisions on it (beslut), by day."
    )
