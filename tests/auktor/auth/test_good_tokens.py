"""What a good token opens, so that the forged ones are known to fail for what is wrong with them."""

import pytest

from auktor.auth import Unauthenticated
from auktor.core.roles import Role
from db.visibility import ANYONE, Viewer
from tests.auktor.auth.tokens import AUDIENCE, EC, ISSUER, NOW, claims, door, header, jwks, signed

AUDITOR = Viewer(Role.AUDITOR, None, "anna")


@pytest.mark.parametrize("algorithm", ["ES256", "EdDSA", "RS256"])
async def test_a_token_signed_by_the_issuer_gives_its_role(algorithm: str) -> None:
    assert await door().viewer(f"Bearer {signed(by=algorithm)}") == AUDITOR


async def test_no_token_is_the_anonymous_reader() -> None:
    assert await door().viewer(None) == ANYONE


@pytest.mark.parametrize("kind", ["at+jwt", "AT+JWT", "application/at+jwt", "JWT", None])
async def test_the_type_of_an_access_token_is_accepted_in_each_writing(kind: str | None) -> None:
    assert await door().viewer(f"bearer {signed(head=header(typ=kind))}") == AUDITOR


@pytest.mark.parametrize(
    "said",
    [
        {"aud": ["https://other.example", AUDIENCE]},
        {"iss": f"{ISSUER}/"},
        {"exp": NOW - 20},
        {"nbf": NOW + 20},
        {"iat": NOW + 20},
        {"exp": NOW + 300.5},
        {"iat": None},
    ],
    ids=["several audiences", "slash", "just ended", "about to begin", "just issued", "fraction", "issued unsaid"],
)
async def test_what_the_standards_and_uneven_clocks_allow_is_accepted(said: dict[str, object]) -> None:
    assert await door().viewer(f"Bearer {signed(claims(**said))}") == AUDITOR


async def test_a_token_without_a_key_name_is_accepted_where_the_issuer_has_one_key() -> None:
    token = signed(head=header(kid=None))
    assert await door(published=jwks(EC)).viewer(f"Bearer {token}") == AUDITOR


async def test_a_token_without_a_key_name_is_refused_where_the_issuer_has_two_of_its_kind() -> None:
    published = {"keys": [{**EC.as_dict(private=False), "kid": kid} for kid in ("a", "b")]}
    with pytest.raises(Unauthenticated):
        await door(published=published).viewer(f"Bearer {signed(head=header(kid=None))}")


async def test_keys_of_kinds_that_are_not_known_hide_none_of_the_others() -> None:
    ours = EC.as_dict(private=False)
    strange = [
        {"kty": "AKP", "alg": "ML-DSA-44", "kid": "pq"},
        {"kty": "EC", "crv": "P-256", "x": "?"},
        {"kty": "EC", "crv": ["P-256"]},
        {"kty": "RSA", "n": "?", "e": 3},
        {**ours, "alg": ["ES256"]},
        {**ours, "alg": {}, "kid": "other"},
        {**ours, "kid": 1},
        {**ours, "key_ops": "verify"},
        {**ours, "use": None},
        {},
        "key",
        None,
    ]
    published = {"keys": [*strange, *jwks()["keys"]]}
    assert await door(published=published).viewer(f"Bearer {signed()}") == AUDITOR
