"""Regulations: what the fees and requirements rest on."""

from auktor.core.moment import Moment
from db.models import Regulation
from resolvers.batch import Batch


def regulations(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every regulation the register knows."""
    return Batch(Regulation)
