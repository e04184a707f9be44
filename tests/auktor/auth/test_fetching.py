"""Documents over real HTTP on this machine, from a server that behaves as badly as one can."""

import socket
import threading
import time
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from auktor.auth import IssuerUnavailable
from auktor.auth.fetching import fetch


class Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        match self.path:
            case "/good":
                self.answer(b'{"a": 1}', ("Cache-Control", "public, max-age=600"))
            case "/redirect":
                self.answer(b"", ("Location", "/good"), status=302)
            case "/large":
                self.answer(b'{"a": "' + b"x" * 300_000 + b'"}')
            case "/html":
                self.answer(b"<html>")
            case "/list":
                self.answer(b"[]")
            case "/twice":
                self.answer(b'{"keys": [], "keys": [1]}')
            case "/slow":
                self.drip()
            case _:
                self.answer(b"{}", status=500)

    def answer(self, body: bytes, *headers: tuple[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A byte every half second, so that no single wait is long."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(20):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.5)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Generator[str, None, None]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


async def test_a_document_is_read_with_the_time_it_may_be_kept(server: str) -> None:
    found = await fetch(f"{server}/good")
    assert (found.content, found.max_age) == ({"a": 1}, 600)


@pytest.mark.parametrize("path", ["/redirect", "/large", "/html", "/list", "/twice", "/broken"])
async def test_an_answer_that_is_not_the_document_is_unavailable_and_names_the_address(server: str, path: str) -> None:
    with pytest.raises(IssuerUnavailable) as refused:
        await fetch(server + path)
    assert server + path in str(refused.value)


async def test_an_issuer_that_drips_is_given_up_in_time(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auktor.auth.fetching.SECONDS", 1.0)
    begun = time.monotonic()
    with pytest.raises(IssuerUnavailable):
        await fetch(f"{server}/slow")
    assert time.monotonic() - begun < 3


async def test_nobody_at_the_address_is_unavailable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(IssuerUnavailable):
            await fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "address",
    [
        "http://issuer.example/jwks",
        "file:///etc/passwd",
        "ftp://127.0.0.1/jwks",
        "//issuer.example",
        "https://[::1",
        "",
    ],
)
async def test_an_address_that_anybody_on_the_way_could_answer_for_is_not_asked(address: str) -> None:
    with pytest.raises(IssuerUnavailable, match="neither https"):
        await fetch(address)
