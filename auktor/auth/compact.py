"""A token as it is written: what may be read of it before its signature is verified."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auktor.auth.errors import Unauthenticated
from auktor.auth.strict_json import Json, read_object
from auktor.core.errors import shown

MOST_CHARACTERS = 16_384
_MOST_KID_CHARACTERS = 256
_PART = re.compile(r"[A-Za-z0-9_-]+")
_TYPES = frozenset({"at+jwt", "application/at+jwt", "jwt"})

# Each would have the reader fetch or believe a key that the token itself brings, or read the payload otherwise.
_REFUSED_HEADERS = ("jku", "jwk", "x5u", "x5c", "crit", "cty", "b64", "zip", "enc")


class Algorithm(StrEnum):
    """How a token may be signed: with a private key only, so that whoever can verify cannot sign."""

    ES256 = "ES256"
    EDDSA = "EdDSA"
    RS256 = "RS256"


@dataclass(frozen=True, slots=True)
class Compact:
    """A token taken apart. `claims` are what it says of itself, nobody having verified it yet."""

    algorithm: Algorithm
    kid: str | None
    claims: Mapping[str, Json]
    signed: bytes
    signature: bytes


def bearer(authorization: str) -> str:
    """The token of an `Authorization` header (RFC 6750 2.1)."""
    scheme, _, token = authorization.strip().partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated("The Authorization header is not of the form `Bearer <token>`. Send an access token so.")
    return token.strip()


def take_apart(token: str) -> Compact:
    """Read a signed token of three parts; nothing of it is true before its signature is verified."""
    if len(token) > MOST_CHARACTERS:
        raise Unauthenticated(
            f"The token has {len(token):,} characters; the most is {MOST_CHARACTERS:,}. Ask for one with fewer claims."
        )
    parts = token.split(".")
    if len(parts) != 3:  # noqa: PLR2004 -- header, payload, signature
        raise Unauthenticated("The token is not three parts with points between. Send a signed JWT access token.")
    header, payload = (_object(part, name) for part, name in zip(parts, ("header", "payload"), strict=False))
    algorithm = _algorithm(header)
    _require_plain(header)
    return Compact(algorithm, _kid(header), payload, f"{parts[0]}.{parts[1]}".encode(), _bytes(parts[2], "signature"))


def _bytes(part: str, name: str) -> bytes:
    try:
        found = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) if _PART.fullmatch(part) else b""
    except ValueError:
        found = b""
    if not found or base64.urlsafe_b64encode(found).rstrip(b"=") != part.encode():
        raise Unauthenticated(f"The {name} of the token is not base64url. Send the token exactly as it was issued.")
    return found


def _object(part: str, name: str) -> dict[str, Json]:
    try:
        return read_object(_bytes(part, name))
    except (ValueError, TypeError):
        raise Unauthenticated(
            f"The {name} of the token is not one JSON object with every name once. Send the token as it was issued."
        ) from None


def _algorithm(header: Mapping[str, Json]) -> Algorithm:
    given = header.get("alg")
    try:
        return Algorithm(str(given))
    except ValueError:
        raise Unauthenticated(
            f"The token is signed with {shown(str(given))}; "
            f"accepted are {', '.join(Algorithm)}. Have the issuer sign with one of them."
        ) from None


def _require_plain(header: Mapping[str, Json]) -> None:
    for name in _REFUSED_HEADERS:
        if name in header:
            raise Unauthenticated(f"The header of the token holds {name}, which is refused. Ask for one without it.")
    kind = header.get("typ", "JWT")
    if not isinstance(kind, str) or kind.lower() not in _TYPES:
        raise Unauthenticated(f"The token is of type {shown(str(kind))}; an access token is at+jwt or JWT. Send one.")


def _kid(header: Mapping[str, Json]) -> str | None:
    kid = header.get("kid")
    if kid is None and "kid" not in header:
        return None
    if not isinstance(kid, str) or not 0 < len(kid) <= _MOST_KID_CHARACTERS:
        raise Unauthenticated(
            "The token names its key by something else than a short text. Ask the issuer for another."
        )
    return kid
