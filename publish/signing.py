"""Who issued an edition: an Ed25519 key, the signature beside the manifest, and the public keys it is checked with.

`manifest.json.jws` is a JWS in compact form whose payload, the manifest itself, is left out and not encoded (RFC 7515
appendix F, RFC 7797): what is signed is the first part, a full stop, and the manifest's bytes. The algorithm is Ed25519
by its own name (RFC 9864). A key is known by its thumbprint (RFC 7638); a public key once used stays in `jwks.json` for
ever, so that old editions can always be checked.
"""

import base64
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
import rfc8785
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from auktor.core.errors import Refused, Unavailable, shown
from publish.certificate import chain_of, is_of, request, self_made
from publish.publisher import Publisher

SIGNATURE, KEYS = "manifest.json.jws", "jwks.json"


class NotASigningKey(Unavailable):
    """A file that should hold the private key does not. What it holds is never repeated."""

    code = "NOT_A_SIGNING_KEY"


class BadSignature(Refused):
    """A signature that no known key has made over these bytes."""

    code = "BAD_SIGNATURE"


class PublicKey(msgspec.Struct, frozen=True):
    """A public key as `jwks.json` tells it."""

    kty: str
    crv: str
    x: str
    kid: str
    alg: str = "Ed25519"
    use: str = "sig"


class _Keys(msgspec.Struct, frozen=True):
    keys: list[PublicKey]


class _Header(msgspec.Struct, frozen=True):
    alg: Literal["Ed25519"]
    kid: str
    crit: tuple[Literal["b64"]]


class SigningKey:
    """A private key that signs editions; it shows only its public half.

    `chain` are the certificates behind it in its file, its own first; often there are none.
    """

    def __init__(self, key: Ed25519PrivateKey, chain: tuple[x509.Certificate, ...] = ()) -> None:
        self._key, self._chain = key, chain
        self.public = _public(key.public_key())

    def sign(self, manifest: bytes) -> bytes:
        """The detached signature of a manifest; Ed25519 gives the same every time."""
        header = rfc8785.dumps({"alg": "Ed25519", "b64": False, "crit": ["b64"], "kid": self.public.kid})
        protected = base64url(header)
        return f"{protected}..{base64url(self.signature(protected.encode() + b'.' + manifest))}\n".encode()

    def signature(self, data: bytes) -> bytes:
        """What the key makes of bytes."""
        return self._key.sign(data)

    def certificates(self, publisher: Publisher) -> tuple[x509.Certificate, ...]:
        """Who the signer is, and who says so: the certificates in the key's file, or the one it gives itself."""
        return self._chain or (self_made(self._key, publisher),)

    def request(self, publisher: Publisher) -> bytes:
        """What a certificate authority is asked with (PKCS 10, PEM)."""
        return request(self._key, publisher)


def open_key(path: Path) -> SigningKey:
    """The key in a PEM file (PKCS 8); raises NotASigningKey where it is none."""
    try:
        return read_key(path.read_bytes(), str(path))
    except OSError as error:
        raise NotASigningKey(f"{path} cannot be read ({error.strerror}). Check AUKTOR_SIGNING_KEY.") from error


def read_key(pem: bytes, origin: str) -> SigningKey:
    """The key of a PEM text, and its certificates; `origin` is what the message of a refusal calls it."""
    try:
        key = load_pem_private_key(pem, password=None)
        chain = chain_of(pem)
    except (ValueError, TypeError):
        raise NotASigningKey(
            f"{origin} cannot be read as a private key in PEM, with or without certificates. Check AUKTOR_SIGNING_KEY."
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NotASigningKey(f"{origin} holds a key of another kind than Ed25519. Make one with `auktor keys new`.")
    if chain and not is_of(chain[0], key.public_key()):
        raise NotASigningKey(
            f"The first certificate in {origin} is of another key. Put the certificate of the key first."
        )
    return SigningKey(key, chain)


def make_key(path: Path) -> SigningKey:
    """A new key, in a file that only its owner may read; a file that is there is never replaced."""
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return SigningKey(key)


def exchange_key(path: Path, new: Path) -> Path:
    """Let the key in `new` take the place of the one in `path`, which stays beside it under a name of its own.

    Gives that name. Killed at any step, `path` holds the old key or the new one.
    """
    kept = path.with_name(f"{path.stem}-{open_key(path).public.kid[:8]}{path.suffix}")
    if not kept.exists():
        os.link(path, kept)
    new.replace(path)
    return kept


def key_set(known: bytes | None, key: PublicKey) -> bytes:
    """`jwks.json` with `key` first and every key that was `known` after it; unchanged where it is known already."""
    keys = msgspec.json.decode(known, type=_Keys).keys if known else []
    return rfc8785.dumps(msgspec.to_builtins(_Keys(keys if key in keys else [key, *keys])))


def trusted(key_set: bytes) -> list[PublicKey]:
    """The keys of a `jwks.json`, or of a file with a single key."""
    try:
        return msgspec.json.decode(key_set, type=_Keys).keys
    except msgspec.ValidationError:
        return [msgspec.json.decode(key_set, type=PublicKey)]


def check_signature(manifest: bytes, signature: bytes, keys: Iterable[PublicKey], path: str) -> str:
    """The id of the key that signed the manifest at `path`; raises BadSignature where none of `keys` did."""
    protected, _, signed = signature.strip().partition(b"..")
    known = {key.kid: key for key in keys}
    try:
        header = msgspec.json.decode(unbase64url(protected), type=_Header)
        key = known[header.kid]
        Ed25519PublicKey.from_public_bytes(unbase64url(key.x.encode())).verify(
            unbase64url(signed), protected + b"." + manifest
        )
    except KeyError as error:
        raise BadSignature(
            f"{path} is not signed by a trusted key but, as it says, by {shown(str(error.args[0]))}. If that is the "
            "publisher's key of before a change, trust it too (--trust takes a set of keys); else another signed. "
            "Compare the key with the one published elsewhere."
        ) from error
    except (ValueError, InvalidSignature, msgspec.MsgspecError) as error:
        raise BadSignature(
            f"The signature of {path} is not of these bytes: one of the two was changed. Fetch both again from the "
            "publisher, and ask if it stays so."
        ) from error
    return header.kid


def _public(key: Ed25519PublicKey) -> PublicKey:
    x = base64url(key.public_bytes_raw())
    thumbprint = hashlib.sha256(rfc8785.dumps({"crv": "Ed25519", "kty": "OKP", "x": x})).digest()
    return PublicKey("OKP", "Ed25519", x, base64url(thumbprint))


def base64url(data: bytes) -> str:
    """Bytes in the letters of JOSE (RFC 7515)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unbase64url(text: bytes) -> bytes:
    """The bytes of a text in the letters of JOSE."""
    return base64.b64decode(text + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
