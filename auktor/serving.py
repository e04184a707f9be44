"""`auktor serve` on a database that runs: the register is made ready, and processes answer on a socket.

This process imports what they need and makes what is alike in all of them; they are forked from it. Itself it asks no
database and answers nobody, so it stays fit to fork another where one ends.
"""

import logging
import signal
import socket
from contextlib import closing
from functools import partial
from importlib import import_module

import click
import uvicorn

from auktor import patience, repeating
from auktor.asgi import create_app
from auktor.errands import Errands
from auktor.forking import Parent
from auktor.graphql.reading import LARGEST_BODY_BYTES
from auktor.publishing import Tried, publish_when_due
from auktor.settings import Settings
from auktor.starting import forget_imports, not_collecting
from auktor.warm import Warm, schema_hash, warmed
from auktor.workers import BEAT_SECONDS, Beat, Post, keep_running

DRAIN_SECONDS = 8
_NEEDED_BY_EACH = ("uvicorn.lifespan.on", "uvloop")
PING_SECONDS = 20.0


def serve(ours: socket.socket, settings: Settings, url: str) -> None:
    """Migrate the database at `url`, load what is missing, publish, and answer until a signal ends the program."""
    for name in _NEEDED_BY_EACH:
        import_module(name)
    forget_imports()
    parent = Parent()
    with (
        parent.doing("auktor: prepare", partial(_prepare, settings, url)) as prepared,
        parent.doing("auktor: print", schema_hash) as printed,
    ):
        with not_collecting():
            warm = warmed(settings, printed())
        tried = prepared()
    click.echo(
        f"The register is served on {settings.public_url}\n"
        f"  questions {settings.public_url}/graphql\n"
        f"  files     {settings.opendata_url}/current.json\n"
        "Ctrl-C stops it."
    )
    with closing(Errands()) as errands:
        answers = Post("auktor: answers", partial(_answer, ours, settings, url, warm, errands), signal.SIGTERM)
        publishing = partial(_publish, settings, url, errands)
        publishes = Post("auktor: publish", publishing, signal.SIGKILL, beats=False, left=tried)
        keep_running(parent, [*[answers] * settings.workers, publishes])


def _prepare(settings: Settings, url: str) -> Tried:
    from auktor.preparing import prepare_for_serving  # noqa: PLC0415 -- in a process that ends when it is done

    return prepare_for_serving(settings, url)


def _publish(settings: Settings, url: str, errands: Errands, _beat: Beat, tried: Tried) -> Tried | None:
    return publish_when_due(settings, url, errands, tried)


def _answer(  # noqa: PLR0913, PLR0917 -- what the application is made of
    ours: socket.socket, settings: Settings, url: str, warm: Warm, errands: Errands, beat: Beat, _left: None
) -> None:
    """Answer requests; those in flight are answered before the end."""

    async def tell() -> None:
        beat()

    with not_collecting():
        app = create_app(settings, url, warm=warm, errands=errands)
    config = configuration(app, settings, callback_notify=tell, timeout_notify=BEAT_SECONDS)
    uvicorn.Server(config).run(sockets=[ours])


def configuration(app: object, settings: Settings, **more: object) -> uvicorn.Config:
    """How `app` is served."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        access_log=False,
        http=repeating.RepeatingProtocol,
        ws=patience.ImpatientSocket,
        ws_max_size=LARGEST_BODY_BYTES,
        ws_per_message_deflate=False,  # its window is kept for as long as the connection: 1,000 of them have no room
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        proxy_headers=False,  # who is believed of X-Forwarded-For is a setting of ours
        log_config=None,
        log_level=max(logging.getLevelNamesMapping()[settings.log_level.upper()], logging.WARNING),
        server_header=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        **more,  # type: ignore[arg-type]
    )
