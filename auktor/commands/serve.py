"""`auktor serve`: everything from an empty folder to answered requests, and back to nothing running."""

import asyncio
import signal

import click

from auktor.commands.options import begin
from auktor.commands.progress import load_progress
from auktor.database import database_of
from auktor.preparing import prepare
from auktor.publishing import publishing
from auktor.serving import answer_on, listening
from auktor.settings import Settings
from db import migrate
from db.embedded.signals import handled, leave

_STOPPED_BY = {128 + signal.SIGTERM, 128 + signal.SIGHUP}


@click.command(epilog="Example: auktor serve --port 8080")
@click.option("--host", help="The network address to listen on (AUKTOR_HOST).")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on (AUKTOR_PORT).")
@click.option("--workers", type=click.IntRange(1, 64), help="How many processes answer (AUKTOR_WORKERS).")
def command(host: str | None, port: int | None, workers: int | None) -> None:
    """Serve the register: start PostgreSQL, migrate, load what is missing, publish, answer.

    Ctrl-C lets the requests in flight end and stops all that was started.
    """
    settings = begin(host=host, port=port, workers=workers)
    try:
        with handled(leave, signal.SIGTERM, signal.SIGHUP):
            _serve(settings)
    except KeyboardInterrupt:
        pass
    except SystemExit as end:
        if end.code not in _STOPPED_BY:
            raise
    click.echo("Stopped.")


def _serve(settings: Settings) -> None:
    with listening(settings.host, settings.port) as ours, database_of(settings, alone=True) as url:
        click.echo(f"PostgreSQL: {'the one given' if settings.database_url else f'embedded, in {settings.home}'}")
        _prepare(settings, url)
        click.echo(
            f"The register is served on {settings.public_url}\n"
            f"  questions {settings.public_url}/graphql\n"
            f"  files     {settings.opendata_url}/current.json\n"
            "Ctrl-C stops it."
        )
        with publishing(settings, url):
            answer_on(ours, settings, url)


def _prepare(settings: Settings, url: str) -> None:
    migrate.upgrade(url)
    with load_progress() as progress:
        asyncio.run(prepare(settings, url, click.echo, progress))
