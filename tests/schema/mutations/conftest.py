from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import pytest

from db.engine import Database
from db.visibility import Viewer
from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, Office

Deed = Callable[..., Awaitable[dict[str, Any]]]

ERRORS = "... on DeedRefused { code message remedy path } ... on VersionConflict { code expectedVersion newestVersion }"


@pytest.fixture
async def office(fresh_database: str) -> AsyncGenerator[Office, None]:
    """A register with the systems and their rules, and nothing else."""
    database = Database(fresh_database)
    office = Office(database)
    await office.ground()
    yield office
    await database.close()


@pytest.fixture
def deed(office: Office) -> Deed:
    async def doing(name: str, selection: str, given: dict[str, Any], viewer: Viewer = CLARA) -> dict[str, Any]:
        """Ask for a deed by the API; its answer."""
        kind = name[0].upper() + name[1:]
        document = f"mutation($input: {kind}Input!) {{ {name}(input: $input) {{ __typename {selection} {ERRORS} }} }}"
        answer = await execute(document, context_for(office.database, viewer=viewer), {"input": given})
        assert not answer.errors, answer.errors
        told: dict[str, Any] = answer.data[name]
        return told

    return doing
