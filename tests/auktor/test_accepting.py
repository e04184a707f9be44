"""Of connections that come at one instant no process takes all, and none rests where there is nothing to share."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
import uvicorn

from auktor.accepting import ACCEPTING, MOST_RESTS, Accepting
from auktor.asgi import create_app
from auktor.patience import ImpatientProtocol
from auktor.settings import Settings


class Clock:
    """Time that passes when told to, and how often somebody rested."""

    def __init__(self) -> None:
        self.now, self.rests = 1.0, 0

    def __call__(self) -> float:
        return self.now

    def rest(self, _seconds: float) -> None:
        self.rests += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accepting(clock: Clock) -> Accepting:
    return Accepting(clock, clock.rest)


def test_who_accepts_one_after_another_at_once_rests_between_them(accepting: Accepting, clock: Clock) -> None:
    clock.now += 1
    for _ in range(4):
        accepting.accepted()
    assert clock.rests == 3


def test_who_accepts_now_and_then_never_rests(accepting: Accepting, clock: Clock) -> None:
    for _ in range(100):
        clock.now += 0.001
        accepting.accepted()
    assert clock.rests == 0


def test_rests_are_few_and_given_back(accepting: Accepting, clock: Clock) -> None:
    for _ in range(1000):
        accepting.accepted()
    assert clock.rests == MOST_RESTS
    clock.now += 1
    for _ in range(1000):
        accepting.accepted()
    assert clock.rests == 2 * MOST_RESTS


@pytest.fixture
async def port(accepting: Accepting) -> AsyncGenerator[int, None]:
    async def app(scope: dict[str, object], receive: object, send: object) -> None:
        state: dict[str, object] = scope["state"]  # type: ignore[assignment]
        state[ACCEPTING] = accepting
        for said in ("startup", "shutdown"):
            await receive()  # type: ignore[operator]
            await send({"type": f"lifespan.{said}.complete"})  # type: ignore[operator]

    server = uvicorn.Server(uvicorn.Config(app, port=0, http=ImpatientProtocol, log_config=None, ws="none"))
    serving = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 -- uvicorn says it in no other way
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await serving


async def test_each_connection_is_one_that_was_accepted(port: int, clock: Clock) -> None:
    for _ in range(3):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"nonsense\r\n\r\n")
        await reader.read()
        writer.close()
    assert clock.rests == 3


@pytest.mark.parametrize("workers", [1, 2])
async def test_a_process_that_is_alone_shares_with_nobody(
    settings: Settings, register_database: str, workers: int
) -> None:
    app = create_app(settings.model_copy(update={"workers": workers}), register_database)
    async with app.router.lifespan_context(app) as state:
        assert (ACCEPTING in state) is (workers > 1)
