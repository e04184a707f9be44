"""What a token must say of itself to be believed: who issued it, for whom, of whom and when."""

import math
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime

from auktor.auth.errors import Unauthenticated
from auktor.auth.strict_json import Json
from auktor.core.errors import shown

LEEWAY_SECONDS = 30
_MOST_SUBJECT_CHARACTERS = 255
_LAST_SECOND = 253_402_300_799  # 9999-12-31, after which the calendar has no day


def require_issuer(claims: Mapping[str, Json], issuer: str) -> None:
    """Refuse a token of another issuer; a slash at the end of an address tells no issuers apart here."""
    given = claims.get("iss")
    if not isinstance(given, str) or given.rstrip("/") != issuer.rstrip("/"):
        raise Unauthenticated(f"The token is issued by {shown(str(given))}, not by {issuer}. Fetch one from there.")


def require_for_us(claims: Mapping[str, Json], audience: str) -> None:
    """Refuse a token made for another service, or bound to a key that whoever carries it does not prove to hold."""
    given = claims.get("aud")
    if given != audience and not (isinstance(given, list) and audience in given):
        raise Unauthenticated(f"The token is not made for {audience}. Ask the issuer for one with that audience.")
    if "cnf" in claims:
        raise Unauthenticated("The token is bound to a key (cnf), which is not supported. Ask for a bearer token.")


def require_time(claims: Mapping[str, Json], now: float) -> None:
    """Refuse a token that has ended, has not begun or comes from the future; clocks may differ by 30 seconds."""
    ends = _time(claims, "exp")
    if ends is None:
        raise Unauthenticated("The token does not say when it ends (exp). Ask the issuer for one that does.")
    if now >= ends + LEEWAY_SECONDS:
        raise Unauthenticated(f"The token ended at {_written(ends)}. Fetch a new one from the issuer.")
    for name in ("nbf", "iat"):
        begins = _time(claims, name)
        if begins is not None and now < begins - LEEWAY_SECONDS:
            raise Unauthenticated(
                f"The token begins at {_written(begins)} ({name}), which has not come. Compare the clocks."
            )


def ends_at(claims: Mapping[str, Json]) -> float | None:
    """When a token ends for us, in seconds since 1970."""
    ends = _time(claims, "exp")
    return None if ends is None else ends + LEEWAY_SECONDS


def subject_of(claims: Mapping[str, Json]) -> str:
    """Who the token speaks of, as the audit log writes it."""
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= _MOST_SUBJECT_CHARACTERS or _has_controls(subject):
        raise Unauthenticated("The token does not say of whom it speaks (sub) in a short text. Ask for one that does.")
    return subject


def _time(claims: Mapping[str, Json], name: str) -> float | None:
    given = claims.get(name)
    if given is None and name not in claims:
        return None
    seconds = given if isinstance(given, int | float) and not isinstance(given, bool) else math.nan
    if not 0 <= seconds <= _LAST_SECOND:
        raise Unauthenticated(f"The {name} of the token is not a time in seconds since 1970. Ask for another token.")
    return float(seconds)


def _written(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(character) == "Cc" for character in text)
