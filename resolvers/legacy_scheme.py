"""Older schemes and who was connected to them."""

from auktor.core.moment import Moment
from db.models import LegacyConnection, LegacyScheme
from resolvers.batch import Batch, Keys, children


def legacy_schemes(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every legacy scheme the register knows."""
    return Batch(LegacyScheme)


def legacy_connections(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every connection to an older scheme the register knows."""
    return Batch(LegacyConnection)


def connections_to_scheme(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Connections to each scheme; parents are scheme codes."""
    return children(LegacyConnection, "scheme", parents)


def connections_of_actor(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Older connections of each public actor."""
    return children(LegacyConnection, "actor_id", parents)
