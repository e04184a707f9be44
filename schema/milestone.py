"""Milestones of the introduction."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SystemCode
from db import models
from schema.fields import column, computed, one
from schema.node import RegisterObject
from schema.noun import noun
from schema.wording import in_language, perhaps_in_language

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem


@noun(models.Milestone)
class Milestone(RegisterObject):
    """A step of the introduction: planned and occurred (milstolpe)."""

    system: SystemCode | None = column(models.Milestone.system)
    planned_on: date | None = column(models.Milestone.planned_on)
    occurred_on: date | None = column(models.Milestone.occurred_on)
    title: str = computed(in_language, ["title_sv", "title_en"], "Title, in the language asked for (rubrik).")
    detail: str | None = computed(
        perhaps_in_language, ["detail_sv", "detail_en"], "What it meant, in the language asked for (beskrivning)."
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] | None = one(
        models.AuthorisationSystem, models.Milestone.system
    )
