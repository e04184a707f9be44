"""How the keys of an issuer age, with a clock that the test moves and an issuer that it silences."""

import asyncio
from typing import Any

import pytest
from joserfc.jwk import ECKey

from auktor.auth import IssuerUnavailable, Unauthenticated
from auktor.auth.compact import Algorithm
from auktor.auth.fetching import Document, unavailable
from auktor.auth.published_keys import DISCOVERY, PublishedKeys
from tests.auktor.auth.tokens import ISSUER, JWKS_URI, jwks

OLD = ECKey.generate_key("P-256", {"kid": "old"}, private=True)
NEW = ECKey.generate_key("P-256", {"kid": "new"}, private=True)


class Issuer:
    """An issuer in memory: what it publishes, whether it answers, and how often it was asked for its keys."""

    def __init__(self, *keys: ECKey, max_age: int | None = None) -> None:
        self.now = 1_000.0
        self.published: dict[str, Any] = jwks(*keys)
        self.configuration: dict[str, Any] = {"issuer": ISSUER, "jwks_uri": JWKS_URI}
        self.max_age = max_age
        self.silent = False
        self.asked = 0
        self.keys = PublishedKeys(ISSUER, self.get, lambda: self.now)

    async def get(self, address: str) -> Document:
        await asyncio.sleep(0)
        self.asked += address == ISSUER + DISCOVERY
        if self.silent:
            raise unavailable(address, "nobody answers")
        return Document(self.configuration if address == ISSUER + DISCOVERY else self.published, self.max_age)

    async def has(self, key: ECKey) -> bool:
        """Whether a token signed with the key would be believed now."""
        try:
            await self.keys.find(key.kid, Algorithm.ES256)
        except Unauthenticated:
            return False
        return True

    async def settle(self) -> None:
        """Let what was begun in the background end."""
        for _ in range(10):
            await asyncio.sleep(0)


async def test_keys_are_asked_for_once_and_then_kept() -> None:
    issuer = Issuer(OLD)
    assert [await issuer.has(OLD) for _ in range(100)] == [True] * 100
    assert issuer.asked == 1


async def test_a_hundred_at_once_share_one_answer() -> None:
    issuer = Issuer(OLD)
    assert all(await asyncio.gather(*(issuer.has(OLD) for _ in range(100))))
    assert issuer.asked == 1


async def test_a_new_key_is_believed_as_soon_as_a_token_names_it() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.published = jwks(OLD, NEW)
    issuer.now += 10
    assert await issuer.has(NEW)


async def test_a_withdrawn_key_is_refused_within_a_minute_however_few_the_requests() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.published = jwks(NEW)
    issuer.now += 59
    assert not await issuer.has(OLD)


async def test_a_withdrawn_key_is_refused_within_a_minute_also_where_one_asks_every_second() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.published = jwks(NEW)
    believed = []
    for _ in range(59):
        issuer.now += 1
        believed.append(await issuer.has(OLD))
        await issuer.settle()
    assert believed[-1] is False


async def test_an_issuer_that_withdraws_all_its_keys_is_obeyed() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.published = {"keys": []}
    issuer.now += 59
    assert not await issuer.has(OLD)


async def test_a_flood_of_unknown_keys_asks_the_issuer_once_in_ten_seconds() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    for _ in range(600):
        issuer.now += 0.1
        assert not await issuer.has(NEW)
    assert issuer.asked <= 1 + 6


async def test_a_flood_of_unknown_keys_asks_a_silent_issuer_no_oftener() -> None:
    issuer = Issuer(OLD)
    issuer.silent = True
    for _ in range(600):
        issuer.now += 0.1
        with pytest.raises(IssuerUnavailable):
            await issuer.has(NEW)
    assert issuer.asked <= 1 + 6


@pytest.mark.parametrize(
    ("max_age", "kept"),
    [(None, 3_600), (600, 600), (0, 60), (31_536_000, 86_400)],
    ids=["unsaid", "600", "0", "a year"],
)
async def test_keys_of_a_silent_issuer_hold_to_the_end_of_their_time_and_then_nobody_is_let_in(
    max_age: int | None, kept: int
) -> None:
    issuer = Issuer(OLD, max_age=max_age)
    await issuer.has(OLD)
    issuer.silent = True
    issuer.now += kept - 1
    assert await issuer.has(OLD)
    issuer.now += 1
    with pytest.raises(IssuerUnavailable) as refused:
        await issuer.has(OLD)
    assert refused.value.values == {"retry_after_seconds": 10}


async def test_a_silent_issuer_is_heard_again_within_ten_seconds() -> None:
    issuer = Issuer(OLD)
    issuer.silent = True
    with pytest.raises(IssuerUnavailable):
        await issuer.has(OLD)
    issuer.silent = False
    issuer.now += 10
    assert await issuer.has(OLD)


async def test_a_token_with_a_new_key_of_a_silent_issuer_is_not_called_bad() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.silent = True
    issuer.now += 10
    with pytest.raises(IssuerUnavailable):
        await issuer.has(NEW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"jwks_uri": None},
        {"jwks_uri": "http://issuer.example/jwks"},
        {"jwks_uri": "file:///etc/passwd"},
        {"jwks_uri": "https://[::1"},
        {"jwks_uri": ["https://issuer.example/jwks"]},
    ],
    ids=str,
)
async def test_a_configuration_that_points_elsewhere_is_not_followed(wrong: dict[str, Any]) -> None:
    issuer = Issuer(OLD)
    issuer.configuration |= wrong
    with pytest.raises(IssuerUnavailable):
        await issuer.has(OLD)


async def test_an_answer_that_is_no_key_set_takes_no_keys_away() -> None:
    issuer = Issuer(OLD)
    await issuer.has(OLD)
    issuer.published = {"error": "maintenance"}
    issuer.now += 59
    assert await issuer.has(OLD)


async def test_a_request_that_is_given_up_does_not_stop_the_others_from_hearing() -> None:
    issuer = Issuer(OLD)
    given_up, waiting = asyncio.create_task(issuer.has(OLD)), asyncio.create_task(issuer.has(OLD))
    await asyncio.sleep(0)
    given_up.cancel()
    assert await waiting


async def test_closing_ends_what_is_being_asked() -> None:
    issuer = Issuer(OLD)
    waiting = asyncio.create_task(issuer.has(OLD))
    await asyncio.sleep(0)
    await issuer.keys.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
