"""Our schema and every document we ship, as @graphql-eslint reads them."""

import re
import subprocess
from pathlib import Path

import pytest

from schema.schema import SDL_FILE
from tests import npm

pytestmark = pytest.mark.outside
ROOT = Path(__file__).parents[2]
_SOURCE = Path(__file__).parent / "eslint"


def told(documents: Path) -> list[str]:
    """What it finds, by line, the last the number of files."""
    words = ["node", _SOURCE / "lint.mjs", npm.installed(_SOURCE, "graphql-eslint"), SDL_FILE, documents]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()


def test_nothing_is_found_in_the_schema_and_the_documents(tmp_path: Path) -> None:
    files = list(ROOT.glob("auktor/**/*.graphql"))
    for file in files:
        (tmp_path / re.sub(r"\W", "-", str(file.relative_to(ROOT).with_suffix("")))).with_suffix(".graphql").write_text(
            file.read_text("utf-8"), "utf-8"
        )
    assert told(tmp_path) == [f"files: {len(files) + 1}"]


def test_a_document_that_does_not_fit_the_schema_is_found(tmp_path: Path) -> None:
    (tmp_path / "wrong.graphql").write_text("query Wrong($unused: Int) { suppliers { nodes { nosuch } } }", "utf-8")
    assert [line.split(": ")[1] for line in told(tmp_path)[:-1]] == [
        "@graphql-eslint/no-unused-variables",
        "@graphql-eslint/fields-on-correct-type",
    ]
