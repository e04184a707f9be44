"""When a read is asked again, and how long is waited before it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

_PASSING = frozenset({429, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Retries:
    """At most `attempts` in all; waits double from `first_wait` seconds, each shortened by chance by up to a half.

    A wait the server asks for by Retry-After is kept to, unless it is longer than `longest_wait`: then the error is
    raised at once, since the caller knows better whether to wait so long.
    """

    attempts: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0

    def wait(self, outcome: httpx.Response | httpx.TransportError, attempt: int) -> float | None:
        """Seconds to wait after the attempt with that number, from 1; None where it was the last."""
        if attempt >= self.attempts or not _may_pass(outcome):
            return None
        told = retry_after(outcome) if isinstance(outcome, httpx.Response) else None
        if told is None:
            # Not for secrecy: so that clients that failed together do not come back together.
            doubled: float = self.first_wait * 2.0 ** (attempt - 1)
            return min(doubled, self.longest_wait) * random.uniform(0.5, 1)  # noqa: S311
        return told if told <= self.longest_wait else None


NEVER = Retries(attempts=1)


def retry_after(response: httpx.Response) -> float | None:
    """The seconds of the header Retry-After, which may also name a moment; None where there is none."""
    given = response.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdecimal():
        return float(given)
    try:
        moment = parsedate_to_datetime(given)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _may_pass(outcome: httpx.Response | httpx.TransportError) -> bool:
    """Whether the same question may be answered a little later."""
    if isinstance(outcome, httpx.Response):
        return outcome.status_code in _PASSING
    return not isinstance(outcome, httpx.UnsupportedProtocol)
