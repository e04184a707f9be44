"""Which database a command works on: the one it is given, or the embedded one under the home folder."""

import asyncio
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlalchemy as sa

from auktor.settings import Settings
from db.embedded import embedded_postgres
from db.embedded.home import HomeInUse
from db.engine import Database, DatabaseRefused


@contextmanager
def database_of(
    settings: Settings, *, alone: bool = False, meanwhile: Callable[[], object] = bool
) -> Generator[str, None, None]:
    """The address of the database while the block runs; an embedded one is started for it and stopped after it.

    One that is given is asked something first, so that nothing is begun on a database that cannot be used. Where
    another program on the same home runs the embedded one already, it is shared, unless the caller must be `alone`.
    While the embedded one starts, `meanwhile` is done.
    """
    if settings.database_url:
        asyncio.run(ask(settings.database_url, "SELECT true"))
        meanwhile()
        yield settings.database_url
        return
    with ExitStack() as held:
        try:
            server = held.enter_context(embedded_postgres(settings.home, meanwhile=meanwhile))
        except HomeInUse:
            running = _address_file(settings.home)
            if alone or not running.exists():
                raise
            yield running.read_text("utf-8")
        else:
            held.enter_context(_told(settings.home, server.url))
            yield server.url


async def ask(url: str, question: str) -> bool:
    """The answer of the database at `url` to a question of yes or no in SQL; DatabaseGone where it gives none.

    DatabaseRefused, in PostgreSQL's own words, where it lets nobody in.
    """
    database = Database(url)
    try:
        async with database.reading() as connection:
            return bool(await connection.scalar(sa.text(question)))
    except DatabaseRefused as error:
        raise DatabaseRefused(f"PostgreSQL says: {error.said}. {error.message}", said=error.said) from error
    finally:
        await database.close()


@contextmanager
def _told(home: Path, url: str) -> Generator[None, None, None]:
    """Let other commands find the running database. What a killed program leaves is written over by the next."""
    file = _address_file(home)
    file.write_text(url, "utf-8")
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def _address_file(home: Path) -> Path:
    return home / "database.url"
