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


class UnsupportedMediaType(BadRequest):
    """A body in another form than JSON."""

    code = "UNSUPPORTED_MEDIA_TYPE"
    status = 415


class NotAcceptable(BadRequest):
    """An answer asked for in a form the register does not write."""

    code = "NOT_ACCEPTABLE"
    status = 406


class DocumentNotFound(BadRequest):
    """A document asked for by a name or a hash that nobody knows."""

    code = "DOCUMENT_NOT_FOUND"
    status = 404


class HashMismatch(BadRequest):
    """A text sent with the hash of another."""

    code = "PERSISTED_QUERY_HASH_MISMATCH"


class NotOnTheSafelist(BadRequest):
    """A document that is not among those this server answers."""

    code = "NOT_ON_THE_SAFELIST"
    status = 403


class ForeignOrigin(BadRequest):
    """A change that a page of another origin asks for."""

    code = "FOREIGN_ORIGIN"
    status = 403


class MethodNotAllowed(BadRequest):
    """A method that this address does not know."""

    code = "METHOD_NOT_ALLOWED"
    status = 405
