"""Who is asking: nothing for a reader, a token, or something that gives one when it is called."""

import threading
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import httpx

from auktor_client.errors import AuktorClientError

Token: TypeAlias = str | Callable[[], str] | None
AsyncToken: TypeAlias = Token | Callable[[], Awaitable[str]]

_EARLY_SECONDS = 30.0
_SECONDS_UNSAID = 60.0


class NoToken(AuktorClientError):
    """The issuer gave no token."""


class ClientCredentials:
    """A token by the client credentials grant of OAuth 2 (RFC 6749, 4.4), fetched when first asked for and kept.

    A new one is fetched half a minute before the old one ends.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        scope: str | None = None,
        audience: str | None = None,
    ) -> None:
        self._token_url = token_url
        self._secret = (client_id, client_secret)
        self._form = {"grant_type": "client_credentials"}
        self._form |= {"scope": scope} if scope else {}
        self._form |= {"audience": audience} if audience else {}
        self._lock = threading.Lock()
        self._token = ""
        self._until = 0.0

    def __call__(self) -> str:
        """A token that holds for at least a moment longer."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._fetch()
            return self._token

    def _fetch(self) -> None:
        asked = time.monotonic()
        try:
            response = httpx.post(self._token_url, data=self._form, auth=self._secret, timeout=10)
            given = response.raise_for_status().json()
            self._token = str(given["access_token"])
            lasts = float(given.get("expires_in", _SECONDS_UNSAID))
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            message = f"{self._token_url} gave no token: {error!r}. Look at the client id, its secret and the scope."
            raise NoToken(message) from error
        self._until = asked + max(lasts - _EARLY_SECONDS, 0.0)
