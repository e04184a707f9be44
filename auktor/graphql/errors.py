"""What a request may be refused for before its question is looked at: each with its HTTP status."""

from typing import ClassVar

from auktor.core.errors import WrongUsage


class BadRequest(WrongUsage):
    """A request that does not hold a question."""

    code = "BAD_REQUEST"
    status: ClassVar[int] = 400


class BodyTooLarge(BadRequest):
    """A body larger than any question."""

    code = "BODY_TOO_LARGE"
    status = 413


class BodyTooSlow(BadRequest):
    """A body that does not come to its end."""

    code = "BODY_TOO_SLOW"
    status = 408


class UnsupportedMediaType(BadRequest):
    """A body in another form than JSON."""

    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415


class NotAcceptable(BadRequest):
    """An answer asked for in a form the register does not write."""

    code = "NOT_ACCEPTABLE"
    status = 406
