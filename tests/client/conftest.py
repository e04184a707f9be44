"""The client of `client/` before a real register: in one process, or over a socket."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from auktor_client import AsyncClient

from auktor.asgi import create_app
from auktor.listening import listening
from auktor.settings import Settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a home without editions."""
    return Settings(home=tmp_path_factory.mktemp("home"))


@dataclass
class Wire:
    """The register in this process, and what was sent to it."""

    http: httpx.AsyncClient
    sent: list[httpx.Request] = field(default_factory=list)


@pytest.fixture
async def wire(settings: Settings, register_database: str) -> AsyncGenerator[Wire, None]:
    """A way to the register without a socket."""
    app = create_app(settings, register_database)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app)) as http,
    ):
        wire = Wire(http)

        async def remember(request: httpx.Request) -> None:
            wire.sent.append(request)

        http.event_hooks["request"] = [remember]
        yield wire


@pytest.fixture
def client(wire: Wire) -> AsyncClient:
    """A client that asks as a reader without a role."""
    return AsyncClient("http://register.test", http=wire.http)


@pytest.fixture(scope="module")
def address(settings: Settings, register_database: str) -> Generator[str, None, None]:
    """The address of the register on a socket, served by a thread of this process."""
    config = uvicorn.Config(create_app(settings, register_database), log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with listening("127.0.0.1", 0) as socket:
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([socket])))
        thread.start()
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        server.should_exit = True
        thread.join()
