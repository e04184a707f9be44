"""What pages of other origins may do: ask whatever they like, and change something only where their origin is trusted.

No cookie opens this API, so a page can send nothing in its reader's name that it was not given. That changes come from
known origins alone is a second lock on the same door.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.requests import Request

from auktor.core.errors import shown
from auktor.graphql.errors import ForeignOrigin
from auktor.limits import NAMES

METHODS = ("GET", "HEAD", "POST", "QUERY", "OPTIONS")
_OF_STREAMS = ("PUT", "DELETE")
REVISION = "Register-Revision"
UNCONFIRMED = "Register-Unconfirmed-Since"
_ONE_DAY_SECONDS = 86_400
EVERY_ANSWER = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": ", ".join(
        ("ETag", "Link", "Retry-After", "WWW-Authenticate", REVISION, UNCONFIRMED, *NAMES)
    ),
}
# `*` is any header but Authorization to the browsers of today; those that know it not are told the usual ones.
PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": ", ".join((*METHODS, *_OF_STREAMS)),
    "access-control-allow-headers": (
        "authorization, content-type, accept, accept-language, if-none-match, prefer, x-request-id, last-event-id, "
        "x-graphql-event-stream-token, register-revision, *"
    ),
    "access-control-max-age": str(_ONE_DAY_SECONDS),
    "vary": "access-control-request-method, access-control-request-headers",
}


def require_known_origin(request: Request, trusted: Collection[str]) -> None:
    """Refuse what a page of another origin sends; what no page sends has no origin and is let through."""
    origin = request.headers.get("origin")
    if origin is None or origin in trusted or urlsplit(origin).netloc == request.headers.get("host", ""):
        return
    raise ForeignOrigin(
        f"A page of {shown(origin)} asks to change the register. Ask from the register's own pages, or have "
        "AUKTOR_TRUSTED_ORIGINS name the origin."
    )
