"""What the desk leaves in the browser, sealed: nobody without the key of the home can read or change it.

A cookie holds the whole of a session, so that any process on any machine with the same key knows it and nothing is kept
here. It is encrypted (RFC 7516, `dir` with A256GCM) and says when it ends. The library of encryption is imported for
the first visitor who has a session or a form.
"""

import base64
import binascii
import os
import secrets
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from auktor.core.errors import Refused, Unavailable

if TYPE_CHECKING:
    from joserfc.jwk import OctKey

_HEADER = {"alg": "dir", "enc": "A256GCM"}
_KEY_BYTES = 32
_MOST_COOKIE_CHARACTERS = 4000
"""Browsers keep 4096 bytes of a cookie, its name and attributes among them."""

Content = TypeVar("Content", bound=msgspec.Struct)


class BadSessionKey(Unavailable):
    """The file with the key of sessions cannot be used as it is."""

    code = "BAD_SESSION_KEY"


class TooLongForCookie(Refused):
    """More than a browser keeps in a cookie: a token with many claims, a long form."""

    code = "TOKEN_TOO_LONG"


class Seal:
    """Seals and opens what a cookie holds, with one key."""

    def __init__(self, key: bytes, clock: Callable[[], float] = time.time) -> None:
        self._bytes = key
        self._clock = clock

    @cached_property
    def _key(self) -> "OctKey":
        from joserfc.jwk import OctKey  # noqa: PLC0415 -- as the head of the file says

        return OctKey.import_key(self._bytes)

    def seal(self, content: msgspec.Struct) -> str:
        """The content as the value of a cookie; TooLongForCookie where no browser would keep it."""
        from joserfc import jwe  # noqa: PLC0415 -- as the head of the file says

        sealed = jwe.encrypt_compact(_HEADER, msgspec.json.encode(content), self._key)
        if len(sealed) > _MOST_COOKIE_CHARACTERS:
            raise TooLongForCookie(
                f"The access token is too long for a cookie ({len(sealed)} characters sealed, at most "
                f"{_MOST_COOKIE_CHARACTERS}). Have the issuer put fewer claims into it."
            )
        return sealed

    def open(self, sealed: str | None, kind: type[Content]) -> Content | None:
        """What was sealed; None where there is nothing, where another sealed it, or where its time is over."""
        if not sealed:
            return None
        from joserfc import jwe  # noqa: PLC0415 -- as the head of the file says
        from joserfc.errors import JoseError  # noqa: PLC0415

        try:
            content = msgspec.json.decode(jwe.decrypt_compact(sealed, self._key).plaintext or b"", type=kind)
        except (JoseError, ValueError, msgspec.MsgspecError):
            return None
        ends: float = getattr(content, "ends", 0)
        return content if self._clock() < ends else None


def session_key(file: Path) -> bytes:
    """The key in a file, made the first time it is needed and readable by its owner alone; the first of two wins."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        made = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        made.touch(0o600)
        made.write_bytes(base64.b64encode(secrets.token_bytes(_KEY_BYTES)) + b"\n")
        try:
            os.link(made, file)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    try:
        key = base64.b64decode(file.read_bytes(), validate=False)
    except (OSError, binascii.Error) as error:
        raise _unusable(file) from error
    if len(key) != _KEY_BYTES:
        raise _unusable(file)
    return key


def _unusable(file: Path) -> BadSessionKey:
    return BadSessionKey(
        f"{file} holds no key of sessions: 32 random bytes in base64. Remove it, and the next start makes another; "
        "whoever is signed in signs in anew."
    )
