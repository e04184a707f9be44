"""Obligation rules."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SystemCode
from db import models
from schema.fields import column, computed, one
from schema.node import RegisterObject
from schema.noun import noun
from schema.wording import in_language

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem


@noun(models.ObligationRule)
class ObligationRule(RegisterObject):
    """A provision that obliges some public actors (skyldighetsregel)."""

    system: SystemCode = column(models.ObligationRule.system)
    proposed: bool = column(models.ObligationRule.proposed)
    in_force_from: date = column(models.ObligationRule.in_force_from)
    ends_on: date | None = column(models.ObligationRule.ends_on)
    title: str = computed(in_language, ["title_sv", "title_en"], "The rule in words (regel).")
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.ObligationRule.system
    )
