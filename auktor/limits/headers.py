"""What an answer says of points in its header: the names clients read today, and those of the coming standard."""

import math

from auktor.limits.bucket import SECONDS
from auktor.limits.points import Charge

NAMES = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy", "RateLimit", "Query-Cost")


def rate_headers(charge: Charge, points: int | None = None) -> dict[str, str]:
    """The headers after a charge (draft-ietf-httpapi-ratelimit-headers, its third form and its tenth).

    `RateLimit-Reset` is in seconds, so that clocks need not agree. `points` is what the question cost.
    """
    full = math.ceil(charge.full_in_seconds)
    cost = {} if points is None else {"query-cost": str(points)}
    return cost | {
        "ratelimit-limit": str(charge.limit),
        "ratelimit-remaining": str(charge.remaining),
        "ratelimit-reset": str(full),
        "ratelimit-policy": f'"points";q={charge.limit};w={SECONDS:g}',
        "ratelimit": f'"points";r={charge.remaining};t={full}',
    }
