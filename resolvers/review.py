"""Follow-up of suppliers."""

from auktor.core.moment import Moment
from db.models import Review, ReviewFinding
from resolvers.batch import Batch, Keys, children


def reviews(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every review the register knows."""
    return Batch(Review)


def review_findings(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every finding the register knows."""
    return Batch(ReviewFinding)


def findings_of_review(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Findings of each review, by deadline."""
    return children(ReviewFinding, "review_id", parents)
