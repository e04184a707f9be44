"""Exemptions."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import SystemCode
from db import expressions, models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.public_actor import PublicActor


@noun(models.Exemption)
class Exemption(RegisterObject):
    """A time-limited exemption from the obligation (tidsbegränsat undantag, 4 § förordning 2023:709)."""

    system: SystemCode = column(models.Exemption.system)
    case_number: str = column(models.Exemption.case_number)
    decided_on: date = column(models.Exemption.decided_on)
    exempt_from: date = column(models.Exemption.exempt_from)
    exempt_until: date = column(models.Exemption.exempt_until)
    reason: str = column(models.Exemption.reason)
    in_effect: bool = column(expressions.exemption_in_effect)
    actor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] = one(
        models.PublicActor, models.Exemption.actor_id
    )
