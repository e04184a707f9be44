"""When a public actor that signs may start."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SystemCode
from db import models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem


@noun(models.StartRule)
class StartRule(RegisterObject):
    """When a public actor that signs within a window of days may start (regel om tjänstestart)."""

    system: SystemCode = column(models.StartRule.system)
    signed_from: date | None = column(models.StartRule.signed_from)
    signed_to: date | None = column(models.StartRule.signed_to)
    earliest_start: date = column(models.StartRule.earliest_start)
    first_of_month: bool = column(models.StartRule.first_of_month)
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.StartRule.system
    )
