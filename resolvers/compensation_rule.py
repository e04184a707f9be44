"""What suppliers are paid."""

from auktor.core.moment import Moment
from db.models import CompensationRule
from resolvers.batch import Batch, Keys, children


def compensation_rules(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every compensation rule the register knows."""
    return Batch(CompensationRule)


def compensation_of_system(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Compensation in each system; parents are system codes."""
    return children(CompensationRule, "system", parents)
