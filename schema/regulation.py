"""Regulations."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import RegulationKind, RegulationSeries, RegulationStatus, RegulationSubject
from db import expressions, models
from resolvers.fee_rule import rules_of_regulation
from resolvers.regulation import effects_of, effects_on
from schema.fields import column, computed, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.wording import designation_of

if TYPE_CHECKING:
    from schema.fee_rule import FeeRule
    from schema.regulation_effect import RegulationEffect
    from schema.requirements_version import EuNotification


@noun(models.Regulation)
class Regulation(RegisterObject):
    """A regulation, act or ordinance (föreskrift)."""

    series: RegulationSeries | None = column(models.Regulation.series)
    year: int | None = column(models.Regulation.year)
    number: int | None = column(models.Regulation.number)
    title: str = column(models.Regulation.title)
    title_en: str | None = column(models.Regulation.title_en)
    kind: RegulationKind = column(models.Regulation.kind)
    subject: RegulationSubject = column(models.Regulation.subject)
    authorisation: str | None = column(models.Regulation.authorisation)
    circulated_on: date | None = column(models.Regulation.circulated_on)
    answers_due_on: date | None = column(models.Regulation.answers_due_on)
    holds_technical_rules: bool | None = column(models.Regulation.holds_technical_rules)
    not_notified_because: str | None = column(models.Regulation.not_notified_because)
    decided_on: date | None = column(models.Regulation.decided_on)
    promulgated_on: date | None = column(models.Regulation.promulgated_on)
    in_force_from: date | None = column(models.Regulation.in_force_from)
    repealed_on: date | None = column(models.Regulation.repealed_on)
    case_number: str | None = column(models.Regulation.case_number)
    url: str | None = column(models.Regulation.url)
    status: RegulationStatus | None = column(expressions.regulation_status)
    designation: str | None = computed(
        designation_of,
        ["series", "year", "number"],
        "Designation (beteckning), as SFS 2023:704; null where no source gives it.",
    )
    eu_notification: Annotated["EuNotification", strawberry.lazy("schema.requirements_version")] | None = one(
        models.EuNotification, models.Regulation.eu_notification_id
    )
    fee_rules: Connection[Annotated["FeeRule", strawberry.lazy("schema.fee_rule")]] = page(
        rules_of_regulation, models.FeeRule, "Fee rules it sets (avgiftsregler)."
    )
    effects: Connection[Annotated["RegulationEffect", strawberry.lazy("schema.regulation_effect")]] = page(
        effects_of, models.RegulationEffect, "What it amends and repeals (ändrar, upphäver)."
    )
    affected_by: Connection[Annotated["RegulationEffect", strawberry.lazy("schema.regulation_effect")]] = page(
        effects_on, models.RegulationEffect, "What amends and repeals it (ändras av, upphävs av)."
    )
