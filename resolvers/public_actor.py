"""Public actors."""

from auktor.core.moment import Moment
from db.models import PublicActor
from db.select import identity
from resolvers.batch import Batch, Value


def public_actors(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every public actor the register knows."""
    return Batch(PublicActor)


def actor_with_key(at: Moment, key: Value) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """The public actor with a key."""
    return Batch(PublicActor, (identity(PublicActor).c.key == key,))
