"""Whether the program runs, and whether it can answer."""

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from auktor.core.errors import AuktorError
from auktor.newest_edition import newest_edition
from db import migrate
from db.engine import Database
from db.standbys import Standbys


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
        newest = newest_edition(self._editions)
        found = {**await self._database_state(), "edition": newest is not None}
        ready = found["database"] and found["migrated"] and found["edition"]
        last = newest and {"number": newest.number, "issued": newest.issued.isoformat()}
        told = {"ready": ready, **found, "last_edition": last}
        return JSONResponse(told, 200 if ready else 503, headers={"cache-control": "no-store"})

    async def _database_state(self) -> dict[str, object]:
        standbys = self._database.standbys
        try:
            async with self._database.reading() as connection:
                migrated = await self._is_migrated(connection)
        except AuktorError:
            return {"database": False, "migrated": False, **_servers(standbys, primary=False)}
        primary = standbys.primary.seen is not None if standbys else True
        return {"database": True, "migrated": migrated, **_servers(standbys, primary=primary)}

    async def _is_migrated(self, connection: AsyncConnection) -> bool:
        return await connection.run_sync(migrate.at_revision) == self._newest


def _servers(standbys: Standbys, *, primary: bool) -> dict[str, object]:
    """Whether the primary answers, so that the register can be written, and how far each standby has come.

    `replica_lag_seconds` is the largest lag of those that answer.
    """
    seen = [each.seen for each in standbys.watched]
    lags = [each.lag_seconds for each in seen if each and each.lag_seconds is not None]
    return {
        "primary": primary,
        "replica_lag_seconds": round(max(lags), 3) if lags else None,
        "standbys": [each and {"revision": each.revision, "lag_seconds": each.lag_seconds} for each in seen],
    }
