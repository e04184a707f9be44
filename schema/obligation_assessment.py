"""How obligation rules were read for public actors."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import ObligationStatus
from db import models
from schema.fields import column, computed, one
from schema.node import RegisterObject
from schema.noun import noun
from schema.wording import in_language

if TYPE_CHECKING:
    from schema.obligation_rule import ObligationRule
    from schema.public_actor import PublicActor


@noun(models.ObligationAssessment)
class ObligationAssessment(RegisterObject):
    """How one obligation rule was read for one public actor (bedömning av skyldighet)."""

    outcome: ObligationStatus = column(models.ObligationAssessment.outcome)
    requires_e_identification: bool | None = column(models.ObligationAssessment.requires_e_identification)
    ground: str = computed(in_language, ["ground_sv", "ground_en"], "The ground in words (grund).")
    actor: Annotated["PublicActor", strawberry.lazy("schema.public_actor")] = one(
        models.PublicActor, models.ObligationAssessment.actor_id
    )
    rule: Annotated["ObligationRule", strawberry.lazy("schema.obligation_rule")] = one(
        models.ObligationRule, models.ObligationAssessment.rule_id
    )
