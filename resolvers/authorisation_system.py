"""The authorisation systems."""

from auktor.core.moment import Moment
from db.models import AuthorisationSystem
from resolvers.batch import Batch


def authorisation_systems(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every authorisation system the register knows."""
    return Batch(AuthorisationSystem)
