"""GraphQL over HTTP as others read the specification: the audits of npm's graphql-http on the running program."""

import json
import subprocess
from pathlib import Path

import pytest

from tests import npm
from tests.auktor.program import serving

pytestmark = pytest.mark.outside
_SOURCE = Path(__file__).parent / "graphql_http"


def test_all_61_audits_of_graphql_over_http_are_in_order(tmp_path: Path) -> None:
    modules = npm.installed(_SOURCE, "graphql-http")
    with serving(tmp_path / "home") as program:
        program.wait_until_it_serves()
        words = ["node", str(_SOURCE / "audit.mjs"), str(modules), f"{program.address}/graphql"]
        told = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120).stdout
    assert json.loads(told) == {"audits": 61, "remarks": {}}
