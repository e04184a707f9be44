"""The examples of a page: fenced blocks that are run by the tests and compared with what stands under them.

A `graphql` block is asked of the running application; a `json` block directly under it is its whole answer. A
`console` block holds commands after `$ ` and what each prints; lines of `…` stand for what differs from day to day.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<note>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, the note behind it, its text and the line it begins on."""

    kind: str
    note: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A query of a page and the answer it promises."""

    page: str
    line: int
    query: str
    answer: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text("utf-8")
    return [
        Block(found["kind"], found["note"].strip(), found["text"], text.count("\n", 0, found.start()) + 1)
        for found in _BLOCK.finditer(text)
    ]


def questions(page: Path) -> Iterator[Question]:
    """Each query of a page that is followed by its answer and needs no variables."""
    found = blocks(page)
    for query, answer in pairwise(found):
        if query.kind == "graphql" and answer.kind == "json" and "$" not in query.text:
            yield Question(str(page.relative_to(ROOT)), query.line, query.text, json.loads(answer.text))


def links(page: Path) -> Iterator[str]:
    """The links of a page that point into the repository."""
    prose = _BLOCK.sub("", page.read_text("utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+)", prose):
        if "://" not in target and not target.startswith("mailto:"):
            yield target


def pages() -> list[Path]:
    """Every page of documentation in the repository; what npm fetched beside an example is none."""
    ours = [page for page in (ROOT / "docs").rglob("*.md") if "node_modules" not in page.parts]
    return sorted([*ROOT.glob("*.md"), *ours, ROOT / "data" / "README.md"])
