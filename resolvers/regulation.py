"""Regulations: what the fees and requirements rest on."""

from auktor.core.moment import Moment
from db.models import Regulation, RegulationEffect
from resolvers.batch import Batch, Keys, children


def regulations(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every regulation the register knows."""
    return Batch(Regulation)


def effects_of(regulations: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """What each regulation does to others."""
    return children(RegulationEffect, "regulation_id", regulations)


def effects_on(regulations: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """What others do to each regulation."""
    return children(RegulationEffect, "affected_id", regulations)
