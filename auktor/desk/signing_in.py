"""Signing in at the OpenID provider: the code flow with PKCE (RFC 7636), state and nonce.

The provider's access token is what the session keeps: the desk asks the API with it, as any program would.
"""

import hashlib
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import msgspec

from auktor.auth import Door, Unauthenticated
from auktor.auth.compact import take_apart
from auktor.auth.fetching import fetch, may_be_trusted, submit, unavailable
from auktor.auth.published_keys import DISCOVERY
from auktor.auth.strict_json import Json

SIGNING_IN_SECONDS = 600
MOST_SESSION_SECONDS = 8 * 3600


class Begun(msgspec.Struct, frozen=True):
    """A sign-in under way, kept in the browser until the provider sends it back."""

    state: str
    nonce: str
    verifier: str
    back: str
    ends: float


class Session(msgspec.Struct, frozen=True):
    """Somebody signed in: the access token, until when, and the secret that this browser's forms carry."""

    token: str
    form_key: str
    ends: float


@dataclass(frozen=True, slots=True)
class Client:
    """This program as the provider knows it."""

    issuer: str
    identifier: str
    secret: str | None
    scope: str
    resource: str | None
    redirect: str


class Provider:
    """The OpenID provider at which people sign in."""

    def __init__(self, client: Client, door: Door) -> None:
        self._client = client
        self._door = door

    async def begin(self, back: str) -> tuple[str, Begun]:
        """Where to send the browser, and what it must keep; IssuerUnavailable where the provider is silent."""
        address = await self._address("authorization_endpoint")
        token = secrets.token_urlsafe
        begun = Begun(token(24), token(24), token(48), back, time.time() + SIGNING_IN_SECONDS)
        challenge = urlsafe_b64encode(hashlib.sha256(begun.verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {
            "response_type": "code",
            "client_id": self._client.identifier,
            "redirect_uri": self._client.redirect,
            "scope": self._client.scope,
            "state": begun.state,
            "nonce": begun.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            **({"resource": self._client.resource} if self._client.resource else {}),
        }
        return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", begun

    async def finish(self, begun: Begun | None, returned: Mapping[str, str]) -> Session:
        """The session for what the provider sent back; Unauthenticated where it is not the answer to what was begun."""
        if begun is None or not secrets.compare_digest(begun.state, returned.get("state", "")):
            raise Unauthenticated("The sign-in was begun in another browser, or too long ago. Sign in again.")
        if "code" not in returned:
            told = returned.get("error_description") or returned.get("error") or "no code"
            raise Unauthenticated(f"The provider did not sign you in: {told[:200]}. Sign in again.")
        given = (await submit(await self._address("token_endpoint"), self._exchange(begun, returned["code"]))).content
        await self._require_identity(given, begun)
        token = given.get("access_token")
        if not isinstance(token, str):
            raise unavailable(self._client.issuer, "its answer to the code holds no access token")
        return session(token, _seconds(given))

    def _exchange(self, begun: Begun, code: str) -> dict[str, str]:
        secret = {"client_secret": self._client.secret} if self._client.secret else {}
        resource = {"resource": self._client.resource} if self._client.resource else {}
        return {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._client.redirect,
            "client_id": self._client.identifier,
            "code_verifier": begun.verifier,
            **secret,
            **resource,
        }

    async def _require_identity(self, given: Mapping[str, Json], begun: Begun) -> None:
        """Refuse an answer whose ID token is not the provider's, for this program, and for this sign-in."""
        written = given.get("id_token")
        if not isinstance(written, str):
            raise unavailable(self._client.issuer, "its answer to the code holds no ID token; ask for the scope openid")
        identity = take_apart(written)
        await self._door.require_identity(identity, self._client.identifier)
        if identity.claims.get("nonce") != begun.nonce:
            raise Unauthenticated("The provider answered another sign-in than this one. Sign in again.")

    async def _address(self, name: str) -> str:
        configuration = (await fetch(self._client.issuer + DISCOVERY)).content
        address = configuration.get(name)
        if not isinstance(address, str) or not may_be_trusted(address):
            raise unavailable(self._client.issuer, f"its configuration names no safe {name}")
        return address


def session(token: str, seconds: float) -> Session:
    """A new session with a token."""
    return Session(token, secrets.token_urlsafe(24), time.time() + min(seconds, MOST_SESSION_SECONDS))


def _seconds(given: Mapping[str, Json]) -> float:
    seconds = given.get("expires_in")
    return seconds if isinstance(seconds, int) and not isinstance(seconds, bool) else 300
