"""The public keys of an issuer, and whether one of them made a signature."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, RSAKey
from joserfc.jws import JWSRegistry
from joserfc.util import urlsafe_b64decode

from auktor.auth.compact import Algorithm, Compact
from auktor.auth.errors import Unauthenticated
from auktor.auth.strict_json import Json

_FEWEST_RSA_BITS = 2048
# The library's name for EdDSA since RFC 9864; the signature is the same, and only this curve is accepted.
_ED25519 = "Ed25519"
_MODELS = {
    Algorithm.ES256: JWSRegistry.algorithms["ES256"],
    Algorithm.EDDSA: JWSRegistry.algorithms[_ED25519],
    Algorithm.RS256: JWSRegistry.algorithms["RS256"],
}
# A tuple, since what an issuer writes as `alg` may be of any type, and not every one can be looked up in a set.
_CALLED = {each: (each.value, _ED25519) if each is Algorithm.EDDSA else (each.value,) for each in Algorithm}


@dataclass(frozen=True, slots=True)
class VerifyingKey:
    """A public key, its name, and the only algorithm it is used with, whatever a token's header says."""

    kid: str | None
    algorithm: Algorithm
    key: ECKey | OKPKey | RSAKey


def keys_in(jwks: Mapping[str, Json]) -> tuple[VerifyingKey, ...]:
    """The keys of a JWK set that may verify tokens; others (for encryption, of other kinds, too short) are passed over.

    ValueError where it is not a JWK set.
    """
    listed = jwks.get("keys")
    if not isinstance(listed, list):
        raise TypeError
    return tuple(key for each in listed if isinstance(each, dict) and (key := _usable(each)))


def find(keys: Iterable[VerifyingKey], kid: str | None, algorithm: Algorithm) -> VerifyingKey | None:
    """The key of that name and algorithm; a token that names none is verified only where there is no choice."""
    fitting = [key for key in keys if key.algorithm is algorithm and kid in {None, key.kid}]
    return fitting[0] if len(fitting) == 1 else None


def require_signature(token: Compact, key: VerifyingKey) -> None:
    """Refuse a token that `key` did not sign."""
    try:
        signed = key.algorithm is token.algorithm and _MODELS[key.algorithm].verify(
            token.signed, token.signature, key.key
        )
    except (JoseError, ValueError):
        signed = False
    if not signed:
        raise Unauthenticated("The signature of the token is not its issuer's. Fetch a new token from the issuer.")


def _usable(jwk: Mapping[str, Json]) -> VerifyingKey | None:
    """The key, where it is public, meant for signatures and of an accepted kind."""
    kid, operations = jwk.get("kid"), jwk.get("key_ops", ["verify"])
    meant = jwk.get("use", "sig") == "sig" and isinstance(operations, list) and "verify" in operations
    if not meant or "d" in jwk or not isinstance(kid, str | None):
        return None
    try:
        kind = _of_kind(jwk)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    if kind is None or jwk.get("alg", kind[0]) not in _CALLED[kind[0]]:
        return None
    return VerifyingKey(kid, *kind)


def _of_kind(jwk: Mapping[str, Json]) -> tuple[Algorithm, ECKey | OKPKey | RSAKey] | None:
    texts = {name: jwk[name] for name in ("kty", "crv", "x", "y", "n", "e") if name in jwk}
    given = {name: value for name, value in texts.items() if isinstance(value, str)}
    match (given.get("kty"), given.get("crv")):
        case ("EC", "P-256"):
            return Algorithm.ES256, ECKey.import_key({**given})
        case ("OKP", "Ed25519"):
            return Algorithm.EDDSA, OKPKey.import_key({**given})
        case ("RSA", None) if _bits(given["n"]) >= _FEWEST_RSA_BITS:
            return Algorithm.RS256, RSAKey.import_key({**given})
        case _:
            return None


def _bits(number: str) -> int:
    return int.from_bytes(urlsafe_b64decode(number.encode()), "big").bit_length()
