"""Who is asking: access tokens of any OpenID provider, and of the local issuer in development."""

from auktor.auth.door import Door, door_of
from auktor.auth.errors import RETRY_AFTER_SECONDS, Forbidden, IssuerUnavailable, Unauthenticated
from auktor.auth.local_issuer import local_issuer

__all__ = [
    "RETRY_AFTER_SECONDS",
    "Door",
    "Forbidden",
    "IssuerUnavailable",
    "Unauthenticated",
    "door_of",
    "local_issuer",
]
