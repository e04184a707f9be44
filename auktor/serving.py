"""The network side of `auktor serve`: a socket that is ours alone, and the processes that answer on it."""

import errno
import gc
import logging
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from uvicorn.supervisors import Multiprocess

from auktor.asgi import create_app
from auktor.core.errors import Unavailable
from auktor.graphql.reading import LARGEST_BODY_BYTES
from auktor.settings import Settings
from auktor.workers import tell_workers

DRAIN_SECONDS = 8
PING_SECONDS = 20.0
UNHEARD_SECONDS = 30
"""How long a worker may say nothing before it is taken to hang, and is replaced."""
_BACKLOG = 2048


class PortInUse(Unavailable):
    """Another program listens on the port."""

    code = "PORT_IN_USE"


class CannotListen(Unavailable):
    """The network address is not one of this machine, or the port not for this user."""

    code = "CANNOT_LISTEN"


@contextmanager
def listening(host: str, port: int) -> Generator[socket.socket, None, None]:
    """A socket that listens on `host` and `port`; who calls before the program is ready waits and is answered."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        ours = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise _refusal(host, port, error) from error
    with ours:
        ours.set_inheritable(True)
        yield ours


def _refusal(host: str, port: int, error: OSError) -> Unavailable:
    if error.errno == errno.EADDRINUSE:
        return PortInUse(
            f"Port {port} on {host} is taken by another program. End that program, or choose another port: "
            f"make run PORT={port + 1}",
            host=host,
            port=port,
        )
    return CannotListen(
        f"The program cannot listen on {host}, port {port}: {error.strerror or error}. Choose another: "
        "auktor serve --host 127.0.0.1 --port 8000",
        host=host,
        port=port,
    )


def answer_on(ours: socket.socket, settings: Settings, database_url: str) -> None:
    """Answer requests until a signal ends the program; those in flight are answered first."""
    if settings.workers == 1:
        app = create_app(settings, database_url)
        gc.freeze()  # what lives as long as the program is not looked through again and again while a caller waits
        uvicorn.Server(configuration(app, settings)).run(sockets=[ours])
        return
    tell_workers(settings, database_url)
    Multiprocess(worker_configuration(settings), sockets=[ours]).run()


def worker_configuration(settings: Settings) -> uvicorn.Config:
    """What each worker is handed.

    It names the program and does not hold it: a worker that had to import all of it in order to read this would not
    be heard of meanwhile, and on a busy machine be replaced before it ever answered, again and again.
    """
    return configuration("auktor.asgi:worker_app", settings, factory=True, workers=settings.workers)


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
