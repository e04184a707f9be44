from collections.abc import AsyncGenerator

import pytest

from db.engine import Database
from tests.publish.small_register import SMALL, describe


@pytest.fixture
async def small(fresh_database: str) -> AsyncGenerator[Database, None]:
    """The small register."""
    database = Database(fresh_database)
    await describe(database, *SMALL)
    yield database
    await database.close()
