"""What tests share: a real PostgreSQL, migrated by the real migrations, and databases like it.

| fixture | gives |
|---|---|
| `postgres` | the server: 18, or the one AUKTOR_TEST_DATABASE_URL names; each at hand under `every_postgres` |
| `fresh_database` | the address of a migrated database of the test's own |
| `module_database` | the same, shared by the tests of a file |
| `register_database` | the address of a database that holds the bundled data, shared by the tests of a file, to read |
| `fresh_register` | the same, of the test's own, to write |
| `bare_database` | the address of an empty database of the test's own |
"""

import asyncio
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from db import migrate
from db.load import load
from tests import clusters, lending
from tests.clusters import Server

_DATA = Path(__file__).parents[1] / "data"
_RUN = pytest.StashKey[clusters.Run]()


def pytest_xdist_auto_num_workers() -> int:
    """Half as many workers again as there are cores: half of its time a worker waits for something else."""
    return max(2, (os.cpu_count() or 2) * 3 // 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow files first: a worker runs a whole file, and whoever begins a long one last keeps all waiting."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run in the process that starts the workers, and keep the developer's own settings out of it."""
    for name in [name for name in os.environ if name.startswith("AUKTOR_") and not name.startswith("AUKTOR_TEST_")]:
        del os.environ[name]
    if not hasattr(config, "workerinput"):
        config.stash[_RUN] = clusters.Run()


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the servers with the run."""
    if _RUN in config.stash:
        config.stash[_RUN].end()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test marked `every_postgres` once on each server."""
    if "postgres" in metafunc.fixturenames and metafunc.definition.get_closest_marker("every_postgres"):
        metafunc.parametrize("postgres", _servers_at_hand(), indirect=True, scope="session")


def _servers_at_hand() -> list[object]:
    if clusters.GIVEN_VARIABLE in os.environ:
        return ["given"]
    missing = pytest.mark.skipif(not clusters.SYSTEM_15.exists(), reason="no PostgreSQL 15 in /usr/lib/postgresql")
    return ["18", pytest.param("15", marks=[pytest.mark.postgres15, missing])]


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Server:
    return clusters.server(getattr(request, "param", _servers_at_hand()[0]))


@pytest.fixture(scope="session")
def migrated(postgres: Server) -> str:
    return clusters.template(postgres, "migrated", migrate.upgrade)


@pytest.fixture
def fresh_database(postgres: Server, migrated: str) -> Generator[str, None, None]:
    with lending.lent(postgres, like=migrated) as url:
        yield url


@pytest.fixture(scope="module")
def module_database(postgres: Server, migrated: str) -> Generator[str, None, None]:
    with clusters.database(postgres, like=migrated) as url:
        yield url


@pytest.fixture
def bare_database(postgres: Server) -> Generator[str, None, None]:
    with clusters.database(postgres) as url:
        yield url


@pytest.fixture(scope="session")
def loaded(postgres: Server) -> str:
    return clusters.template(postgres, "loaded", _load_bundled_data)


def _load_bundled_data(url: str) -> None:
    migrate.upgrade(url)
    asyncio.run(load(url, [_DATA / "register", _DATA / "example"], actor="tests"))


@pytest.fixture(scope="module")
def register_database(postgres: Server, loaded: str) -> Generator[str, None, None]:
    with clusters.database(postgres, like=loaded) as url:
        yield url


@pytest.fixture
def fresh_register(postgres: Server, loaded: str) -> Generator[str, None, None]:
    with clusters.database(postgres, like=loaded) as url:
        yield url


@pytest.fixture(scope="session", autouse=True)
def _no_power_cut() -> Generator[None, None, None]:
    """What tests write need not outlive a power cut; to wait for the disk takes longer than to write."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        yield


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"
