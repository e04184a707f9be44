"""Fee rules and their tiers."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import (
    FeeCalculation,
    FeeDimension,
    FeeItem,
    FeeUnit,
    LegacySchemeCode,
    PublicActorCategory,
    SystemCode,
    VatTreatment,
)
from db import models
from resolvers.fee_rule import tiers_of
from schema.fields import column, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.scalars import Count

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.regulation import Regulation


@noun(models.FeeTier)
class FeeTier(RegisterObject):
    """One step of a fee rule (avgiftssteg)."""

    from_quantity: Count = column(models.FeeTier.from_quantity)
    to_quantity: Count | None = column(models.FeeTier.to_quantity)
    amount_sek: Decimal = column(models.FeeTier.amount_sek)
    fee_rule: Annotated["FeeRule", strawberry.lazy("schema.fee_rule")] = one(models.FeeRule, models.FeeTier.fee_rule_id)


@noun(models.FeeRule)
class FeeRule(RegisterObject):
    """What public actors pay for one item in one system (avgiftsregel)."""

    system: SystemCode = column(models.FeeRule.system)
    legacy_scheme: LegacySchemeCode | None = column(models.FeeRule.legacy_scheme)
    paragraph: str | None = column(models.FeeRule.paragraph)
    item: FeeItem = column(models.FeeRule.item)
    unit: FeeUnit = column(models.FeeRule.unit)
    actor_category: PublicActorCategory | None = column(models.FeeRule.actor_category)
    vat: VatTreatment = column(models.FeeRule.vat)
    dimension: FeeDimension = column(models.FeeRule.dimension)
    calculation: FeeCalculation = column(models.FeeRule.calculation)
    rounding: str = column(models.FeeRule.rounding)
    in_force_from: date = column(models.FeeRule.in_force_from)
    ends_on: date | None = column(models.FeeRule.ends_on)
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.FeeRule.system
    )
    regulation: Annotated["Regulation", strawberry.lazy("schema.regulation")] | None = one(
        models.Regulation, models.FeeRule.regulation_id
    )
    tiers: Connection[FeeTier] = page(tiers_of, models.FeeTier, "Its steps (avgiftssteg), from the first quantity.")
