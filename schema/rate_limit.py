"""What the asking client may still ask."""

from datetime import datetime

import strawberry

from schema.context import Info
from schema.record import shown


@strawberry.type(
    description="Points of whoever is asking. A point is 100 rows that may be read; they are given back evenly."
)
class RateLimit:
    """An allowance, after this question."""

    limit: int = strawberry.field(description="Points a minute.")
    cost: int = strawberry.field(description="Points this question costs.")
    remaining: int = strawberry.field(description="Points left after this question.")
    reset_at: datetime = strawberry.field(description="When all points will have been given back.")
    nodes: int = strawberry.field(description="Rows this question may read at most.")


def rate_limit_of(info: Info) -> RateLimit | None:
    """The allowance of the asking client; None where the program asks itself."""
    return shown(info.context.allowance)
