"""Who is asking: from an `Authorization` header to a viewer, through the issuers the settings trust."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from auktor.auth.claims import ends_at, require_for_us, require_issuer, require_time
from auktor.auth.compact import Algorithm, Compact, bearer, take_apart
from auktor.auth.errors import Unauthenticated
from auktor.auth.fetching import may_be_trusted
from auktor.auth.local_issuer import LOCAL_AUDIENCE, local_issuer
from auktor.auth.published_keys import PublishedKeys
from auktor.auth.reading_roles import ClaimNames, viewer_of
from auktor.core.roles import OWN_NAMES, role_names
from auktor.settings import BadSetting, Mode, Settings
from db.visibility import ANYONE, Viewer

if TYPE_CHECKING:
    from auktor.auth.verifying import VerifyingKey


class Keys(Protocol):
    """The keys of one issuer."""

    @property
    def issuer(self) -> str:
        """The name tokens give it in `iss`."""
        ...

    async def find(self, kid: str | None, algorithm: Algorithm) -> "VerifyingKey":
        """The key of that name."""
        ...

    async def close(self) -> None:
        """Let go of what is held."""
        ...


@dataclass(frozen=True, slots=True)
class Trusted:
    """An issuer we believe, the audience its tokens must name, and how its claims are read."""

    keys: Keys
    audience: str
    names: ClaimNames


@dataclass(frozen=True, slots=True)
class Entry:
    """Who has been let in, and for how many seconds more; None: for as long as they like."""

    viewer: Viewer
    seconds: float | None = None


class Door:
    """Tells who is asking; one a process, since it keeps the issuers' keys."""

    def __init__(self, trusted: Sequence[Trusted], clock: Callable[[], float] = time.time) -> None:
        self._trusted = {each.keys.issuer: each for each in trusted}
        self._clock = clock

    async def viewer(self, authorization: str | None) -> Viewer:
        """Who sends this `Authorization` header; without one, the anonymous reader.

        Unauthenticated (401), Forbidden (403) or IssuerUnavailable (503) where that cannot be told. A bad token is
        never taken for no token: whoever sends one means to be somebody.
        """
        return (await self.entry(authorization)).viewer

    async def entry(self, authorization: str | None) -> Entry:
        """The same, with how long the token still holds: what lasts longer than a request must end with it."""
        if authorization is None:
            return Entry(ANYONE)
        token = take_apart(bearer(authorization))
        trusted = self._issuer_of(token)
        # Before the keys are asked for, so that a token that cannot be accepted causes no work elsewhere.
        require_for_us(token.claims, trusted.audience)
        now = self._clock()
        require_time(token.claims, now)
        await _require_signature(token, trusted)
        ends = ends_at(token.claims)
        return Entry(viewer_of(token.claims, trusted.names), None if ends is None else ends - now)

    async def require_identity(self, token: Compact, client: str) -> None:
        """Refuse an ID token that a trusted issuer did not make, now, for the program it knows as `client`.

        Unauthenticated where that is so, IssuerUnavailable where it cannot be told.
        """
        trusted = self._issuer_of(token)
        require_for_us(token.claims, client)
        require_time(token.claims, self._clock())
        await _require_signature(token, trusted)

    async def close(self) -> None:
        """Let go of what the issuers hold."""
        for each in self._trusted.values():
            await each.keys.close()

    def _issuer_of(self, token: Compact) -> Trusted:
        if not self._trusted:
            raise Unauthenticated(
                "This register accepts no tokens: AUKTOR_OIDC_ISSUER names no issuer. Ask without a token."
            )
        given = str(token.claims.get("iss")).rstrip("/")
        trusted = self._trusted.get(given) or next(iter(self._trusted.values()))
        require_issuer(token.claims, trusted.keys.issuer)
        return trusted


async def _require_signature(token: Compact, trusted: Trusted) -> None:
    # The library of signatures is imported for the first token: the public asks without one.
    from auktor.auth.verifying import require_signature  # noqa: PLC0415

    require_signature(token, await trusted.keys.find(token.kid, token.algorithm))


def door_of(settings: Settings) -> Door:
    """The door that the settings describe: the OpenID provider they name, and in development the local issuer too."""
    provider = [_provider(settings, settings.oidc_issuer)] if settings.oidc_issuer else []
    if settings.mode is Mode.PRODUCTION:
        return Door(provider)
    return Door([*provider, Trusted(local_issuer(settings), LOCAL_AUDIENCE, ClaimNames())])


def _provider(settings: Settings, issuer: str) -> Trusted:
    if not settings.oidc_audience:
        raise BadSetting(
            "AUKTOR_OIDC_ISSUER is set without AUKTOR_OIDC_AUDIENCE. "
            "Set the audience too: tokens that the issuer makes for other services must not open this one."
        )
    if not may_be_trusted(issuer):
        raise BadSetting(
            f"AUKTOR_OIDC_ISSUER is {issuer}, whose keys anybody on the way could replace. Use its https:// address."
        )
    ours = role_names(settings.oidc_role_names) if settings.oidc_role_names else OWN_NAMES
    names = ClaimNames(settings.oidc_roles_claim, settings.oidc_organisation_claim, ours)
    return Trusted(PublishedKeys(issuer), settings.oidc_audience, names)
