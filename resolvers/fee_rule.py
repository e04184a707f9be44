"""Fee rules and their tiers."""

from auktor.core.moment import Moment
from db.models import FeeRule, FeeTier
from resolvers.batch import Batch, Keys, children


def fee_rules(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every fee rule the register knows."""
    return Batch(FeeRule)


def rules_of_regulation(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Fee rules each regulation sets."""
    return children(FeeRule, "regulation_id", parents)


def tiers_of(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Tiers of each fee rule, from the first quantity."""
    return children(FeeTier, "fee_rule_id", parents)
