"""Whether the program runs, and whether it can answer."""

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from auktor.core.errors import AuktorError
from auktor.newest_edition import newest_edition
from db import migrate
from db.engine import Database


async def livez(_request: Request) -> Response:
    """The process runs; no more is said, so that a broken database never gets it restarted."""
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


_LAG = """
    SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
        WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END
"""


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

    async def _database_state(self) -> dict[str, bool | float | None]:
        try:
            async with self._database.reading() as connection:
                lag = await _lag(connection) if self._database.reads_from_standby else None
                migrated = await self._is_migrated(connection)
        except AuktorError:
            return {"database": False, "migrated": False, "replica_lag_seconds": None}
        return {"database": True, "migrated": migrated, "replica_lag_seconds": lag}

    async def _is_migrated(self, connection: AsyncConnection) -> bool:
        return await connection.run_sync(migrate.at_revision) == self._newest


async def _lag(connection: AsyncConnection) -> float | None:
    """Seconds that what a standby shows is old; 0 when it has replayed all it received, None when it is no standby."""
    found = (await connection.exec_driver_sql(_LAG)).scalar_one()
    return None if found is None else round(float(found), 3)
