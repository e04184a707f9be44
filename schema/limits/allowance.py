"""What a client may still ask, after the question at hand."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Allowance:
    """Points a minute, the question's own cost in points and rows, the points left, and when all will be back."""

    limit: int
    cost: int
    remaining: int
    reset_at: datetime
    nodes: int
