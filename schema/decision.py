"""Decisions and the court cases about them, for those the law lets see them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import DecisionKind, RectificationOutcome, RejectionGround
from db import models
from resolvers.application import cases_about_decision
from schema.fields import column, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.application import Application
    from schema.exemption import Exemption


@noun(models.Decision)
class Decision(RegisterObject):
    """A decision on an application or an exemption (beslut)."""

    case_number: str = column(models.Decision.case_number)
    kind: DecisionKind = column(models.Decision.kind)
    decided_on: date = column(models.Decision.decided_on)
    served_on: date | None = column(models.Decision.served_on)
    final_on: date | None = column(models.Decision.final_on)
    ground: RejectionGround | None = column(models.Decision.ground)
    reasons: str | None = column(models.Decision.reasons)
    rectification_information: bool = column(models.Decision.rectification_information)
    prepared_by: str | None = column(models.Decision.prepared_by)
    decided_by: str | None = column(models.Decision.decided_by)
    application: Annotated["Application", strawberry.lazy("schema.application")] | None = one(
        models.Application, models.Decision.application_id
    )
    exemption: Annotated["Exemption", strawberry.lazy("schema.exemption")] | None = one(
        models.Exemption, models.Decision.exemption_id
    )
    rectification_cases: Connection[Annotated["RectificationCase", strawberry.lazy("schema.decision")]] = page(
        cases_about_decision, models.RectificationCase, "Court cases about it (mål om rättelse), by day."
    )


@noun(models.RectificationCase)
class RectificationCase(RegisterObject):
    """A rejected applicant's case in the administrative court (ärende om rättelse)."""

    court: str = column(models.RectificationCase.court)
    instance: str | None = column(models.RectificationCase.instance)
    case_number: str = column(models.RectificationCase.case_number)
    received_on: date = column(models.RectificationCase.received_on)
    decided_on: date | None = column(models.RectificationCase.decided_on)
    outcome: RectificationOutcome | None = column(models.RectificationCase.outcome)
    decision: Decision = one(models.Decision, models.RectificationCase.decision_id)
