"""The keys an OpenID provider publishes: found by discovery, kept for a while, asked for again before they grow old.

| age of the keys | what happens |
|---|---|
| under 30 s | used as they are |
| 30 to 50 s | used, while newer ones are asked for |
| over 50 s | newer ones are waited for, so that a withdrawn key is refused within a minute |
| issuer silent | used until the end of the time the issuer gave them, asked for again every 10 s |
| past that end | `IssuerUnavailable` |

A token with an unknown key has them asked for at once, but never more than once in 10 s, however many come.
"""

import asyncio
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auktor.auth.compact import Algorithm
from auktor.auth.errors import IssuerUnavailable, Unauthenticated
from auktor.auth.fetching import Fetch, fetch, may_be_trusted, unavailable
from auktor.auth.strict_json import Json

if TYPE_CHECKING:
    from auktor.auth.verifying import VerifyingKey

DISCOVERY = "/.well-known/openid-configuration"
SECONDS_BETWEEN_ASKING = 10.0
AGEING_SECONDS = 30.0
OLD_SECONDS = 50.0
KEPT_SECONDS = 3_600
LEAST_KEPT_SECONDS = 60
MOST_KEPT_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class _Known:
    """What the issuer last answered, when, and until when it may be used."""

    keys: tuple["VerifyingKey", ...] = ()
    asked_at: float = -math.inf
    usable_until: float = -math.inf


class PublishedKeys:
    """The keys of the issuer at an address."""

    def __init__(self, issuer: str, get: Fetch = fetch, clock: Callable[[], float] = time.monotonic) -> None:
        self.issuer = issuer
        self._get = get
        self._clock = clock
        self._known = _Known()
        self._asked_at = -math.inf
        self._asking: asyncio.Task[None] | None = None
        self._silence: IssuerUnavailable | None = None

    async def find(self, kid: str | None, algorithm: Algorithm) -> "VerifyingKey":
        """The key of that name.

        Unauthenticated where the issuer has none such, IssuerUnavailable where that cannot be known.
        """
        found = self._usable(kid, algorithm)
        if found is None or self._age >= AGEING_SECONDS:
            self._ask()
        if self._asking and (found is None or (self._age >= OLD_SECONDS and not self._silence)):
            await asyncio.shield(self._asking)
            found = self._usable(kid, algorithm)
        if found is None:
            raise self._silence or Unauthenticated(
                f"{self.issuer} publishes no {algorithm} key of the name the token gives. Fetch a new token from it."
            )
        return found

    async def close(self) -> None:
        """Stop asking."""
        if self._asking:
            self._asking.cancel()
            await asyncio.wait([self._asking])

    @property
    def _age(self) -> float:
        return self._clock() - self._known.asked_at

    def _usable(self, kid: str | None, algorithm: Algorithm) -> "VerifyingKey | None":
        from auktor.auth.verifying import find  # noqa: PLC0415 -- the library of signatures waits for the first token

        return find(self._known.keys, kid, algorithm) if self._clock() < self._known.usable_until else None

    def _ask(self) -> None:
        """Begin to ask, unless that is being done or was done within 10 s; all who wait share the one answer."""
        now = self._clock()
        if self._asking is None and now - self._asked_at >= SECONDS_BETWEEN_ASKING:
            self._asked_at = now
            self._asking = asyncio.create_task(self._refresh(now))
            self._asking.add_done_callback(self._asked)

    def _asked(self, _: asyncio.Task[None]) -> None:
        self._asking = None

    async def _refresh(self, now: float) -> None:
        try:
            self._known = await self._read(now)
            self._silence = None
        except IssuerUnavailable as error:
            self._silence = error

    async def _read(self, now: float) -> _Known:
        from auktor.auth.verifying import keys_in  # noqa: PLC0415 -- as above

        configuration = await self._get(self.issuer + DISCOVERY)
        published = await self._get(self._address_of_keys(configuration.content))
        try:
            keys = keys_in(published.content)
        except TypeError:
            raise unavailable(self.issuer, "what it publishes as its keys is no JWK set") from None
        kept = KEPT_SECONDS if published.max_age is None else published.max_age
        return _Known(keys, now, now + min(max(kept, LEAST_KEPT_SECONDS), MOST_KEPT_SECONDS))

    def _address_of_keys(self, configuration: Mapping[str, Json]) -> str:
        named, address = configuration.get("issuer"), configuration.get("jwks_uri")
        if not isinstance(named, str) or named.rstrip("/") != self.issuer:
            raise unavailable(self.issuer, "its configuration is that of another issuer")
        if not isinstance(address, str) or not may_be_trusted(address):
            raise unavailable(self.issuer, "its configuration names no safe address of keys (jwks_uri)")
        return address
