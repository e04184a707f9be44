"""The PostgreSQL servers of a test run: one for each version, begun when first asked for, shared by all workers.

Each server is held by a keeper, a process of its own that lives until the run's lock is free. The run holds that lock
by an open file, so the servers go with it however it ends, `kill -9` included.
"""

import asyncio
import fcntl
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple
from uuid import uuid4

import asyncpg
from sqlalchemy import make_url

from db.embedded import bundled_binaries, embedded_postgres

FOLDER_VARIABLE = "AUKTOR_TEST_RUN"
GIVEN_VARIABLE = "AUKTOR_TEST_DATABASE_URL"
SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")

# Nothing here needs to outlive a power cut.
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "wal_level": "minimal",
    "log_min_messages": "fatal",
}
_START_SECONDS = 60
_END_SECONDS = 30


class Server(NamedTuple):
    """A PostgreSQL to test on: what to call it, and the address of a database on it that may create others."""

    name: str
    url: str


class Run:
    """One test run: a folder that its workers share, and the lock that its servers live by."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="auktor-tests-"))
        self._lock: IO[str] = (self.folder / "run.lock").open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        os.environ[FOLDER_VARIABLE] = str(self.folder)

    def end(self) -> None:
        """Let the keepers go, and wait for them, so that nothing is running when the run has ended."""
        _forget_databases_on_given_server()
        self._lock.close()
        until = time.monotonic() + _END_SECONDS
        while any(self.folder.glob("*.kept")) and time.monotonic() < until:
            time.sleep(0.01)
        shutil.rmtree(self.folder, ignore_errors=True)
        del os.environ[FOLDER_VARIABLE]


def server(name: str) -> Server:
    """The running server `given`, `15` or `18`; the first worker to ask starts it."""
    if name == "given":
        return Server(name, os.environ[GIVEN_VARIABLE].replace("postgresql:", "postgresql+asyncpg:", 1))
    folder = _shared_folder()
    address = folder / f"{name}.url"
    with _one_at_a_time(folder / f"{name}.lock"):
        if not address.exists():
            _start_keeper(folder, name)
    return Server(name, address.read_text())


def template(server: Server, name: str, prepare: Callable[[str], None]) -> str:
    """The name of a database that others are copied from; the first worker to ask makes it and has it prepared."""
    folder = _shared_folder()
    database = f"{_run_name()}_{name}"
    ready = folder / f"{server.name}.{database}.template"
    with _one_at_a_time(folder / f"{server.name}.{name}.lock"):
        if not ready.exists():
            _command(server, f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
            _command(server, f'CREATE DATABASE "{database}"')
            prepare(url_of(server, database))
            ready.touch()
    return database


@contextmanager
def database(server: Server, like: str | None = None) -> Generator[str, None, None]:
    """The address of a new database, a copy of the template `like`, dropped when the block ends."""
    url = create(server, like)
    try:
        yield url
    finally:
        drop(server, url)


def create(server: Server, like: str | None = None) -> str:
    """The address of a new database, a copy of the template `like`; it goes with the run, if not before."""
    name = f"{_run_name()}_{uuid4().hex[:12]}"
    copied = f'TEMPLATE "{like}" STRATEGY FILE_COPY' if like else ""
    _command(server, f'CREATE DATABASE "{name}" {copied}')
    return url_of(server, name)


def drop(server: Server, url: str) -> None:
    """Drop a database, whoever is still connected to it."""
    _command(server, f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')


def url_of(server: Server, database: str) -> str:
    """The address of another database on the same server."""
    return make_url(server.url).set(database=database).render_as_string(hide_password=False)


def _command(server: Server, sql: str) -> None:
    asyncio.run(_fetched(server, sql))


async def _fetched(server: Server, sql: str) -> list[Any]:
    """The first value of every row a statement gives."""
    connection = await asyncpg.connect(server.url.replace("+asyncpg", "", 1))
    try:
        return [row[0] for row in await connection.fetch(sql)]
    finally:
        await connection.close()


def _shared_folder() -> Path:
    return Path(os.environ[FOLDER_VARIABLE])


def _run_name() -> str:
    """What the names of all databases of the run begin with."""
    return _shared_folder().name.replace("-", "_").lower()


@contextmanager
def _one_at_a_time(lock: Path) -> Generator[None, None, None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _start_keeper(folder: Path, name: str) -> None:
    log = folder / f"{name}.keeper.log"
    into_log = [(os.POSIX_SPAWN_OPEN, 1, log, os.O_CREAT | os.O_WRONLY, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
    words = [sys.executable, __file__, str(folder), name]
    keeper = os.posix_spawn(sys.executable, words, os.environ, file_actions=into_log, setsid=True)
    until = time.monotonic() + _START_SECONDS
    while not (folder / f"{name}.url").exists():
        if os.waitpid(keeper, os.WNOHANG) != (0, 0) or time.monotonic() > until:
            message = f"PostgreSQL {name} for the tests did not start: {log.read_text()}"
            raise RuntimeError(message)
        time.sleep(0.01)


def _keep(folder: Path, name: str) -> None:
    """Run a server until the run's lock is free."""
    kept = folder / f"{name}.kept"
    kept.touch()
    binaries = SYSTEM_15 if name == "15" else bundled_binaries()
    try:
        with embedded_postgres(folder / name, binaries=binaries, settings=_SETTINGS) as running:
            (folder / f"{name}.url.new").write_text(running.url)
            (folder / f"{name}.url.new").rename(folder / f"{name}.url")
            with (folder / "run.lock").open() as run:
                fcntl.flock(run, fcntl.LOCK_SH)
        shutil.rmtree(folder / name, ignore_errors=True)
    finally:
        kept.unlink(missing_ok=True)


def _forget_databases_on_given_server() -> None:
    """Drop what the run has made on a server that outlives it."""
    if GIVEN_VARIABLE not in os.environ:
        return
    given = server("given")
    for name in asyncio.run(_fetched(given, "SELECT datname FROM pg_database")):
        if name.startswith(_run_name()):
            _command(given, f'DROP DATABASE "{name}" WITH (FORCE)')


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), sys.argv[2])
