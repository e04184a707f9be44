"""What an answer says of points in its header: the names clients read today, and those of the coming standard."""

import math

from auktor.limits.bucket import SECONDS
from auktor.limits.points import Charge

NAMES = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy", "RateLimit", "Query-Cost")
_HEAD = (
    b"ratelimit-limit: %d\r\nratelimit-remaining: %d\r\nratelimit-reset: %d\r\n"
    b'ratelimit-policy: "points";q=%d;w=%d\r\nratelimit: "points";r=%d;t=%d\r\n'
)


def rate_head(charge: Charge, points: int | None = None) -> bytes:
    """The header lines after a charge (draft-ietf-httpapi-ratelimit-headers, its third form and its tenth).

    `RateLimit-Reset` is in seconds, so that clocks need not agree. `points` is what the question cost.
    """
    full = math.ceil(charge.full_in_seconds)
    limit, left = charge.limit, charge.remaining
    head = _HEAD % (limit, left, full, limit, SECONDS, left, full)
    return head if points is None else b"%bquery-cost: %d\r\n" % (head, points)


def rate_headers(charge: Charge, points: int | None = None) -> dict[str, str]:
    """The same as names and values."""
    lines = (line.partition(": ") for line in rate_head(charge, points).decode().splitlines())
    return {name: value for name, _, value in lines}
