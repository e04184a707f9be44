"""How processes that listen on one socket share the connections that come at one instant.

The system wakes each of them and gives a connection to whoever asks. Who is awake first would take most of a burst
before the others are: of 32 one got up to 32, and the callers that keep their connections would be answered by that
one for as long.
"""

import time
from collections.abc import Callable

ACCEPTING = "accepting"
"""Where the state of the application holds it, in a process that is not alone."""
MOST_RESTS = 16
"""In a row, and all are given back in a tenth of a second: where the machine has too much to do a moment is long."""
_GIVEN_BACK_SECONDS = 0.1
_WAKING_SECONDS = 0.000_25
_A_MOMENT = 0.000_001  # of which the system makes some 55 µs


class Accepting:
    """This process among those of the socket. It rests a moment after a connection that closely followed another."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, rest: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._rest = rest
        self._last = clock()
        self._rests = float(MOST_RESTS)

    def accepted(self) -> None:
        """A connection has been accepted; let another process be next, if it cannot have woken since the one before."""
        since = self._clock() - self._last
        self._rests = min(self._rests + since / _GIVEN_BACK_SECONDS * MOST_RESTS, MOST_RESTS)
        if since < _WAKING_SECONDS and self._rests >= 1:
            self._rests -= 1
            self._rest(_A_MOMENT)
        self._last = self._clock()
