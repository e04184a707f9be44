"""`auktor load`: files into the register, all of them or none."""

import asyncio
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
def command(paths: tuple[Path, ...], *, dry_run: bool) -> None:
    """Load files, or folders with a manifest, into the register.

    What each file may hold is told in data/README.md. A bad row is reported with its file, line, column, value, reason
    and remedy, and then nothing is loaded. Loading the same twice changes nothing.
    """
    settings = begin()
    with database_of(settings) as url, load_progress() as progress:
        migrate.upgrade(url)
        report = asyncio.run(load(url, paths, dry_run=dry_run, actor=f"auktor load ({user()})", progress=progress))
    click.echo(str(report))
