"""`auktor serve`: everything from an empty folder to answered requests, and back to nothing running."""

import signal
from importlib import import_module

import click

from auktor.commands.options import begin
from auktor.database import database_of
from auktor.listening import listening
from auktor.settings import Settings
from auktor.starting import not_collecting
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
    def meanwhile() -> None:
        """Import what the register is served with, which takes as long as PostgreSQL takes to start."""
        for name in ("schema.fields", "auktor.serving"):  # the types of the schema leave 1.7 MB in circles
            with not_collecting():
                import_module(name)

    with (
        listening(settings.host, settings.port) as ours,
        database_of(settings, alone=True, meanwhile=meanwhile) as url,
    ):
        click.echo(f"PostgreSQL: {'the one given' if settings.database_url else f'embedded, in {settings.home}'}")
        import_module("auktor.serving").serve(ours, settings, url)
