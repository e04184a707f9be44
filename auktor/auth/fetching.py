"""One small document from an issuer, asked for or in answer to a form, within a time and a size.

It comes from nowhere else than where we asked.
"""

import asyncio
import re
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlencode, urlsplit

from auktor.auth.errors import RETRY_AFTER_SECONDS, IssuerUnavailable
from auktor.auth.strict_json import Json, read_object

SECONDS = 3.0
MOST_BYTES = 262_144
_CHUNK_BYTES = 16_384
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age=\"?(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Document:
    """What an address answered: a JSON object, and for how many seconds it may be kept (None: it did not say)."""

    content: Mapping[str, Json]
    max_age: int | None


Fetch = Callable[[str], Awaitable[Document]]


async def fetch(address: str) -> Document:
    """The JSON object at an address, in at most 3 seconds and 256 kB; IssuerUnavailable for all else."""
    return await asyncio.to_thread(_asked, _safe(address), None)


async def submit(address: str, form: Mapping[str, str]) -> Document:
    """The JSON object that a form sent to an address is answered with; as `fetch`."""
    return await asyncio.to_thread(_asked, _safe(address), urlencode(form).encode())


def _safe(address: str) -> str:
    if not may_be_trusted(address):
        raise unavailable(address, "it is neither https:// nor on this machine")
    return address


def may_be_trusted(address: str) -> bool:
    """Whether what an address answers comes from whom it names: over TLS, or without leaving the machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def unavailable(address: str, why: str) -> IssuerUnavailable:
    """The error for an address that did not answer as it should."""
    return IssuerUnavailable(
        f"The keys of the token issuer could not be read from {address}: {why}. Try again in {RETRY_AFTER_SECONDS} s; "
        "if it lasts, see that AUKTOR_OIDC_ISSUER is right and reachable from here.",
        retry_after_seconds=RETRY_AFTER_SECONDS,
    )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would have us read keys from where nobody chose to trust."""

    def redirect_request(  # noqa: PLR0913, PLR0917 -- urllib's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follow none."""


def _asked(address: str, form: bytes | None) -> Document:
    opener = urllib.request.build_opener(_NoRedirect())
    until = time.monotonic() + SECONDS
    try:
        headers = {"Accept": "application/json"}
        asked = urllib.request.Request(address, form, headers)  # noqa: S310 -- may_be_trusted
        with opener.open(asked, timeout=SECONDS) as answer:
            content = read_object(_read(answer.read1, until))
            kept = _MAX_AGE.search(answer.headers.get("Cache-Control", ""))
    except urllib.error.HTTPError as error:
        error.close()
        raise unavailable(address, f"it answers {error.code}") from None
    except (OSError, HTTPException) as error:
        raise unavailable(address, f"{type(error).__name__}: {error}") from error
    except (ValueError, TypeError):
        raise unavailable(address, "what it answers is not one JSON object of a reasonable size") from None
    return Document(content, int(kept[1]) if kept else None)


def _read(read: Callable[[int], bytes], until: float) -> bytes:
    """All there is to read. The time is watched here, since a socket's own limit begins anew with every byte."""
    body = b""
    while chunk := read(_CHUNK_BYTES):
        body += chunk
        if len(body) > MOST_BYTES:
            raise ValueError
        if time.monotonic() > until:
            raise TimeoutError
    return body
