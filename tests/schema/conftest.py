"""What tests of the API share: the loaded register, and a way to ask it.

| fixture | gives |
|---|---|
| `register` | the loaded register, shared by the tests of a file and never written to |
| `ask` | `await ask(document, **variables)`: the data of an answer without errors |
| `refused` | `await refused(document, **variables)`: the codes and messages of an answer's errors |
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

import pytest

from auktor.core.errors import AuktorError
from db.engine import Database
from schema.schema import context_for, execute

Ask = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module")
async def register(register_database: str) -> AsyncGenerator[Database, None]:
    database = Database(register_database)
    yield database
    await database.close()


@pytest.fixture
def ask(register: Database) -> Ask:
    async def asking(document: str, **variables: object) -> Any:  # noqa: ANN401 -- an answer of any shape
        answer = await execute(document, context_for(register), variables)
        assert not answer.errors, answer.errors
        return answer.data

    return asking


@pytest.fixture
def refused(register: Database) -> Ask:
    async def asking(document: str, **variables: object) -> list[str]:
        answer = await execute(document, context_for(register), variables)
        assert answer.errors, answer.data
        return [_code(error) for error in answer.errors]

    return asking


def _code(error: Any) -> str:  # noqa: ANN401 -- strawberry's error
    """The stable code of an error; an error that none of ours stands behind is shown whole."""
    cause = error.original_error
    while cause is not None and not isinstance(cause, AuktorError):
        cause = cause.__cause__ or getattr(cause, "original_error", None)
    if cause is not None:
        return str(cause.code)
    return str((error.extensions or {}).get("code", repr(error)))
