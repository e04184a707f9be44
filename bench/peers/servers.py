"""The servers that are compared: what starts each, where it listens, and what it is asked in its own words."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from questions import Asked

PEERS = Path(__file__).parent
ANSWERING = ("auktor", "mercurius", "postgraphile", "apollo", "strawberry")
LIMITS = ("kept", "told", "raw asgi", "node http")
POOL = 5
_BY_PATH = {"raw asgi", "node http", "asking asgi"}


def slug(text: str) -> str:
    """The name of a question or server as a path."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())


@dataclass
class Server:
    """A running server: where it listens, and its process."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    def url(self, question: str) -> str:
        """Where a question is sent: the limits know their answers by path."""
        if self.name in _BY_PATH:
            return f"http://127.0.0.1:{self.port}/{slug(question)}"
        return f"http://127.0.0.1:{self.port}/graphql"


@dataclass
class Bench:
    """What a run of the bench has: the database, the servers, and a folder for the bodies."""

    folder: Path
    url: str
    socket: Path
    servers: dict[str, Server] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)

    def bodies(self, server: str, asked: Asked) -> list[str]:
        """The requests for a question, in the server's own words."""
        text = asked.postgraphile if server == "postgraphile" else asked.register
        text = text.replace("{after}", self.cursors.get(server, ""))
        keys = self.keys[asked.keys] if asked.keys else [""]
        return [json.dumps({"query": text.replace("{key}", key)}) for key in keys]


def _commands(bench: Bench) -> dict[str, tuple[list[str], dict[str, str]]]:
    python = sys.executable
    ours = {
        "AUKTOR_DATABASE_URL": bench.url,
        "AUKTOR_POINTS_A_MINUTE": "200000000",
        "AUKTOR_HOME": str(bench.folder / "home"),
    }
    node = {"PEER_SOCKET": str(bench.socket), "PEER_POOL": str(POOL), "NODE_ENV": "production"}
    answers = {"PEER_ANSWERS": str(bench.folder / "answers.json")}
    queries = {"PEER_QUERIES": str(bench.folder / "queries.json")}
    auktor = [str(Path(python).with_name("auktor")), "serve", "--port"]
    uvicorn = [python, "-m", "uvicorn", "--app-dir", str(PEERS), "--no-access-log", "--log-level", "error", "--port"]
    return {
        "auktor": (auktor, {**ours, "AUKTOR_CACHE_MEGABYTES": "0"}),
        "kept": (auktor, {**ours, "AUKTOR_HOME": str(bench.folder / "home-kept")}),
        "told": (auktor, {**ours, "AUKTOR_HOME": str(bench.folder / "home-told"), "AUKTOR_CACHE": "notify"}),
        "strawberry": ([*uvicorn[:-1], "plain:app", "--port"], ours),
        "mercurius": (["node", str(PEERS / "mercurius.mjs")], node),
        "apollo": (["node", str(PEERS / "apollo.mjs")], node),
        "postgraphile": (["node", str(PEERS / "postgraphile.mjs")], {**node, "GRAPHILE_ENV": "production"}),
        "raw asgi": ([*uvicorn[:-1], "raw:app", "--port"], answers),
        "node http": (["node", str(PEERS / "node_http.mjs")], answers),
        "asking asgi": ([*uvicorn[:-1], "asking:app", "--port"], {**ours, **answers, **queries}),
    }


@contextmanager
def started(bench: Bench, name: str, port: int) -> Generator[Server, None, None]:
    """A server that listens on `port` while the block runs."""
    words, environment = _commands(bench)[name]
    words = [*words, str(port)] if words[-1] == "--port" else words
    log = (bench.folder / f"{slug(name)}.log").open("wb")
    process = subprocess.Popen(words, env={**os.environ, **environment, "PORT": str(port)}, stdout=log, stderr=log)
    try:
        until = time.monotonic() + 120
        while not _listens(port):
            if process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"{name} did not start:\n{Path(log.name).read_text()[-2000:]}")
            time.sleep(0.1)
        yield Server(name, port, process)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()


def _listens(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
