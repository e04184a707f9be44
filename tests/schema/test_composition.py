"""Other people's tools on our schema: Apollo's composer, and graphql-inspector on what changed since the release."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from schema.releases import RELEASED_FILE
from schema.schema import SDL_FILE, federated
from tests import npm

pytestmark = pytest.mark.outside
_SOURCE = Path(__file__).parent / "composition"


def told(script: str, *files: Path) -> Any:  # noqa: ANN401 -- JSON
    modules = npm.installed(_SOURCE, "composition")
    words = ["node", str(_SOURCE / script), str(modules), *map(str, files)]
    return json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def test_the_register_composes_with_another_service(tmp_path: Path) -> None:
    ours = tmp_path / "register.graphql"
    ours.write_text(federated(), "utf-8")
    found = told("compose.cjs", ours, _SOURCE / "reviews.graphql")
    assert (found["errors"], found["hints"]) == ([], [])
    assert '@join__type(graph: REGISTER, key: "organisationNumber")' in found["supergraph"]
    assert '@join__type(graph: REVIEWS, key: "organisationNumber")' in found["supergraph"]


def test_graphql_inspector_finds_nothing_breaking_since_the_release() -> None:
    found = told("inspect.cjs", RELEASED_FILE, SDL_FILE)
    assert [message for level, message in found if level == "BREAKING"] == []
