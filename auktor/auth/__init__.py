"""Who is asking: access tokens of any OpenID provider, and of the local issuer in development."""

from auktor.auth.door import Door, Entry, door_of
from auktor.auth.errors import Forbidden, IssuerUnavailable, Unauthenticated
from auktor.auth.local_issuer import local_issuer
from auktor.auth.over_http import over_http

__all__ = [
    "Door",
    "Entry",
    "Forbidden",
    "IssuerUnavailable",
    "Unauthenticated",
    "door_of",
    "local_issuer",
    "over_http",
]
