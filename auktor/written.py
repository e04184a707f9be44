"""An answer as it goes over the wire."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import Receive, Scope, Send

Line = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """Status, header lines and body, whole."""

    status: int
    lines: Sequence[Line]
    body: bytes

    def also(self, lines: Sequence[Line]) -> "Written":
        """The same with more header lines."""
        return Written(self.status, [*self.lines, *lines], self.body)

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.lines})
        await send({"type": "http.response.body", "body": self.body})
