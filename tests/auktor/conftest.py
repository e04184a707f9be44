"""The whole program in one process: the bundled register, an edition in a folder, and the application."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest

from auktor.asgi import create_app
from auktor.editions import publish_edition
from auktor.settings import Settings


@pytest.fixture(scope="module")
def settings(register_database: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a home with one published edition."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    asyncio.run(publish_edition(settings, register_database))
    return settings


@pytest.fixture(scope="module")
def edition(settings: Settings) -> Path:
    """The folder of the published edition."""
    return settings.editions / "editions" / "000001"


@pytest.fixture(scope="module")
async def client(settings: Settings, register_database: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client of the application, shared by the tests of a file: to make the application takes 0.2 s."""
    app = create_app(settings, register_database)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
    ):
        yield client
