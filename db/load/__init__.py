"""Loading files into the register: all of them in one transaction, or none.

Every row is checked before anything is written: its cells while it is copied into a temporary table, its place in the
whole by SQL. What is right is merged by `db.merge`; a dry run does the same and takes it back.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine

from auktor.core.periods import stockholm_today
from db.audit import Deed, audit
from db.engine import Database
from db.load.problems import LoadRefused, Problem
from db.load.report import LoadReport, NounReport, Progress, Step
from db.load.run import Run, named

__all__ = ["LoadRefused", "LoadReport", "NounReport", "Problem", "Progress", "Step", "load"]


async def load(  # noqa: PLR0913 -- what, where to, by whom, and how it is told
    database: str | AsyncEngine,
    paths: Sequence[Path],
    *,
    actor: str,
    dry_run: bool = False,
    progress: Progress | None = None,
    on: date | None = None,
) -> LoadReport:
    """Load the files of `paths` into the register at `database` and report what that changed.

    Raises `LoadRefused` with every problem found, and then keeps nothing but an entry in the log (a dry run not even
    that). `on` is the day that outside files speak of, today in Stockholm where it is not given; files in the
    register's own format carry their days. `progress` hears of every few thousand rows.
    """
    url = database if isinstance(database, str) else database.url.render_as_string(hide_password=False)
    day = on or stockholm_today(datetime.now(UTC))
    register = Database(url, pool_size=1)
    try:
        async with register.writing() as connection:
            run = Run(connection, actor, progress, day)
            report = await run.load(paths, dry_run=dry_run)
            transaction = connection.get_transaction()
            if dry_run and transaction:
                await transaction.rollback()
        if report.revision is not None and not dry_run:
            await _count(register, run.tables)
    except LoadRefused as refused:
        if not dry_run:
            await _log_refusal(register, Deed(actor, "admin", "load", named(paths), refused=refused.code))
        raise
    else:
        return report
    finally:
        await register.close()


async def _count(register: Database, tables: Iterable[str]) -> None:
    """Let PostgreSQL count what was loaded: a table it has never counted it plans to read as if it had ten pages.

    By itself it counts within a minute, and a table of few rows never. One that is being counted already is left.
    """
    async with register.writing() as connection:
        await connection.exec_driver_sql(f"ANALYZE (SKIP_LOCKED) {', '.join(sorted(tables))}")


async def _log_refusal(register: Database, deed: Deed) -> None:
    """Log what was refused, after its transaction: everything the load had done is taken back by then."""
    async with register.writing() as connection:
        await audit(connection, deed)
