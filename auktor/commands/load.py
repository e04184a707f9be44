"""`auktor load`: files into the register, all of them or none."""

import asyncio
from datetime import datetime
from pathlib import Path

import click

from auktor.commands.options import begin, user
from auktor.commands.progress import load_progress
from auktor.database import database_of
from db import migrate
from db.load import load


@click.command(epilog="Example: auktor load --dry-run suppliers.csv scb_myndighetsregistret.json")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH…")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day that outside lists speak of, which bear none themselves; today where it is not given.",
)
def command(paths: tuple[Path, ...], *, dry_run: bool, on: datetime | None) -> None:
    """Load files, or folders with a manifest, into the register.

    What each file may hold is told in data/README.md. A bad row is reported with its file, line, column, value, reason
    and remedy, and then nothing is loaded. Loading the same twice changes nothing.
    """
    settings = begin()
    with database_of(settings) as url, load_progress() as progress:
        migrate.upgrade(url)
        actor, day = f"auktor load ({user()})", on.date() if on else None
        report = asyncio.run(load(url, paths, dry_run=dry_run, actor=actor, progress=progress, on=day))
    click.echo(str(report))
