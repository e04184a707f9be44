"""`auktor migrate`: the tables and rules of the database as this program knows them."""

import click

from auktor.commands.options import begin
from auktor.database import database_of
from db import migrate


@click.command(epilog="Example: AUKTOR_DATABASE_URL=postgresql://auktor@db/auktor auktor migrate")
@click.option(
    "--to", "target", default="head", metavar="REVISION", help="The revision to reach; without it, the newest."
)
def command(target: str) -> None:
    """Bring the database to the newest schema revision."""
    settings = begin()
    with database_of(settings) as url:
        migrate.upgrade(url, target)
    click.echo(f"The database is at revision {migrate.newest() if target == 'head' else target}.")
