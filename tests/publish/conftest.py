import asyncio
from collections.abc import AsyncGenerator, Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import migrate
from db.engine import Database
from publish.release import Published, publish
from publish.signing import make_key
from tests import clusters, lending
from tests.clusters import Server
from tests.publish.small_register import AWKWARD, SMALL, actor, describe


@pytest.fixture(scope="session")
def small_template(postgres: Server) -> str:
    """A database with the small register, to be copied."""

    def fill(url: str) -> None:
        migrate.upgrade(url)
        asyncio.run(_describe(url))

    return clusters.template(postgres, "small", fill)


async def _describe(url: str) -> None:
    database = Database(url)
    await describe(database, *SMALL)
    await database.close()


@pytest.fixture
def fresh_small(postgres: Server, small_template: str) -> Generator[str, None, None]:
    """The address of the small register, for a test of its own."""
    with lending.lent(postgres, like=small_template) as url:
        yield url


@pytest.fixture
async def small(fresh_small: str) -> AsyncGenerator[Database, None]:
    """The small register, for a test of its own."""
    database = Database(fresh_small)
    yield database
    await database.close()


@pytest.fixture(scope="module")
def module_register(postgres: Server, small_template: str) -> Generator[str, None, None]:
    """The address of the small register, shared by the tests of a file."""
    with clusters.database(postgres, like=small_template) as url:
        yield url


@pytest.fixture(scope="session")
def edition(postgres: Server, small_template: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first edition of the small register with an actor of awkward name, signed, for tests that only read it."""
    with clusters.database(postgres, like=small_template) as url:
        return asyncio.run(_published(url, tmp_path_factory.mktemp("opendata")))


async def _published(url: str, folder: Path) -> Path:
    database = Database(url)
    await describe(database, actor("awkward", AWKWARD, "MUNICIPALITY", name_en=""))
    key = make_key(folder.with_suffix(".pem"))
    published = await publish(database, folder, now=datetime(2026, 5, 1, 12, 0, tzinfo=UTC), key=key)
    await database.close()
    assert isinstance(published, Published)
    return Path(published.where)
