"""`auktor redact`: an edition withdrawn for good, with a reason; the chain holds."""

import asyncio
from datetime import UTC, datetime

import click

from auktor.commands.options import begin, user
from auktor.database import database_of
from auktor.editions import redact_edition
from db import migrate
from publish.redaction import Redaction


@click.command(epilog='Example: auktor redact 12 --reason "En personuppgift stod i ett fritextfält."')
@click.argument("number", type=click.IntRange(1))
@click.option("--reason", required=True, help="Why, in words for the public; it is published.")
@click.option("--from", "place", metavar="PLACE", help="A folder, or s3://bucket/prefix; without it, as published.")
def command(number: int, reason: str, place: str | None) -> None:
    """Withdraw a published edition: its files go, its manifest stays so that the chain holds.

    The audit log tells who did it, and why. Editions issued after it still tell in diff.ndjson what they changed:
    withdraw the next one too where that matters.
    """
    settings = begin()
    redaction = Redaction(number, reason, datetime.now(UTC).replace(microsecond=0))
    with database_of(settings) as url:
        migrate.upgrade(url)
        asyncio.run(redact_edition(settings, url, redaction, actor=f"auktor redact ({user()})", place=place))
    click.echo(
        f"Edition {number} is withdrawn: its files are gone, its manifest stays.\n"
        f"Look at diff.ndjson of edition {number + 1}, if there is one: it names the old values of rows it changed."
    )
