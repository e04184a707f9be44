from collections.abc import AsyncGenerator

import pytest

from db.engine import Database
from tests.db.deeds.office import Office


@pytest.fixture
async def office(fresh_database: str) -> AsyncGenerator[Office, None]:
    """A register with the systems and their rules, and nothing else."""
    database = Database(fresh_database)
    office = Office(database)
    await office.ground()
    yield office
    await database.close()
