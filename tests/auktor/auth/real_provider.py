"""npm's certified `oidc-provider`, installed once into a cache outside the repository and run on loopback."""

import base64
import json
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests import npm

_SOURCE = Path(__file__).parent / "provider"


def installed() -> Path:
    """The folder of its modules."""
    return npm.installed(_SOURCE, "openid-provider")


class Provider:
    """A running provider."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.issuer = self._said("ready ")

    def rotate(self) -> None:
        """Have it sign with new keys and withdraw the old."""
        assert self._process.stdin is not None
        self._process.stdin.write("rotate\n")
        self._process.stdin.flush()
        self._said("rotated")

    def token(self, client: str, audience: str) -> str:
        """The `Authorization` header of a client's own access token for an audience."""
        asked = urllib.request.Request(  # noqa: S310 -- loopback
            f"{self.issuer}/token",
            urllib.parse.urlencode({"grant_type": "client_credentials", "resource": audience}).encode(),
            {"Authorization": "Basic " + base64.b64encode(f"{client}:secret".encode()).decode()},
        )
        with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 -- loopback
            return f"Bearer {json.load(answer)['access_token']}"

    def _said(self, beginning: str) -> str:
        """What it says after `beginning`; the warnings it prints of its own accord are passed over."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith(beginning):
                return line.removeprefix(beginning).strip()
        message = f"The OpenID provider ended with {self._process.wait()} before it said {beginning!r}"
        raise RuntimeError(message)


@contextmanager
def running(port: int = 0, *, redirect: str | None = None) -> Generator[Provider, None, None]:
    """A provider with keys of its own, on a port; gone when the block ends.

    Where it knows a `redirect`, people sign in too: anna is a case officer, bo a decision maker, pia a
    publisher, others nobody.
    """
    words = ["node", str(_SOURCE / "provider.mjs"), str(installed()), str(port), *([redirect] if redirect else [])]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield Provider(process)
        finally:
            process.kill()
