"""`auktor serve` on a database that runs: the register is made ready, and processes answer on a socket."""

import asyncio
import logging
import socket

import click
import uvicorn
from uvicorn.supervisors import Multiprocess

from auktor.commands.progress import load_progress
from auktor.graphql.reading import LARGEST_BODY_BYTES
from auktor.preparing import prepare
from auktor.publishing import publishing
from auktor.settings import Settings
from auktor.starting import not_collecting
from auktor.workers import tell_workers
from db import migrate

DRAIN_SECONDS = 8
PING_SECONDS = 20.0
UNHEARD_SECONDS = 30
"""How long a worker may say nothing before it is taken to hang, and is replaced."""


def serve(ours: socket.socket, settings: Settings, url: str) -> None:
    """Migrate the database at `url`, load what is missing, publish, and answer until a signal ends the program."""
    migrate.upgrade(url)
    with load_progress() as progress:
        asyncio.run(prepare(settings, url, click.echo, progress))
    click.echo(
        f"The register is served on {settings.public_url}\n"
        f"  questions {settings.public_url}/graphql\n"
        f"  files     {settings.opendata_url}/current.json\n"
        "Ctrl-C stops it."
    )
    with publishing(settings, url):
        _answer_on(ours, settings, url)


def _answer_on(ours: socket.socket, settings: Settings, url: str) -> None:
    """Answer requests; those in flight are answered before the end."""
    if settings.workers > 1:
        tell_workers(settings, url)
        Multiprocess(worker_configuration(settings), sockets=[ours]).run()
        return
    from auktor.asgi import create_app  # noqa: PLC0415 -- with several workers each imports it, and this process does not

    with not_collecting():
        app = create_app(settings, url)
    uvicorn.Server(configuration(app, settings)).run(sockets=[ours])


def worker_configuration(settings: Settings) -> uvicorn.Config:
    """What each worker is handed.

    It names the program and does not hold it: a worker that had to import all of it in order to read this would not
    be heard of meanwhile, and on a busy machine be replaced before it ever answered, again and again.
    """
    return configuration("auktor.workers:worker_app", settings, factory=True, workers=settings.workers)


def configuration(app: object, settings: Settings, **more: object) -> uvicorn.Config:
    """How `app` is served."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        access_log=False,
        http="auktor.repeating:RepeatingProtocol",
        ws="auktor.patience:ImpatientSocket",
        ws_max_size=LARGEST_BODY_BYTES,
        ws_per_message_deflate=False,  # its window is kept for as long as the connection: 1,000 of them have no room
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        proxy_headers=False,  # who is believed of X-Forwarded-For is a setting of ours
        log_config=None,
        log_level=max(logging.getLevelNamesMapping()[settings.log_level.upper()], logging.WARNING),
        server_header=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        timeout_worker_healthcheck=UNHEARD_SECONDS,
        **more,  # type: ignore[arg-type]
    )
