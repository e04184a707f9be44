"""The probes that lie beside the project, on the running program."""

import os
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests import npm
from tests.auktor.program import Program, serving
from tests.shared import SHARED

pytestmark = pytest.mark.outside
ROOT = Path(__file__).parents[2]
CHECKS = SHARED / "checks"
beside = pytest.mark.skipif(not CHECKS.is_dir(), reason="no ../shared/checks beside the project")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Generator[Program, None, None]:
    with serving(tmp_path_factory.mktemp("running") / "home") as program:
        program.wait_until_it_serves()
        yield program


def said(*words: object, **environment: str) -> str:
    """What a script prints; it must end well."""
    told = [str(each) for each in words]
    done = subprocess.run(
        told, capture_output=True, text=True, check=False, timeout=300, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@beside
def test_no_probe_makes_the_program_fail(program: Program) -> None:
    lines = said(sys.executable, CHECKS / "dos_probe.py", f"{program.address}/graphql").splitlines()
    assert len(lines) > 25
    statuses = {line: re.search(r"(?:HTTP|GET mutation|first:\S+|bad cursor) (\d{3})", line) for line in lines}
    assert [line for line, found in statuses.items() if found and found.group(1) >= "500"] == []
    # A body of 50 MB is not read to its end: whoever goes on sending it is hung up on, as well as told 413.
    assert [line for line, found in statuses.items() if not found and "50 MB body" not in line] == []


@beside
def test_no_unfinished_body_is_waited_for(program: Program) -> None:
    told = said(sys.executable, CHECKS / "slow_body.py", "127.0.0.1", program.port, 300, 12)
    assert told.startswith("0/300 ")


@beside
def test_the_audits_beside_the_project_are_in_order(program: Program) -> None:
    modules = npm.installed(Path(__file__).parent / "graphql_http", "graphql-http")
    told = said("node", CHECKS / "http_audit.mjs", f"{program.address}/graphql", GW_NODE=str(modules.parent))
    assert "TOTAL 61 ok 61 notice 0 warn 0 error 0" in told
