"""The limit of Python that asks a database: the statements of an answer by asyncpg, and then bytes that are ready.

The statements are those of the register's plans. Nothing is read of the request, and nothing built of the rows: whoever
does that is slower.
"""

import asyncio
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import raw
from servers import POOL, slug

sys.path.append(str(Path(__file__).parents[1]))
from answers import Recording

from db.engine import Database
from schema.answering import Executor
from schema.context import Context
from schema.execution.arguments import NO_VARIABLES
from schema.execution.run import run_plan
from schema.schema import SCHEMA

_URL = os.environ["AUKTOR_DATABASE_URL"]
_QUERIES: dict[str, str] = json.loads(Path(os.environ["PEER_QUERIES"]).read_text("utf-8"))
_SETTINGS = {"TimeZone": "UTC", "jit": "off", "plan_cache_mode": "auto"}
_asked: dict[str, list[tuple[str, tuple[object, ...]]]] = {}
_idle: "asyncio.LifoQueue[asyncpg.Connection]" = asyncio.LifoQueue()


async def _begin() -> None:
    """Note what the plans ask, and connect."""
    executor, context = Executor(SCHEMA), Context(Database(_URL), datetime.now(UTC))
    for _ in range(POOL):
        _idle.put_nowait(await asyncpg.connect(_URL.replace("+asyncpg", ""), server_settings=_SETTINGS))
    connection = await _idle.get()
    for name, text in _QUERIES.items():
        plan: Any = executor.prepare(text).operations.plan(SCHEMA, None, NO_VARIABLES)
        recording = Recording(connection)
        await run_plan(plan, recording, context, NO_VARIABLES)
        _asked[f"/{slug(name)}"] = recording.sent
    _idle.put_nowait(connection)


async def app(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 -- ASGI's own shapes
    """Ask, and answer."""
    if scope["type"] == "lifespan":
        await receive()
        await _begin()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        return
    if scope["path"] in _asked:
        connection = await _idle.get()
        for query, values in _asked[scope["path"]]:
            await connection.fetch(query, *values)
        _idle.put_nowait(connection)
    await raw.app(scope, receive, send)
