"""A whole answer as it goes over the wire, at once; `auktor.long_answer` is for one that goes on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.types import Receive, Scope, Send

Line = tuple[bytes, bytes]
_AT_ONCE = "auktor.at_once"


@dataclass(slots=True)
class Written:
    """Status, header lines each with its line end, and body, whole."""

    status: int
    head: bytes
    body: bytes

    def also(self, head: bytes) -> "Written":
        """The same with more header lines."""
        return Written(self.status, self.head + head, self.body)

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it: in one go where the connection takes it so, else as ASGI has it."""
        # Taken out of the scope, for it holds the scope: only a search for garbage would free the two.
        take: Callable[[Written], bool] | None = scope.pop(_AT_ONCE, None)
        if take is None or not take(self):
            await send({"type": "http.response.start", "status": self.status, "headers": _lines_of(self.head)})
            await send({"type": "http.response.body", "body": self.body})


def at_once(scope: Scope, take: Callable[[Written], bool]) -> None:
    """Have an answer to the request given to `take`, past all that would change it; False sends it as ASGI has it."""
    scope[_AT_ONCE] = take


def head_of(lines: Sequence[Line]) -> bytes:
    """Header lines as they go over the wire."""
    return b"".join([b"%b: %b\r\n" % line for line in lines]) if lines else b""


def raw(headers: Mapping[str, str]) -> list[Line]:
    """Header lines in bytes."""
    return [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]


def _lines_of(head: bytes) -> list[Line]:
    pairs = (line.partition(b": ") for line in head.split(b"\r\n") if line)
    return [(name, value) for name, _, value in pairs]
