"""A register that is written to while it is followed.

| fixture | gives |
|---|---|
| `app` | the application on a register of the file's own, shared by its tests |
| `write` | `await write(key, …)`: describes public actors of these keys, each in a revision of its own |
"""

from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest
from starlette.applications import Starlette

from auktor.asgi import create_app
from auktor.settings import Settings
from db.engine import Database
from tests.publish.small_register import actor, describe

Write = Callable[..., Awaitable[None]]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    few = {"live_connections": 3, "live_connections_a_client": 2, "live_operations": 2}
    return Settings.model_validate({"home": tmp_path_factory.mktemp("home"), **few})


@pytest.fixture(scope="module")
async def app(settings: Settings, module_database: str) -> AsyncGenerator[Starlette, None]:
    app = create_app(settings, module_database)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def write(module_database: str) -> AsyncGenerator[Write, None]:
    database = Database(module_database)

    async def writing(*keys: str) -> None:
        for key in keys:
            await describe(database, actor(key, key.title(), "MUNICIPALITY"))

    yield writing
    await database.close()
