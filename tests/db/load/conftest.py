"""Every test of loading gets a desk of its own: a folder for files, and a migrated database."""

from collections.abc import AsyncGenerator
from pathlib import Path

import asyncpg
import pytest

from tests.db.load.desk import Desk


@pytest.fixture
async def shared_desk(module_database: str, tmp_path: Path) -> AsyncGenerator[Desk, None]:
    """For files that are refused: they leave nothing, so the tests of a file can share one register."""
    register = await asyncpg.connect(module_database.replace("+asyncpg", "", 1))
    yield Desk(module_database, tmp_path, register)
    await register.close()


@pytest.fixture
async def desk(fresh_database: str, tmp_path: Path) -> AsyncGenerator[Desk, None]:
    register = await asyncpg.connect(fresh_database.replace("+asyncpg", "", 1))
    yield Desk(fresh_database, tmp_path, register)
    await register.close()
