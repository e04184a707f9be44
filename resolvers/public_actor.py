"""Public actors."""

from auktor.core.moment import Moment
from db.models import PublicActor
from resolvers.batch import Batch


def public_actors(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every public actor the register knows."""
    return Batch(PublicActor)
