"""The socket of `auktor serve`, which is ours alone."""

import errno
import socket
from collections.abc import Generator
from contextlib import contextmanager

from auktor.core.errors import Unavailable

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
