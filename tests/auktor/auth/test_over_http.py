import pytest

from auktor.auth import IssuerUnavailable, over_http
from auktor.auth.errors import BadKeyFile, NoOrganisation, NoRole, SeveralRoles, Unauthenticated, UnknownRole
from auktor.core.errors import Refused, Unavailable

INVALID = {"www-authenticate": 'Bearer realm="auktor", error="invalid_token"'}
NOT_ENOUGH = {"www-authenticate": 'Bearer realm="auktor", error="insufficient_scope"'}


@pytest.mark.parametrize(
    ("error", "status", "headers"),
    [
        (Unauthenticated, 401, INVALID),
        (NoRole, 403, NOT_ENOUGH),
        (UnknownRole, 403, NOT_ENOUGH),
        (SeveralRoles, 403, NOT_ENOUGH),
        (NoOrganisation, 403, NOT_ENOUGH),
        (IssuerUnavailable, 503, {"retry-after": "10"}),
        (BadKeyFile, 503, {"retry-after": "10"}),
    ],
)
def test_each_refusal_tells_an_http_client_what_to_do_next(
    error: type[Refused | Unavailable], status: int, headers: dict[str, str]
) -> None:
    assert over_http(error("…")) == (status, headers)
