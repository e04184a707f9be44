"""The authorisation systems."""

from auktor.core.moment import Moment
from db.models import AuthorisationSystem
from db.select import identity
from resolvers.batch import Batch, Value


def authorisation_systems(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every authorisation system the register knows."""
    return Batch(AuthorisationSystem)


def system_with_key(at: Moment, key: Value) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """The authorisation system with a key, which is its code."""
    return Batch(AuthorisationSystem, (identity(AuthorisationSystem).c.key == key,))
