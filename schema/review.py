"""Follow-up of suppliers, for those the law lets see it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import FindingSeverity, ReviewOutcome
from db import models
from resolvers.review import findings_of_review
from schema.fields import column, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun

if TYPE_CHECKING:
    from schema.service import Service
    from schema.supplier import Supplier


@noun(models.Review)
class Review(RegisterObject):
    """A review of whether a supplier still meets its agreement (uppföljning av leverantör)."""

    case_number: str | None = column(models.Review.case_number)
    opened_on: date = column(models.Review.opened_on)
    closed_on: date | None = column(models.Review.closed_on)
    outcome: ReviewOutcome | None = column(models.Review.outcome)
    public_summary: str | None = column(models.Review.public_summary)
    supplier: Annotated["Supplier", strawberry.lazy("schema.supplier")] = one(
        models.Supplier, models.Review.supplier_id
    )
    service: Annotated["Service", strawberry.lazy("schema.service")] | None = one(
        models.Service, models.Review.service_id
    )
    findings: Connection[Annotated["ReviewFinding", strawberry.lazy("schema.review")]] = page(
        findings_of_review, models.ReviewFinding, "What it found (brister), by deadline."
    )


@noun(models.ReviewFinding)
class ReviewFinding(RegisterObject):
    """Something a review found that the supplier must remedy by a deadline (brist)."""

    severity: FindingSeverity = column(models.ReviewFinding.severity)
    description: str = column(models.ReviewFinding.description)
    found_on: date = column(models.ReviewFinding.found_on)
    deadline: date = column(models.ReviewFinding.deadline)
    remedied_on: date | None = column(models.ReviewFinding.remedied_on)
    public: bool = column(models.ReviewFinding.public)
    review: Review | None = one(models.Review, models.ReviewFinding.review_id)
