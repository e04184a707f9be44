"""Other people's probes on the running program: guessing the schema, and the scripts that lie beside the project."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from graphql import build_schema

from schema.schema import SDL_FILE, federated
from tests import npm, pip
from tests.auktor.program import Program, serving
from tests.shared import SHARED

pytestmark = pytest.mark.outside
ROOT = Path(__file__).parents[2]
CHECKS = SHARED / "checks"
beside = pytest.mark.skipif(not CHECKS.is_dir(), reason="no ../shared/checks beside the project")
WORDS = "supplier suppliers service name id node viewer role secret password token user admin audit edition search totl"


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


def test_who_guesses_the_schema_finds_what_is_public_and_nothing_else(program: Program, tmp_path: Path) -> None:
    guesser = (
        pip.installed(Path(__file__).parent / "clairvoyance" / "requirements.lock", "clairvoyance") / "clairvoyance"
    )
    words, found = tmp_path / "words.txt", tmp_path / "found.json"
    words.write_text("\n".join(WORDS.split()), "utf-8")
    said(guesser, "-w", words, "-o", found, f"{program.address}/graphql")
    public = build_schema(SDL_FILE.read_text("utf-8")).type_map
    types = json.loads(found.read_text("utf-8"))["data"]["__schema"]["types"]
    guessed = {(kind["name"], each["name"]) for kind in types for each in kind.get("fields") or ()}
    assert ("Query", "suppliers") in guessed
    assert {place for place in guessed if not _is_public(public, *place)} == set()


def _is_public(public: dict[str, object], kind: str, name: str) -> bool:
    return kind.startswith("__") or name in getattr(public.get(kind), "fields", {})


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


@beside
def test_the_register_composes_with_the_service_beside_the_project(tmp_path: Path) -> None:
    modules = npm.installed(ROOT / "tests" / "schema" / "composition", "composition")
    ours = tmp_path / "register.graphql"
    ours.write_text(federated(), "utf-8")
    assert said("node", CHECKS / "compose.cjs", ours, GW_NODE=str(modules.parent)).startswith("composed, ")
