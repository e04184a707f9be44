"""`auktor publish`: an edition of the open data from what the register holds now."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from auktor.commands.options import begin, user
from auktor.commands.published import shown
from auktor.database import database_of
from auktor.editions import edition_as_it_was, publish_edition
from db import migrate
from publish.as_it_was import Asked
from publish.build import Built
from publish.ledger import BY_ITSELF
from publish.release import Unchanged

_DAY = click.DateTime(["%Y-%m-%d"])
_TIME = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ"])


@click.command(epilog="Example: auktor publish --to /srv/opendata")
@click.option("--to", metavar="PLACE", help="A folder, or s3://bucket/prefix; without it, the folder in the home.")
@click.option("--as-of", type=_DAY, metavar="DAY", help="Build what would have been said of another day; needs --to.")
@click.option("--known-at", type=_TIME, metavar="TIME", help="… with what the register knew then (UTC); needs --to.")
@click.option("--accept-drop", is_flag=True, help="Publish even though far fewer rows are left than in the newest.")
@click.option("--quiet", is_flag=True, help="Do not tell how far it has come.")
def command(
    to: str | None, as_of: datetime | None, known_at: datetime | None, *, accept_drop: bool, quiet: bool
) -> None:
    """Publish a new edition, unless nothing changed since the newest.

    With --as-of or --known-at, build what would have been said then, in an empty folder. That is no edition: it has
    number 0, is not signed and enters no chain.
    """
    settings = begin()
    with database_of(settings) as url, shown(quietly=quiet) as progress:
        migrate.upgrade(url)
        if as_of or known_at:
            asked = Asked(as_of.date() if as_of else None, known_at.replace(tzinfo=UTC) if known_at else None)
            _say_as_it_was(asyncio.run(edition_as_it_was(settings, url, _folder(to), asked, progress)))
            return
        deed = replace(BY_ITSELF, actor=f"auktor publish ({user()})", role="admin")
        edition = asyncio.run(
            publish_edition(settings, url, to=to, accept_drop=accept_drop, deed=deed, progress=progress)
        )
    if isinstance(edition, Unchanged):
        click.echo(f"Nothing changed: edition {edition.number} stays the newest.")
    else:
        click.echo(
            f"Published edition {edition.number} into {edition.where}\n"
            f"Rows: {_counted(edition.rows)}\nManifest: {edition.sha256}"
        )


def _folder(to: str | None) -> Path:
    if to is None or to.startswith("s3://"):
        message = "--as-of and --known-at need an empty folder of their own: --to FOLDER."
        raise click.UsageError(message)
    return Path(to)


def _say_as_it_was(built: Built) -> None:
    click.echo(
        f"Built into {built.folder} what would have been said of {built.imprint.as_of}, as known "
        f"{built.imprint.known_at.isoformat()}\nIt is no edition. Rows: {_counted(built.rows)}"
    )


def _counted(rows: dict[str, int]) -> str:
    return ", ".join(f"{table} {count:,}" for table, count in rows.items())
