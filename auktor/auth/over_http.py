"""What a refusal is over HTTP (RFC 6750 3.1): a status, and what tells the client to do next."""

from http import HTTPStatus

from auktor.auth.errors import RETRY_AFTER_SECONDS, Forbidden, Unauthenticated
from auktor.core.errors import Refused, Unavailable


def over_http(error: Refused | Unavailable) -> tuple[HTTPStatus, dict[str, str]]:
    """Status and headers for what `Door.viewer` raises."""
    if isinstance(error, Unauthenticated):
        return HTTPStatus.UNAUTHORIZED, _challenge("invalid_token")
    if isinstance(error, Forbidden):
        return HTTPStatus.FORBIDDEN, _challenge("insufficient_scope")
    return HTTPStatus.SERVICE_UNAVAILABLE, {"retry-after": str(RETRY_AFTER_SECONDS)}


def _challenge(error: str) -> dict[str, str]:
    return {"www-authenticate": f'Bearer realm="auktor", error="{error}"'}
