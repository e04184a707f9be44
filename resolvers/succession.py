"""Public actors following each other."""

from auktor.core.moment import Moment
from db.models import Succession
from resolvers.batch import Batch, Keys, children


def successions_from(actors: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """How each public actor was followed by others."""
    return children(Succession, "predecessor_id", actors)


def successions_to(actors: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """What each public actor followed."""
    return children(Succession, "successor_id", actors)
