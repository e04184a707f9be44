"""A primary and a standby that streams from it, both real, for tests of what happens when one is behind or gone."""

import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg

from db.embedded import bundled_binaries, embedded_postgres
from db.embedded.account import account_for
from db.embedded.server import EmbeddedPostgres

_SETTINGS = {"fsync": "off", "wal_level": "replica", "max_wal_senders": "4", "wal_receiver_status_interval": "1"}


@contextmanager
def primary(home: Path, **settings: str) -> Generator[EmbeddedPostgres, None, None]:
    """A PostgreSQL that others may follow."""
    with embedded_postgres(home, settings={**_SETTINGS, **settings}) as server:
        yield server


@contextmanager
def following(leader: EmbeddedPostgres, home: Path) -> Generator[EmbeddedPostgres, None, None]:
    """A standby of `leader`, made by pg_basebackup, which streams from it from then on."""
    home.mkdir()
    account = account_for(leader.data, [bundled_binaries()])
    account.own(home)
    words = ["--dbname", _conninfo(leader), "--pgdata", home / "postgres", "--write-recovery-conf", "--checkpoint=fast"]
    subprocess.run([*account.prefix, bundled_binaries() / "pg_basebackup", *words], check=True, cwd=home)
    with embedded_postgres(home, settings=_SETTINGS) as server:
        yield server


def both(first: EmbeddedPostgres, second: EmbeddedPostgres) -> str:
    """The address of whichever of the two can be written to."""
    folders = ",".join(parse_qs(urlsplit(each.dsn).query)["host"][0] for each in (first, second))
    return f"postgresql+asyncpg://auktor@/auktor?host={folders}&port=5432,5432&target_session_attrs=primary"


async def told(server: EmbeddedPostgres, sql: str) -> object:
    """The first value of what a statement gives."""
    connection = await asyncpg.connect(server.dsn)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


def _conninfo(server: EmbeddedPostgres) -> str:
    where = parse_qs(urlsplit(server.dsn).query)
    return f"host={where['host'][0]} port={where['port'][0]} user=auktor"
