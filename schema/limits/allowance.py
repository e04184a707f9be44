"""What a client may still ask, after the question at hand."""

from datetime import datetime, timedelta
from typing import NamedTuple


class Allowance(NamedTuple):
    """Points a minute, the question's own cost in points and rows, the points left, and how long until all are back."""

    limit: int
    cost: int
    remaining: int
    nodes: int
    now: datetime
    full_in_seconds: float

    @property
    def reset_at(self) -> datetime:
        """When all points will have been given back."""
        return self.now + timedelta(seconds=self.full_in_seconds)
