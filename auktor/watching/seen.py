"""What is known of the request that is being answered: the task that answers it carries it along."""

import re
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from random import getrandbits

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
NO_DOCUMENT = "none"
OTHER_DOCUMENT = "other"


class Outcome(StrEnum):
    """How a request ended. `ERRORS`: with status 200, and errors in the answer."""

    ANSWERED = "answered"
    NOT_MODIFIED = "not_modified"
    ERRORS = "errors"
    REFUSED = "refused"
    FAILED = "failed"
    GONE = "gone"


@dataclass(slots=True)
class Seen:
    """One request: the id it came with, its document, the points that cost, whether its answer has errors, its status.

    `document` is the name of a shipped document, `other` for any other question, `none` where no question was read.
    """

    given_id: str | None = None
    document: str = NO_DOCUMENT
    points: int = 0
    errors: bool = False
    status: int | None = None
    _id: str | None = None

    @property
    def request_id(self) -> str:
        """What it is known by: the id it came with where that is a plain word, else a new one."""
        if self._id is None:
            given = self.given_id
            self._id = given if given and _REQUEST_ID.fullmatch(given) else f"{getrandbits(64):016x}"
        return self._id

    @property
    def outcome(self) -> Outcome:
        """How it ended; GONE where nothing was answered, since nobody waited."""
        if self.status is None:
            return Outcome.GONE
        if self.status == 304:  # noqa: PLR2004 -- a status is best known by its number
            return Outcome.NOT_MODIFIED
        if self.status >= 500:  # noqa: PLR2004
            return Outcome.FAILED
        if self.status >= 400:  # noqa: PLR2004
            return Outcome.REFUSED
        return Outcome.ERRORS if self.errors else Outcome.ANSWERED


_seen: ContextVar[Seen | None] = ContextVar("auktor_request", default=None)


def seen_now() -> Seen | None:
    """The request that is being answered; None outside of one."""
    return _seen.get()


def noted() -> Seen:
    """The same, to note something of it; outside of a request, one that nobody asks for."""
    return _seen.get() or Seen()


def begin(given: str | None) -> Seen:
    """A request begins, which came with this `X-Request-Id`."""
    seen = Seen(given)
    _seen.set(seen)
    return seen
