"""Applications, decisions on them, and the court cases about those."""

from auktor.core.moment import Moment
from db.models import Application, Decision, RectificationCase
from resolvers.batch import Batch, Keys, children


def applications(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every application the register knows."""
    return Batch(Application)


def decisions(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every decision the register knows."""
    return Batch(Decision)


def rectification_cases(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every court case the register knows."""
    return Batch(RectificationCase)


def decisions_on_application(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Decisions on each application, by day."""
    return children(Decision, "application_id", parents)


def cases_about_decision(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Court cases about each decision, by day."""
    return children(RectificationCase, "decision_id", parents)
