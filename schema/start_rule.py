"""When a public actor that signs may start."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.periods import Period
from auktor.core.starts import StartRule as Start
from auktor.core.starts import earliest_start
from auktor.core.vocabulary import SystemCode
from db import models
from schema.fields import column, computed, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem


ACT_IN_FORCE = date(2024, 1, 1)
"""Nobody signed before the act was in force."""


def start_when_signed(
    signed_from: date | None,
    signed_to: date | None,
    earliest: date,
    signed_on: Annotated[date, strawberry.argument(description="Day of signing (undertecknat).")],
) -> date | None:
    """The first day of the service under an agreement signed on a day; None where the rule is not for that day."""
    window = Period(signed_from or ACT_IN_FORCE, signed_to)
    return earliest_start(signed_on, [Start(window, earliest)]) if window.contains(signed_on) else None


@noun(models.StartRule)
class StartRule(RegisterObject):
    """When a public actor that signs within a window of days may start (regel om tjänstestart)."""

    system: SystemCode = column(models.StartRule.system)
    signed_from: date | None = column(models.StartRule.signed_from)
    signed_to: date | None = column(models.StartRule.signed_to)
    earliest_start: date = column(models.StartRule.earliest_start)
    first_of_month: bool = column(models.StartRule.first_of_month)
    start: date | None = computed(
        start_when_signed,
        ["signed_from", "signed_to", "earliest_start"],
        "First day of the service under an agreement signed on a day; null where the rule is not for that day.",
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.StartRule.system
    )
