"""Milestones of the introduction."""

from auktor.core.moment import Moment
from db.models import Milestone
from resolvers.batch import Batch


def milestones(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every milestone the register knows."""
    return Batch(Milestone)
