"""What those who answer have done by another process: they ask over a socket, and wait for the outcome over one more.

Both are forked from a parent that keeps the socket open. What is asked while nobody is there to do it waits for whoever
comes next.
"""

import pickle
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from auktor.core.errors import Unavailable

_LARGEST_BYTES = 64 * 1024


class NotCarriedOut(Unavailable):
    """The process that was asked ended before it told an outcome."""

    code = "NOT_CARRIED_OUT"


class Errand:
    """Something to do, and where its outcome is waited for."""

    def __init__(self, words: tuple[Any, ...], asker: socket.socket) -> None:
        self._words = words
        self._asker = asker

    async def do(self, deed: Callable[..., Awaitable[object]]) -> None:
        """Do it, and tell the asker what `deed` gives or raises; whoever has left is told nothing."""
        with self._asker:
            try:
                outcome = await deed(*self._words)
            except Exception as error:  # noqa: BLE001 -- it is raised where the outcome is waited for
                outcome = error
            with suppress(BrokenPipeError):
                self._asker.sendall(pickle.dumps(outcome))


class Errands:
    """The socket over which is asked; made by the parent, before it forks those who ask and those who do."""

    def __init__(self) -> None:
        self._asks, self.asked = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.asked.settimeout(0)

    def close(self) -> None:
        """Nobody asks any more."""
        self._asks.close()
        self.asked.close()

    def outcome(self, *words: object) -> Any:  # noqa: ANN401 -- whatever the deed gives
        """Have it done, and wait. Raises what the deed raised, or NotCarriedOut."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                socket.send_fds(self._asks, [pickle.dumps(words)], [theirs.fileno()])
            told = b"".join(iter(lambda: ours.recv(_LARGEST_BYTES), b""))
        if not told:
            message = "The process that publishes ended before it was done. Ask again; its log says why."
            raise NotCarriedOut(message)
        found = pickle.loads(told)  # noqa: S301 -- a child of our own parent wrote it
        if isinstance(found, Exception):
            raise found
        return found

    def next(self) -> Errand | None:
        """The one that was asked first and that nobody has taken."""
        try:
            words, (asker,), *_ = socket.recv_fds(self.asked, _LARGEST_BYTES, 1)
        except BlockingIOError:
            return None
        return Errand(pickle.loads(words), socket.socket(fileno=asker))  # noqa: S301 -- as above
