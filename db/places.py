"""Places that a fixed number may have at a time: whoever finds none waits in line, but not for ever.

A semaphore with a timeout for each who waits sets and stops a clock each time, which costs more than the rest of the
wait. Here one clock serves the line: whoever came first is the first to have waited too long.
"""

from asyncio import Future, TimerHandle, get_running_loop
from collections import deque


class Places:
    """So many places, and who waits for one of them for `seconds` at most."""

    def __init__(self, number: int, seconds: float) -> None:
        self.free = number
        self._seconds = seconds
        self._line: deque[tuple[float, Future[None]]] = deque()
        self._clock: TimerHandle | None = None

    def take_at_once(self) -> bool:
        """Take a place, if one is free; False where one must be waited for."""
        if not self.free:
            return False
        self.free -= 1
        return True

    async def wait(self) -> None:
        """Take the place of one who gives it back; TimeoutError where nobody does in time."""
        loop = get_running_loop()
        turn: Future[None] = loop.create_future()
        until = loop.time() + self._seconds
        self._line.append((until, turn))
        if self._clock is None:
            self._clock = loop.call_at(until, self._send_away)
        try:
            await turn
        except BaseException:
            if turn.done() and not turn.cancelled() and turn.exception() is None:  # it came to one who has gone
                self.give_back()
            raise

    def give_back(self) -> None:
        """Let the first in line have the place."""
        while self._line:
            _, turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1

    def _send_away(self) -> None:
        """Tell those who have waited too long, and look again when the next will have."""
        loop = get_running_loop()
        while self._line and (self._line[0][1].done() or self._line[0][0] <= loop.time()):
            _, turn = self._line.popleft()
            if not turn.done():
                turn.set_exception(TimeoutError())
        self._clock = loop.call_at(self._line[0][0], self._send_away) if self._line else None
