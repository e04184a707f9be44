"""Regulations: what the fees and requirements rest on."""

from auktor.core.moment import Moment
from db.expressions import table
from db.models import Regulation, RegulationEffect
from resolvers.batch import Batch, Keys, Value, children


def regulations(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every regulation the register knows."""
    return Batch(Regulation)


def effects_of(regulations: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """What each regulation does to others."""
    return children(RegulationEffect, "regulation_id", regulations)


def effects_on(regulations: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """What others do to each regulation."""
    return children(RegulationEffect, "affected_id", regulations)


def regulation_with_designation(at: Moment, series: Value, year: Value, number: Value) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """The regulation with a designation, as SFS 2023:704."""
    column = table(Regulation).c
    return Batch(Regulation, (column.series == series, column.year == year, column.number == number))
