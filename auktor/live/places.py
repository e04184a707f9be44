"""How many connections may stand open: each costs memory for as long as its client likes."""

from collections import Counter
from typing import ClassVar

from auktor.core.errors import Unavailable


class TooManyConnections(Unavailable):
    """Every place is taken."""

    code = "TOO_MANY_CONNECTIONS"
    status: ClassVar[int] = 503


class TooManyOfYours(TooManyConnections):
    """The client itself has as many as it may."""

    code = "TOO_MANY_CONNECTIONS_OF_YOURS"
    status = 429


class Places:
    """The open connections of this process, and of each client."""

    def __init__(self, most: int, most_a_client: int) -> None:
        self._most = most
        self._most_a_client = most_a_client
        self._taken: Counter[bytes] = Counter()

    @property
    def taken(self) -> int:
        """How many there are."""
        return self._taken.total()

    def take(self, client: bytes) -> None:
        """Take a place for a client; TooManyConnections where there is none."""
        if self._taken[client] >= self._most_a_client:
            raise TooManyOfYours(
                f"You have {self._most_a_client} connections open, the most one client may have. Close one, or ask "
                "several subscriptions over one WebSocket."
            )
        if self.taken >= self._most:
            raise TooManyConnections("Every connection that this server keeps open is taken. Come back in a while.")
        self._taken[client] += 1

    def give_back(self, client: bytes) -> None:
        """Let another have the place."""
        self._taken[client] -= 1
        if not self._taken[client]:
            del self._taken[client]
