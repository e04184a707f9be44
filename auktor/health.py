"""Whether the program runs, and whether it can answer."""

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from auktor.core.errors import AuktorError
from db import migrate
from db.engine import Database


async def livez(_request: Request) -> Response:
    """The process runs; no more is said, so that a broken database never gets it restarted."""
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


class Readiness:
    """Whether the database answers, is migrated as the program needs, and an edition is there to serve."""

    def __init__(self, database: Database, editions: Path) -> None:
        self._database = database
        self._editions = editions
        self._newest = migrate.newest()

    async def __call__(self, _request: Request) -> Response:
        """200 and what was found; 503 where something is missing, with its name."""
        found = {**await self._database_state(), "edition": (self._editions / "current.json").is_file()}
        ready = all(found.values())
        return JSONResponse({"ready": ready, **found}, 200 if ready else 503, headers={"cache-control": "no-store"})

    async def _database_state(self) -> dict[str, bool]:
        try:
            async with self._database.reading() as connection:
                return {"database": True, "migrated": await self._is_migrated(connection)}
        except AuktorError:
            return {"database": False, "migrated": False}

    async def _is_migrated(self, connection: AsyncConnection) -> bool:
        return await connection.run_sync(migrate.at_revision) == self._newest
