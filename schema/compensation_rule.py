"""Compensation rules."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import FeeItem, SystemCode, VatTreatment
from db import models
from schema.fields import column, one
from schema.node import RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.requirements_version import RequirementsVersion


@noun(models.CompensationRule)
class CompensationRule(RegisterObject):
    """What the authority pays suppliers for one item (ersättningsregel)."""

    system: SystemCode = column(models.CompensationRule.system)
    item: FeeItem = column(models.CompensationRule.item)
    amount_sek: Decimal | None = column(models.CompensationRule.amount_sek)
    vat: VatTreatment = column(models.CompensationRule.vat)
    in_force_from: date = column(models.CompensationRule.in_force_from)
    ends_on: date | None = column(models.CompensationRule.ends_on)
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.CompensationRule.system
    )
    terms: Annotated["RequirementsVersion", strawberry.lazy("schema.requirements_version")] | None = one(
        models.RequirementsVersion, models.CompensationRule.requirements_version_id
    )
