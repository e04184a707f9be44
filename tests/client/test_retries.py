"""A read is asked again when that may help, never a deed."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from auktor_client import AsyncClient, Client, PublishEditionInput, RateLimited, Retries, Unavailable, Unreachable

GOOD = {"data": {"viewer": {"role": "anonymous", "organisation": None}, "rateLimit": None}}
BUSY = {"errors": [{"message": "Wait.", "extensions": {"code": "OUT_OF_POINTS"}}]}


class Server:
    """Answers what it is told to, one after the other, and then well."""

    def __init__(self, *answers: httpx.Response | httpx.TransportError) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, _request: httpx.Request) -> httpx.Response:
        self.asked += 1
        answer = self.answers.pop(0) if self.answers else httpx.Response(200, json=GOOD)
        if isinstance(answer, httpx.TransportError):
            raise answer
        return answer

    def client(self, retries: Retries | None = None) -> Client:
        return Client(http=httpx.Client(transport=httpx.MockTransport(self)), retries=retries)


def busy(status: int = 429, **headers: str) -> httpx.Response:
    return httpx.Response(status, json=BUSY, headers={name.replace("_", "-"): text for name, text in headers.items()})


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds the client would have waited."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    return waited


def test_a_wait_the_server_asks_for_is_kept_to(waits: list[float]) -> None:
    server = Server(busy(retry_after="7"), busy(503, retry_after="2"))
    assert server.client().who_am_i().viewer.role == "anonymous"
    assert (waits, server.asked) == ([7.0, 2.0], 3)


def test_a_wait_may_be_told_as_a_moment(waits: list[float]) -> None:
    Server(busy(retry_after=format_datetime(datetime.now(UTC) + timedelta(seconds=20)))).client().who_am_i()
    assert 15 < waits[0] <= 20


def test_without_being_told_each_wait_is_about_twice_the_one_before(waits: list[float]) -> None:
    Server(httpx.ConnectError("no"), busy(502), busy(504)).client(Retries(first_wait=1)).who_am_i()
    assert [low <= wait <= 2 * low for low, wait in zip((0.5, 1, 2), waits, strict=True)] == [True, True, True]


def test_the_last_attempt_is_told_as_it_came(waits: list[float]) -> None:
    server = Server(*(busy(503, retry_after="1") for _ in range(9)))
    with pytest.raises(Unavailable) as told:
        server.client(Retries(attempts=3)).who_am_i()
    assert (server.asked, len(waits), told.value.retry_after) == (3, 2, 1.0)


def test_a_wait_longer_than_the_caller_allows_is_left_to_the_caller(waits: list[float]) -> None:
    with pytest.raises(RateLimited) as told:
        Server(busy(retry_after="3600")).client().who_am_i()
    assert (waits, told.value.retry_after, told.value.code) == ([], 3600.0, "OUT_OF_POINTS")


@pytest.mark.parametrize("answer", [busy(503), httpx.ReadTimeout("slow")], ids=["unavailable", "no answer"])
def test_a_deed_that_does_not_name_itself_is_never_sent_twice(
    answer: httpx.Response | httpx.TransportError, waits: list[float]
) -> None:
    server = Server(answer)
    with pytest.raises((Unavailable, Unreachable)):
        server.client().ask("mutation { publishEdition(input: {}) { __typename } }")
    assert (server.asked, waits) == (1, [])


def test_a_deed_that_names_itself_is_sent_again(waits: list[float]) -> None:
    done_once = httpx.Response(
        200, json={"data": {"outcome": {"__typename": "EditionPublished", "isNew": True, "edition": {"number": 2}}}}
    )
    server = Server(httpx.ReadTimeout("slow"), busy(503, retry_after="1"), done_once)
    told = server.client().publish_edition(PublishEditionInput(client_mutation_id="mine"))
    assert (told.outcome.typename__, server.asked, len(waits)) == ("EditionPublished", 3, 2)


async def test_the_async_client_waits_without_holding_others_up(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    http = httpx.AsyncClient(transport=httpx.MockTransport(Server(busy(retry_after="3"))))
    assert (await AsyncClient(http=http).who_am_i()).viewer.role == "anonymous"
    assert waited == [3.0]
