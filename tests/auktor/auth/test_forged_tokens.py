"""Tokens that nobody of good faith would send: each is refused, as is one that differs from a good one in one thing."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis.strategies import booleans, dictionaries, floats, integers, lists, none, recursive, sampled_from, text
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from auktor.auth import Forbidden, Unauthenticated
from auktor.core.roles import Role
from tests.auktor.auth.tokens import AUDIENCE, EC, ED, NOW, RSA, b64, claims, door, header, packed, signed, written

STRANGER_EC = ECKey.generate_key("P-256", {"kid": "ec"}, private=True)
STRANGER_RSA = RSAKey.generate_key(2048, {"kid": "rsa"}, private=True)
STRANGER_ED = OKPKey.generate_key("Ed25519", {"kid": "ed"}, private=True)
P384 = ECKey.generate_key("P-384", {"kid": "ec"}, private=True)
SECP256K1 = ECKey.generate_key("secp256k1", {"kid": "ec"}, private=True)
PUBLIC_PEM = RSA.public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
PUBLIC_DER = RSA.public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
PUBLIC_JWK = EC.as_dict(private=False)
ORDER_OF_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
JSON = recursive(
    none() | booleans() | floats() | integers() | text(),
    lambda inside: lists(inside) | dictionaries(text(), inside),
    max_leaves=5,
)
HEADER_NAMES = sampled_from(["alg", "typ", "kid", "cty", "other"])
CLAIM_NAMES = sampled_from(["iss", "aud", "sub", "exp", "nbf", "iat", "roles", "other"])


def with_secret(secret: bytes, algorithm: str = "HS256", kid: str = "rsa") -> str:
    """A token signed by a secret that is public: what an issuer's public key is."""
    text = f"{packed({'alg': algorithm, 'typ': 'at+jwt', 'kid': kid})}.{packed(claims())}"
    digest = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[algorithm]
    return f"{text}.{b64(hmac.digest(secret, text.encode(), digest))}"


