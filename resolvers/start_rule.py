"""When public actors may start."""

from auktor.core.moment import Moment
from db.models import StartRule
from resolvers.batch import Batch


def start_rules(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every start rule the register knows."""
    return Batch(StartRule)
