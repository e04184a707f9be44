"""Regulations amending and repealing each other."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import RegulationEffectKind
from db import models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.regulation import Regulation


@noun(models.RegulationEffect)
class RegulationEffect(RegisterObject):
    """One regulation amending or repealing another (ändring eller upphävande)."""

    effect: RegulationEffectKind = column(models.RegulationEffect.effect)
    regulation: Annotated["Regulation", strawberry.lazy("schema.regulation")] = one(
        models.Regulation, models.RegulationEffect.regulation_id
    )
    affected: Annotated["Regulation", strawberry.lazy("schema.regulation")] = one(
        models.Regulation, models.RegulationEffect.affected_id
    )
