"""`auktor audit`: what can be asked of the audit log."""

import asyncio

import click

from auktor.commands.options import begin
from auktor.core.errors import Refused
from auktor.database import database_of
from db.audit_chain import Chain, check
from db.engine import Database


class LogBent(Refused):
    """An audit log that is not as it was written."""

    code = "AUDIT_LOG_BENT"


@click.group(epilog="Example: auktor audit verify")
def command() -> None:
    """Check the audit log."""


@command.command(epilog="Example: auktor audit verify --head 5f2c… (audit_head of an edition's manifest.json)")
@click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="HASH",
    help="A hash that must be in the log, as an edition's manifest has it in audit_head; may be given several times.",
)
def verify(heads: tuple[str, ...]) -> None:
    """Find any entry of the log that was changed, deleted or moved, and say where."""
    settings = begin()
    with database_of(settings) as url:
        chain = asyncio.run(_checked(url, heads))
    if chain.faults:
        told = "\n".join(f"  {fault.place}: {fault.told}" for fault in chain.faults)
        raise LogBent(
            f"The audit log is not as it was written.\n{told}\nCompare with a backup, from the first of these on."
        )
    click.echo(f"The audit log is whole: {chain.entries:,} entries.\nHead: {chain.head}")


async def _checked(url: str, heads: tuple[str, ...]) -> Chain:
    database = Database(url)
    try:
        async with database.reading() as connection:
            return await check(connection, heads)
    finally:
        await database.close()
