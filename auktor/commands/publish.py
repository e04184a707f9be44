"""`auktor publish`: an edition of the open data from what the register holds now."""

import asyncio
from datetime import datetime

import click

from auktor.commands.options import begin
from auktor.database import database_of
from auktor.editions import publish_edition
from db import migrate
from publish.release import Unchanged

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog="Example: auktor publish --to /srv/opendata")
@click.option("--to", metavar="PLACE", help="A folder, or s3://bucket/prefix; without it, the folder in the home.")
@click.option("--as-of", type=_DAY, metavar="DAY", help="The day the edition describes; without it, today.")
@click.option("--accept-drop", is_flag=True, help="Publish even though far fewer rows are left than in the newest.")
def command(to: str | None, as_of: datetime | None, *, accept_drop: bool) -> None:
    """Publish a new edition, unless nothing changed since the newest."""
    settings = begin()
    with database_of(settings) as url:
        migrate.upgrade(url)
        day = as_of.date() if as_of else None
        edition = asyncio.run(publish_edition(settings, url, to=to, as_of=day, accept_drop=accept_drop))
    if isinstance(edition, Unchanged):
        click.echo(f"Nothing changed: edition {edition.number} stays the newest.")
    else:
        rows = ", ".join(f"{table} {count:,}" for table, count in edition.rows.items())
        click.echo(f"Published edition {edition.number} into {edition.where}\nRows: {rows}\nManifest: {edition.sha256}")
