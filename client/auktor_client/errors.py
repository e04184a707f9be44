"""What can go wrong when the register is asked: one tree, so that one `except` is enough.

| error | means | what to do |
|---|---|---|
| `Unreachable` | no answer came | look at the address and the network; reads have been tried again already |
| `RateLimited` | the points of the minute are used up | wait `retry_after` seconds, or ask with a token |
| `Unavailable` | the register is there and cannot answer now | try again later |
| `Refused` | the question was refused; `code` says why and `path` where | mend the question |
| `NotAnAnswer` | what came is no answer of a register | look at the address, and at proxies between |
"""

from collections.abc import Mapping, Sequence
from typing import Any


class AuktorClientError(Exception):
    """Anything the client raises of its own."""


class Unreachable(AuktorClientError):
    """No answer came: no connection, or none in time."""


class NotAnAnswer(AuktorClientError):
    """Something else than an answer of GraphQL came."""

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message)
        self.status = status


class Refused(AuktorClientError):
    """The register refused the question, or a part of it.

    `code` and `path` are those of the first error; `errors` are all of them as they came, `data` what was answered
    beside them.
    """

    def __init__(
        self, errors: Sequence[Mapping[str, Any]], *, status: int, data: Mapping[str, Any] | None = None
    ) -> None:
        first = errors[0]
        self.code = code_of(first)
        self.message = str(first.get("message", ""))
        self.path: tuple[str | int, ...] = tuple(first.get("path") or ())
        self.errors = tuple(errors)
        self.status = status
        self.data = data
        where = f" (at {'.'.join(map(str, self.path))})" if self.path else ""
        super().__init__(f"{self.code}: {self.message}{where}")


def code_of(error: Mapping[str, Any]) -> str:
    """The register's code of an error."""
    extensions: Mapping[str, Any] = error.get("extensions") or {}
    return str(extensions.get("code", "UNKNOWN"))


class RateLimited(Refused):
    """The points of the minute are used up; `retry_after` seconds from now there are new ones."""

    retry_after: float | None = None


class Unavailable(Refused):
    """The register cannot answer now; `retry_after` is its own guess in seconds, where it made one."""

    retry_after: float | None = None
