"""Answers that a client may keep: strong ETags, and 304 where it already has what it asks for."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response


def holds_already(request: Request, etag: str) -> bool:
    """Whether `If-None-Match` names `etag`; a weak name counts, for the comparison is weak (RFC 9110 13.1.2)."""
    known = (each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(","))
    return any(each in {etag, "*"} for each in known)


def not_modified(headers: Mapping[str, str]) -> Response:
    """The answer to one who has it already: what would have been said of it, without it."""
    kept = {name: value for name, value in headers.items() if name.lower() not in {"content-type", "content-length"}}
    return Response(status_code=304, headers=kept)
