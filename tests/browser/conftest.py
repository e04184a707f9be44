"""A real Chromium before the program as its users run it."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.auktor.program import serving

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser() -> Generator[Browser, None, None]:
    """Chromium without a window; required where CI=true, otherwise skipped where it is absent.

    Only as long as a module: while it is open, its event loop is the thread's, and no other test may run one.
    """
    if not CHROMIUM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no Chromium in /usr/bin: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Generator[str, None, None]:
    """The address of a running register with the bundled data."""
    with serving(tmp_path_factory.mktemp("served") / "home") as program:
        program.wait_until_it_serves()
        yield program.address
