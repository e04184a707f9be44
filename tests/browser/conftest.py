"""A real Chromium before the program, which answers on a socket."""

import asyncio
import functools
import http.server
import os
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from auktor.asgi import create_app
from auktor.editions import publish_edition
from auktor.listening import listening
from auktor.settings import Settings

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Where Chromium is; required where CI=true, otherwise what needs it is skipped where it is absent."""
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no Chromium in /usr/bin: apt-get install chromium")
    return CHROMIUM


@pytest.fixture(scope="module")
def settings(chromium: Path, register_database: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Of a home in which the bundled data is published."""
    _ = chromium
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    asyncio.run(publish_edition(settings, register_database))
    return settings


@pytest.fixture(scope="module")
def plain(settings: Settings) -> Generator[str, None, None]:
    """The address of the folder of editions on a server that knows of files alone."""
    serve = functools.partial(_Quiet, directory=settings.editions)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(settings: Settings, register_database: str) -> Generator[str, None, None]:
    """The address of the register with the bundled data, answered by a thread: a process would import it all anew."""
    app = create_app(settings, register_database)
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_config=None))
    with listening("127.0.0.1", 0) as ours:
        answering = threading.Thread(target=server.run, kwargs={"sockets": [ours]})
        answering.start()
        yield f"http://127.0.0.1:{ours.getsockname()[1]}"
        server.should_exit = True
        answering.join()


@pytest.fixture(scope="module")
def browser(chromium: Path, site: str) -> Generator[Browser, None, None]:
    """Chromium without a window.

    Made after the site, and only as long as a module: while it is open, its event loop is the thread's, and no other
    fixture or test may run one.
    """
    _ = site
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