def es256_with(r: int, s: int) -> str:
    return written(header(), claims(), r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def changed_after_signing(**more: object) -> str:
    head, _, signature = signed().split(".")
    return f"{head}.{packed(claims(**more))}.{signature}"


def doubled(name: str, first: str, second: str) -> bytes:
    """Claims that say one thing to a reader of the first and another to a reader of the last."""
    return json.dumps(claims(**{name: first})).encode()[:-1] + f', "{name}": "{second}"}}'.encode()


def last_character_with_other_spare_bits(token: str) -> str:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return token[:-1] + alphabet[alphabet.index(token[-1]) ^ 1]


FORGED: dict[str, Callable[[], str]] = {
    # no signature, or one that anybody could make
    "algorithm none": lambda: written({"alg": "none", "typ": "at+jwt"}, claims(), b"x"),
    "algorithm none, empty signature": lambda: f"{packed({'alg': 'none'})}.{packed(claims())}.",
    "algorithm None with capital": lambda: written({"alg": "None"}, claims(), b"x"),
    "algorithm nOnE": lambda: written({"alg": "nOnE"}, claims(), b"x"),
    "no algorithm": lambda: written({"typ": "at+jwt", "kid": "ec"}, claims(), b"x"),
    "algorithm is a list": lambda: signed(head=header(alg=["ES256"])),
    "algorithm is null": lambda: signed(head={**header(), "alg": None}),
    "HS256 with the RSA key in PEM": lambda: with_secret(PUBLIC_PEM),
    "HS256 with the RSA key in DER": lambda: with_secret(PUBLIC_DER),
    "HS384 with the RSA key in PEM": lambda: with_secret(PUBLIC_PEM, "HS384"),
    "HS512 with the RSA key in PEM": lambda: with_secret(PUBLIC_PEM, "HS512"),
    "HS256 with the EC key as JSON": lambda: with_secret(json.dumps(PUBLIC_JWK).encode(), kid="ec"),
    "HS256 with an empty secret": lambda: with_secret(b""),
    "signature without part": lambda: signed().rpartition(".")[0],
    "signature empty": lambda: signed().rpartition(".")[0] + ".",
    "ES256 signature of zeros": lambda: es256_with(0, 0),
    "ES256 signature r = 0": lambda: es256_with(0, 1),
    "ES256 signature s = 0": lambda: es256_with(1, 0),
    "ES256 signature r = s = order": lambda: es256_with(ORDER_OF_P256, ORDER_OF_P256),
    "ES256 signature of 65 bytes": lambda: written(header(), claims(), bytes(65)),
    "ES256 signature as DER": lambda: written(header(), claims(), b"0\x06\x02\x01\x01\x02\x01\x01"),
    "EdDSA signature of zeros": lambda: written(header("EdDSA"), claims(), bytes(64)),
    "RS256 signature of zeros": lambda: written(header("RS256"), claims(), bytes(256)),
    "RS256 signature one": lambda: written(header("RS256"), claims(), bytes(255) + b"\x01"),
    # another key than the issuer's
    "another EC key of the same name": lambda: signed(key=STRANGER_EC),
    "another RSA key of the same name": lambda: signed(key=STRANGER_RSA, by="RS256"),
    "another Ed25519 key of the same name": lambda: signed(key=STRANGER_ED, by="EdDSA"),
    "key of curve P-384 called ES256": lambda: signed(head=header(), key=P384, by="ES384"),
    "key of curve secp256k1 called ES256": lambda: signed(head=header(), key=SECP256K1, by="ES256K"),
    "ES384": lambda: signed(head={**header(), "alg": "ES384"}, key=P384, by="ES384"),
    "RS384": lambda: signed(head={**header("RS256"), "alg": "RS384"}, key=RSA, by="RS384"),
    "PS256": lambda: signed(head={**header("RS256"), "alg": "PS256"}, key=RSA, by="PS256"),
    "EC key under the name of the RSA key": lambda: signed(head=header(kid="rsa")),
    "RSA signature called ES256": lambda: signed(head=header(), key=RSA, by="RS256"),
    "unknown key": lambda: signed(head=header(kid="unknown")),
    "no key named where there are several to choose from": lambda: signed(head=header(kid=None), key=STRANGER_EC),
    "key by path traversal": lambda: signed(head=header(kid="../../../../dev/null"), key=STRANGER_EC),
    "key by SQL": lambda: signed(head=header(kid="' UNION SELECT 'secret' --"), key=STRANGER_EC),
    "key named by a list": lambda: signed(head=header(kid=["ec"])),
    "key named by null": lambda: signed(head={**header(), "kid": None}),
    "key named by a number": lambda: signed(head=header(kid=0)),
    "key named by 10,000 characters": lambda: signed(head=header(kid="e" * 10_000)),
    # a key that the token brings
    "jwk in the header": lambda: signed(head=header(jwk=STRANGER_EC.as_dict(private=False)), key=STRANGER_EC),
    "jku in the header": lambda: signed(head=header(jku="https://evil.example/jwks"), key=STRANGER_EC),
    "x5u in the header": lambda: signed(head=header(x5u="https://evil.example/cert"), key=STRANGER_EC),
    "x5c in the header": lambda: signed(head=header(x5c=["MIIB"]), key=STRANGER_EC),
    "jku in the header, signed by the issuer": lambda: signed(head=header(jku="https://evil.example/jwks")),
    # a header that would have it read otherwise
    "crit": lambda: signed(head=header(crit=["exp"])),
    "crit empty": lambda: signed(head=header(crit=[])),
    "unencoded payload": lambda: signed(head=header(b64=False)),
    "compressed": lambda: signed(head=header(zip="DEF")),
    "nested token": lambda: signed(signed().encode(), header(cty="JWT")),
    "nested token that does not say so": lambda: signed(signed().encode()),
    "header doubled": lambda: signed(head=b'{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"ec"}'),
    "type of a logout token": lambda: signed(head=header(typ="logout+jwt")),
    "type of a proof of possession": lambda: signed(head=header(typ="dpop+jwt")),
    "type is a number": lambda: signed(head=header(typ=1)),
    # claims
    "another issuer": lambda: signed(claims(iss="https://evil.example")),
    "an issuer that begins as ours": lambda: signed(claims(iss="https://issuer.example.evil.example")),
    "issuer in a list": lambda: signed(claims(iss=["https://issuer.example"])),
    "no issuer": lambda: signed(claims(iss=None)),
    "another audience": lambda: signed(claims(aud="https://other.example")),
    "audiences without ours": lambda: signed(claims(aud=["https://other.example"])),
    "audience that contains ours": lambda: signed(claims(aud=f"{AUDIENCE}.evil.example")),
    "no audience": lambda: signed(claims(aud=None)),
    "audience by name of an object": lambda: signed(claims(aud={AUDIENCE: True})),
    "ended a minute ago": lambda: signed(claims(exp=NOW - 60)),
    "never ends": lambda: signed(claims(exp=None)),
    "ends at a text": lambda: signed(claims(exp=str(NOW + 300))),
    "ends at true": lambda: signed(claims(exp=True)),
    "ends at infinity": lambda: signed(json.dumps(claims(exp=float("inf"))).encode()),
    "ends at 1e999": lambda: signed(json.dumps(claims(exp="X")).replace('"X"', "1e999").encode()),
    "ends at a number of 5,000 digits": lambda: signed(json.dumps(claims(exp="X")).replace('"X"', "9" * 5000).encode()),
    "begins in ten minutes": lambda: signed(claims(nbf=NOW + 600)),
    "issued in ten minutes": lambda: signed(claims(iat=NOW + 600)),
    "begins at null": lambda: signed({**claims(), "nbf": None}),
    "bound to a key": lambda: signed(claims(cnf={"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"})),
    "nobody": lambda: signed(claims(sub=None)),
    "a subject with NUL": lambda: signed(claims(sub="anna\x00")),
    "a subject of half a character": lambda: signed(claims(sub="\ud800")),
    "role changed after signing": lambda: changed_after_signing(roles=["admin"]),
    "role twice": lambda: signed(doubled("roles", "auditor", "admin")),
    "audience twice": lambda: signed(doubled("aud", "https://other.example", AUDIENCE)),
    "end twice": lambda: signed(json.dumps(claims(exp=NOW - 60)).encode()[:-1] + f', "exp": {NOW + 300}}}'.encode()),
    # writing
    "1 MB": lambda: signed(claims(padding="x" * 1_000_000)),
    "claims 5,000 deep": lambda: signed(b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"),
    "claims are a list": lambda: signed([claims()]),
    "claims are not JSON": lambda: signed(b"iss=https://issuer.example"),
    "claims with a byte order mark": lambda: signed(b"\xef\xbb\xbf" + json.dumps(claims()).encode()),
    "claims in UTF-16": lambda: signed(json.dumps(claims()).encode("utf-16")),
    "claims with NaN": lambda: signed(json.dumps(claims(iat=float("nan"))).encode()),
    "padding in the signature": lambda: signed() + "==",
    "blank in the signature": lambda: signed()[:-4] + " " + signed()[-4:],
    "plain base64 alphabet": lambda: signed().rpartition(".")[0] + "." + "+/" * 43,
    "another writing of the same signature": lambda: last_character_with_other_spare_bits(signed()),
    "four parts": lambda: signed() + ".e30",
    "five parts, as encrypted": lambda: ".".join(
        [packed({"alg": "dir", "enc": "A128GCM"}), "e30", "e30", "e30", "e30"]
    ),
    "JSON serialisation": lambda: json.dumps({"payload": packed(claims()), "signatures": []}),
    "a word": lambda: "admin",
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
async def test_a_forged_token_opens_nothing(forged: Callable[[], str]) -> None:
    token = forged()
    with pytest.raises(Unauthenticated) as refused:
        await door().viewer(f"Bearer {token}")
    assert token not in str(refused.value)
    assert len(str(refused.value)) < 400


def test_at_least_forty_ways_to_forge_a_token_are_tried() -> None:
    assert len(FORGED) >= 40


@pytest.mark.parametrize("algorithm", ["ES256", "EdDSA", "RS256"])
async def test_a_token_changed_in_any_one_character_opens_nothing(algorithm: str) -> None:
    token, closed = signed(by=algorithm), door()
    for place, character in enumerate(token):
        changed = token[:place] + ("A" if character != "A" else "B") + token[place + 1 :]
        with pytest.raises(Unauthenticated):
            await closed.viewer(f"Bearer {changed}")


@given(text(), dictionaries(HEADER_NAMES, JSON), dictionaries(CLAIM_NAMES, JSON))
def test_whatever_is_sent_is_either_refused_in_words_or_the_role_it_was_signed_for(
    word: str, head: dict[str, object], said: dict[str, object]
) -> None:
    for token in (word, written(head, said, b"x"), signed(claims() | said, header() | head)):
        try:
            viewer = asyncio.run(door().viewer(f"Bearer {token}"))
        except (Unauthenticated, Forbidden):
            continue
        assert viewer.role is Role.AUDITOR


@pytest.mark.parametrize("sent", ["", "Bearer", "Bearer ", "Basic YW5uYTpsw7ZzZW4=", "Token x", "Bearer,x"])
async def test_a_header_that_is_no_bearer_token_is_refused_and_not_taken_for_none(sent: str) -> None:
    with pytest.raises(Unauthenticated):
        await door().viewer(sent)


@pytest.mark.parametrize("key", [RSA, EC, ED], ids=["RSA", "EC", "Ed25519"])
async def test_an_issuer_that_publishes_a_private_key_is_not_believed(key: ECKey | OKPKey | RSAKey) -> None:
    algorithm = {"RSA": "RS256", "EC": "ES256", "OKP": "EdDSA"}[key.key_type]
    with pytest.raises(Unauthenticated):
        await door(published={"keys": [key.as_dict(private=True)]}).viewer(f"Bearer {signed(by=algorithm)}")


async def test_a_short_rsa_key_is_not_believed() -> None:
    short = rsa.generate_private_key(65537, 1024)  # noqa: S505 -- too short, on purpose
    numbers = short.public_key().public_numbers()
    jwk = {"kty": "RSA", "kid": "rsa", "e": "AQAB", "n": b64(numbers.n.to_bytes(128, "big"))}
    text = f"{packed(header('RS256'))}.{packed(claims())}"
    token = f"{text}.{b64(short.sign(text.encode(), PKCS1v15(), SHA256()))}"
    with pytest.raises(Unauthenticated):
        await door(published={"keys": [jwk]}).viewer(f"Bearer {token}")


async def test_a_shared_secret_among_the_keys_is_not_believed() -> None:
    secret = OctKey.generate_key(256, {"kid": "rsa"})
    published = {"keys": [secret.as_dict(private=True)]}
    with pytest.raises(Unauthenticated):
        await door(published=published).viewer(f"Bearer {with_secret(secret.raw_value)}")


async def test_a_key_meant_for_encryption_verifies_nothing() -> None:
    with pytest.raises(Unauthenticated):
        await door(published={"keys": [{**PUBLIC_JWK, "use": "enc"}]}).viewer(f"Bearer {signed()}")
