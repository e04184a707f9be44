"""The signature of the list of trusted entities: JAdES baseline B, compact (ETSI TS 119 182-1), as TS 119 602 6.8 asks.

`lote.json.jws` holds the list itself between its head and its signature. The head tells when it was signed (`iat`),
with which certificate (`x5t#S256`) and that certificate (`x5c`). What the register keeps of it is without the list, for
what is withdrawn must be gone: a signature whose list is built again is put together again.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

import msgspec
import rfc8785
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from publish import certificate
from publish.publisher import Publisher
from publish.signing import BadSignature, PublicKey, SigningKey, base64url, unbase64url


class _Head(msgspec.Struct, frozen=True):
    alg: Literal["Ed25519"]
    iat: int
    kid: str
    x5c: tuple[str, ...]
    x5t: str = msgspec.field(name="x5t#S256")
    cty: Literal["json"] = "json"


def signed(key: SigningKey, payload: bytes, publisher: Publisher, at: datetime) -> bytes:
    """The signature of a list, which holds it; raises CertificateUnfit."""
    chain = key.certificates(publisher)
    certificate.refuse_unfit(chain[0], publisher, at)
    told = certificate.der(chain)
    head = _Head(
        alg="Ed25519",
        iat=int(at.timestamp()),
        kid=key.public.kid,
        x5c=tuple(base64.b64encode(each).decode() for each in told),
        x5t=base64url(hashlib.sha256(told[0]).digest()),
    )
    begins = f"{base64url(rfc8785.dumps(msgspec.to_builtins(head)))}.{base64url(payload)}".encode()
    return begins + b"." + base64url(key.signature(begins)).encode()


def without_list(signature: str) -> str:
    """A signature as the register keeps it."""
    head, _, signed = signature.split(".")
    return f"{head}..{signed}"


def with_list(kept: str, payload: bytes) -> bytes:
    """The signature a reader gets, from what the register keeps and the list it is of."""
    return kept.replace("..", f".{base64url(payload)}.").encode()


def check(payload: bytes, signature: bytes, keys: Iterable[PublicKey]) -> str:
    """The id of the key that signed the list; raises BadSignature where none of `keys` did, or not this list."""
    try:
        protected, held, signed = signature.strip().split(b".")
        head = msgspec.json.decode(unbase64url(protected), type=_Head)
        key = _key_of(head, keys)
        key.verify(unbase64url(signed), protected + b"." + held)
        _refuse(unbase64url(held) != payload)
    except (KeyError, ValueError, InvalidSignature, msgspec.MsgspecError) as error:
        raise BadSignature(
            "lote.json.jws does not hold lote.json, signed by a trusted key: it was changed, or signed by somebody "
            "else. Fetch it again from the publisher, and compare the key with the one published elsewhere."
        ) from error
    return head.kid


def _key_of(head: _Head, keys: Iterable[PublicKey]) -> Ed25519PublicKey:
    """The trusted key a head names, where its certificate is of that key."""
    key = Ed25519PublicKey.from_public_bytes(unbase64url({each.kid: each for each in keys}[head.kid].x.encode()))
    told: Sequence[bytes] = [base64.b64decode(each, validate=True) for each in head.x5c]
    _refuse(base64url(hashlib.sha256(told[0]).digest()) != head.x5t)
    _refuse(not certificate.is_of(x509.load_der_x509_certificate(told[0]), key))
    return key


def _refuse(wrong: bool) -> None:  # noqa: FBT001 -- what is wrong
    if wrong:
        raise ValueError
