"""What an answer says of points in its header: the names clients read today, and those of the coming standard."""

import math

from auktor.limits.bucket import SECONDS
from auktor.limits.points import Charge
from auktor.written import Line

NAMES = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy", "RateLimit", "Query-Cost")


def rate_lines(charge: Charge, points: int | None = None) -> list[Line]:
    """The header lines after a charge (draft-ietf-httpapi-ratelimit-headers, its third form and its tenth).

    `RateLimit-Reset` is in seconds, so that clocks need not agree. `points` is what the question cost.
    """
    full = math.ceil(charge.full_in_seconds)
    lines = [
        (b"ratelimit-limit", b"%d" % charge.limit),
        (b"ratelimit-remaining", b"%d" % charge.remaining),
        (b"ratelimit-reset", b"%d" % full),
        (b"ratelimit-policy", b'"points";q=%d;w=%d' % (charge.limit, SECONDS)),
        (b"ratelimit", b'"points";r=%d;t=%d' % (charge.remaining, full)),
    ]
    return lines if points is None else [*lines, (b"query-cost", b"%d" % points)]


def rate_headers(charge: Charge, points: int | None = None) -> dict[str, str]:
    """The same as text."""
    return {name.decode(): value.decode() for name, value in rate_lines(charge, points)}
