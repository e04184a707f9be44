"""Time-limited exemptions from the obligation."""

from auktor.core.moment import Moment
from db.models import Exemption
from resolvers.batch import Batch, Keys, children


def exemptions(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every exemption the register knows."""
    return Batch(Exemption)


def exemptions_of_actor(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Exemptions of each public actor, by end."""
    return children(Exemption, "actor_id", parents)
