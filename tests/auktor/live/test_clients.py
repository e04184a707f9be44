"""The clients most people use, npm's graphql-ws and graphql-sse, on the running program; and how it says goodbye."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import npm
from tests.auktor.program import Program, serving

pytestmark = pytest.mark.outside
_SOURCE = Path(__file__).parent / "clients"
NAME = {"data": {"__typename": "Query"}}
EXPECTED = {
    "ws subscription": [1, 2, 3],
    "ws query": [NAME],
    "ws invalid": ["NOT_VALID"],
    "sse distinct": [1, 2, 3],
    "sse single": [1, 2, 3],
    "sse query": [NAME],
    "before init": 4401,
    "init twice": 4429,
    "unknown type": 4400,
    "not json": 4400,
    "same id": 4409,
    "no init": 4408,
    "frame of 1 MB": 1009,
    "older protocol": "failed: Server sent no subprotocol",
    "foreign origin": "failed: Unexpected server response: 403",
    "waits for the end": "connection_ack",
    "the end": 1012,
}


def found_by_clients(program: Program, modules: Path) -> dict[str, object]:
    """What the clients find, the last after the program has been told to end."""
    words = ["node", str(_SOURCE / "follow.mjs"), str(modules), f"{program.address}/graphql"]
    found: dict[str, object] = {}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as clients:
        assert clients.stdout is not None
        for line in clients.stdout:
            name, what = json.loads(line)
            found[name] = what
            if name == "waits for the end":
                assert program.end() == 0
    return found


def test_the_clients_of_others_follow_the_register_and_hear_why_they_are_refused(tmp_path: Path) -> None:
    modules = npm.installed(_SOURCE, "graphql-clients")
    with serving(tmp_path / "home") as program:
        program.wait_until_it_serves()
        assert found_by_clients(program, modules) == EXPECTED
