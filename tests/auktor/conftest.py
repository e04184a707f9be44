"""The whole program in one process: the bundled register in a database, an edition in a folder, and the application."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from pathlib import Path

import httpx
import pytest

from auktor.asgi import create_app
from auktor.editions import publish_edition
from auktor.preparing import load_bundled
from auktor.settings import Settings
from db import migrate
from tests import clusters
from tests.clusters import Server


def _fill(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(load_bundled(Settings(), url, lambda _step: None))


@pytest.fixture(scope="session")
def bundled(postgres: Server) -> str:
    """The template that holds the bundled register with its examples."""
    return clusters.template(postgres, "bundled", _fill)


@pytest.fixture(scope="session")
def register_url(postgres: Server, bundled: str) -> Generator[str, None, None]:
    """A database with the bundled register, for tests that only read it."""
    with clusters.database(postgres, like=bundled) as url:
        yield url


@pytest.fixture(scope="session")
def settings(register_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a home with one published edition."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    asyncio.run(publish_edition(settings, register_url))
    return settings


@pytest.fixture(scope="session")
def edition(settings: Settings) -> Path:
    """The folder of the published edition."""
    return settings.editions / "editions" / "000001"


@pytest.fixture
async def client(settings: Settings, register_url: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    """A client of the application."""
    app = create_app(settings, register_url)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
    ):
        yield client
