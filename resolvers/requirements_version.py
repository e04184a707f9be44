"""Requirements, terms and technical rules."""

from auktor.core.moment import Moment
from db.models import RequirementsVersion
from resolvers.batch import Batch, Keys, children


def requirements(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every requirements version the register knows."""
    return Batch(RequirementsVersion)


def requirements_of_system(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Requirements of each system; parents are system codes."""
    return children(RequirementsVersion, "system", parents)
