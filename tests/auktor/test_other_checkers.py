"""The probes that lie beside the project, and clairvoyance, on the running program."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import GraphQLSchema, build_schema, is_object_type
from strawberry.utils.str_converters import to_camel_case

from db.models import Supplier
from tests import npm, pip
from tests.auktor.program import Program, serving
from tests.shared import SHARED

pytestmark = pytest.mark.outside
ROOT = Path(__file__).parents[2]
CHECKS = SHARED / "checks"
beside = pytest.mark.skipif(not CHECKS.is_dir(), reason="no ../shared/checks beside the project")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Generator[Program, None, None]:
    home = tmp_path_factory.mktemp("running") / "home"
    with serving(home, AUKTOR_POINTS_A_MINUTE="1000000") as program:  # so that no probe is told to come again
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


def test_what_is_guessed_from_errors_is_in_the_published_schema(program: Program, tmp_path: Path) -> None:
    folder = Path(__file__).parent / "clairvoyance"
    python = pip.installed(folder / "requirements.lock", "clairvoyance") / "python"
    published = build_schema(httpx.get(f"{program.address}/schema.graphql").text)
    hidden = names_of_the_database() - names_of(published)
    assert {"reliedCapacity", "pointsSpent", "supplierId"} <= hidden
    words, guessed = tmp_path / "words", tmp_path / "schema.json"
    words.write_text("\n".join(["viewer", "suppliers", "applications", "totalCount", *sorted(hidden)]), "utf-8")
    said(python, folder / "in_small_buckets.py", "-w", words, "-o", guessed, f"{program.address}/graphql")
    found = places_in(json.loads(guessed.read_text("utf-8")))
    assert {("Query", "viewer"), ("Query", "suppliers"), ("Query", "applications")} <= found
    assert len(found) > 200
    assert found - places_of(published) == set()


def names_of_the_database() -> set[str]:
    """The names of tables and columns, as GraphQL would have them."""
    tables = Supplier.metadata.tables.values()
    return {to_camel_case(name) for each in tables for name in (each.name, *each.columns.keys())}


def names_of(schema: GraphQLSchema) -> set[str]:
    """Every word that stands in a schema as the name of a field or an argument."""
    return {name for place in places_of(schema) for name in place[1:]}


def places_of(schema: GraphQLSchema) -> set[tuple[str, ...]]:
    """The fields of the types, and the arguments of the fields."""
    types = [each for each in schema.type_map.values() if is_object_type(each)]
    fields = {(each.name, name): field for each in types for name, field in each.fields.items()}
    return {*fields, *((*place, name) for place, field in fields.items() for name in field.args)}


def places_in(introspected: dict[str, Any]) -> set[tuple[str, ...]]:
    """The same of a schema that clairvoyance has written; where it found no field, it has invented a dummy."""
    types = [each for each in introspected["data"]["__schema"]["types"] if each["kind"] == "OBJECT"]
    fields = {(each["name"], field["name"]): field for each in types for field in each["fields"] or ()}
    fields = {place: field for place, field in fields.items() if "dummy" not in place}
    return {*fields, *((*place, each["name"]) for place, field in fields.items() for each in field["args"])}
