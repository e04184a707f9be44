"""What tests of the database share: a connection whose writes are taken back."""

from collections.abc import AsyncGenerator

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import Database


@pytest.fixture
async def connection(register_database: str) -> AsyncGenerator[AsyncConnection, None]:
    database = Database(register_database)
    async with database.writing() as connection:
        yield connection
        await connection.rollback()
    await database.close()
