"""Agreements of public actors."""

from auktor.core.moment import Moment
from db.models import ActorAgreement
from resolvers.batch import Batch, Keys, children


def actor_agreements(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every actor agreement the register knows."""
    return Batch(ActorAgreement)


def agreements_of_actor(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Agreements of each public actor, by first day."""
    return children(ActorAgreement, "actor_id", parents)
