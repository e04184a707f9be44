"""An issuer made for the tests, the tokens it signs, and tokens put together by hand that no issuer would sign."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from joserfc.jws import JWSRegistry

from auktor.auth.door import Door, Trusted
from auktor.auth.fetching import Document, Fetch
from auktor.auth.published_keys import DISCOVERY, PublishedKeys
from auktor.auth.reading_roles import ClaimNames

ISSUER = "https://issuer.example"
AUDIENCE = "https://register.example"
NOW = 1_790_000_000
JWKS_URI = f"{ISSUER}/jwks"

RSA = RSAKey.generate_key(2048, {"kid": "rsa"}, private=True)
EC = ECKey.generate_key("P-256", {"kid": "ec"}, private=True)
ED = OKPKey.generate_key("Ed25519", {"kid": "ed"}, private=True)
BY_ALGORITHM: Mapping[str, Key] = {"RS256": RSA, "ES256": EC, "EdDSA": ED}


def jwks(*keys: Key) -> dict[str, Any]:
    return {"keys": [key.as_dict(private=False) for key in keys or (RSA, EC, ED)]}


def answering(published: Mapping[str, Any], max_age: int | None = None) -> Fetch:
    """An issuer that answers discovery and its keys."""

    async def fetch(address: str) -> Document:
        if address == ISSUER + DISCOVERY:
            return Document({"issuer": ISSUER, "jwks_uri": JWKS_URI}, None)
        assert address == JWKS_URI, f"asked {address}"
        return Document(published, max_age)

    return fetch


def door(names: ClaimNames | None = None, published: Mapping[str, Any] | None = None) -> Door:
    keys = PublishedKeys(ISSUER, answering(published or jwks()))
    return Door([Trusted(keys, AUDIENCE, names or ClaimNames())], lambda: NOW)


def claims(**more: object) -> dict[str, Any]:
    """The claims of a good token of an auditor; a claim given as None is left out."""
    good = {"iss": ISSUER, "aud": AUDIENCE, "sub": "anna", "iat": NOW, "exp": NOW + 300, "roles": ["auditor"]}
    return {name: value for name, value in (good | more).items() if value is not None}


def header(algorithm: str = "ES256", **more: object) -> dict[str, Any]:
    good = {"alg": algorithm, "typ": "at+jwt", "kid": BY_ALGORITHM[algorithm].kid}
    return {name: value for name, value in (good | more).items() if value is not None}


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def packed(content: object) -> str:
    return b64(content if isinstance(content, bytes) else json.dumps(content).encode())


def written(head: object, payload: object, signature: bytes) -> str:
    return f"{packed(head)}.{packed(payload)}.{b64(signature)}"


def signed(payload: object = None, head: object = None, *, key: Key | None = None, by: str = "ES256") -> str:
    """A token whose signature is right for what it says, made with the algorithm `by` whatever its header says."""
    text = f"{packed(header(by) if head is None else head)}.{packed(claims() if payload is None else payload)}"
    model = JWSRegistry.algorithms["Ed25519" if by == "EdDSA" else by]
    return f"{text}.{b64(model.sign(text.encode(), key or BY_ALGORITHM[by]))}"
