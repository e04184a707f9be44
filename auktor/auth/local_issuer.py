"""An issuer of tokens for one's own machine: its key lies in the home, and production refuses it.

Whoever can read the key file can take any role, so only its owner may, and the program that serves reads it anew for
every token: `auktor token` may have made it after the program began. The library of signatures is imported with the
first token.
"""

import json
import os
import stat
import time
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from auktor.auth.compact import Algorithm
from auktor.auth.errors import BadKeyFile, NoOrganisation, OnlyForDevelopment, Unauthenticated
from auktor.auth.strict_json import Json, read_object
from auktor.core.roles import Role
from auktor.settings import Mode, Settings

if TYPE_CHECKING:
    from joserfc.jwk import ECKey

    from auktor.auth.verifying import VerifyingKey

LOCAL_ISSUER = "urn:auktor:local"
LOCAL_AUDIENCE = "auktor"
FILE = "token-key.json"


class LocalIssuer:
    """The issuer whose key lies in a home folder."""

    issuer = LOCAL_ISSUER

    def __init__(self, home: Path) -> None:
        self.file = home / FILE

    def issue(self, role: Role, organisation: str | None, subject: str, *, seconds: int) -> str:
        """A token for a role, making the key first where there is none."""
        from joserfc import jwt  # noqa: PLC0415 -- as the head of the file says

        if role.bound_to and not organisation:
            raise NoOrganisation(
                f"The role {role} is bound to one {role.bound_to.replace('_', ' ')}. Name it by --organisation KEY."
            )
        now = int(time.time())
        claims = {"iss": LOCAL_ISSUER, "aud": LOCAL_AUDIENCE, "sub": subject, "iat": now, "exp": now + seconds}
        bound = {"organisation": organisation} if organisation else {}
        key = self._key()
        header = {"alg": Algorithm.ES256.value, "typ": "at+jwt", "kid": key.kid}
        return jwt.encode(header, {**claims, "roles": [role.value], **bound}, key)

    def jwks(self) -> dict[str, Json]:
        """What the issuer publishes: its public key, or no key before the first token."""
        return read_object(
            json.dumps({"keys": [self._key().as_dict(private=False)] if self.file.exists() else []}).encode()
        )

    async def find(self, kid: str | None, algorithm: Algorithm) -> "VerifyingKey":
        """The key of that name; Unauthenticated where it is not the one in the home."""
        from auktor.auth.verifying import find, keys_in  # noqa: PLC0415 -- as the head of the file says

        found = find(keys_in(self.jwks()), kid, algorithm)
        if found is None:
            raise Unauthenticated(
                f"The token was not signed with the key in {self.file}. Make one: auktor token --help."
            )
        return found

    async def close(self) -> None:
        """Nothing is kept open."""

    def _key(self) -> "ECKey":
        from joserfc.errors import JoseError  # noqa: PLC0415 -- as the head of the file says
        from joserfc.jwk import ECKey  # noqa: PLC0415

        if not self.file.exists():
            _make_key(self.file)
        _require_ours_alone(self.file)
        try:
            return ECKey.import_key(json.loads(self.file.read_text("utf-8")))
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise BadKeyFile(
                f"{self.file} holds no usable key. Remove it; the next auktor token makes another."
            ) from error


def local_issuer(settings: Settings) -> LocalIssuer:
    """The issuer in the home; OnlyForDevelopment where the program serves the public."""
    if settings.mode is Mode.PRODUCTION:
        raise OnlyForDevelopment(
            "auktor token makes any role for anybody, so AUKTOR_MODE=production has no local issuer. "
            "Fetch a token from the issuer that AUKTOR_OIDC_ISSUER names."
        )
    return LocalIssuer(settings.home)


def _make_key(file: Path) -> None:
    """Make the key whole before it has its name, so that nobody reads half of it; the first of two makers wins."""
    from joserfc.jwk import ECKey  # noqa: PLC0415 -- as the head of the file says

    file.parent.mkdir(parents=True, exist_ok=True)
    key = ECKey.generate_key("P-256", private=True, auto_kid=True)
    with NamedTemporaryFile("w", dir=file.parent, prefix=f".{FILE}.", encoding="utf-8") as made:
        json.dump(key.as_dict(private=True), made)
        made.flush()
        try:
            os.link(made.name, file)
        except FileExistsError:
            return


def _require_ours_alone(file: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise BadKeyFile(f"{file} can be read by others, who could take any role. Run chmod 600 {file}, or remove it.")
