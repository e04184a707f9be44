"""What obliges public actors: rules, how they were read, and exemptions."""

from auktor.core.moment import Moment
from db.models import ObligationAssessment, ObligationRule
from resolvers.batch import Batch, Keys, children


def obligation_rules(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every obligation rule the register knows, proposed ones too."""
    return Batch(ObligationRule)


def assessments_of_actor(actors: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """How each rule was read for each public actor."""
    return children(ObligationAssessment, "actor_id", actors)
