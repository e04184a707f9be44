"""The page of measurements: a benchmark that is called with `--write` puts its tables there, between two marks."""

import os
import platform
import re
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "performance.md"


def machine() -> str:
    """Where and when something was measured."""
    return f"{datetime.now(UTC):%Y-%m-%d}: {os.cpu_count()} cores, Python {platform.python_version()}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The median of some rounds, and the least and the most of them."""
    return f"{statistics.median(values):,.{digits}f} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def put(name: str, said: str) -> None:
    """Let the page say this between the marks of a name."""
    begins, ends = f"<!-- {name} -->", f"<!-- end of {name} -->"
    pattern = re.compile(f"{re.escape(begins)}.*?{re.escape(ends)}", re.DOTALL)
    text, found = pattern.subn(lambda _: f"{begins}\n{said}\n{ends}", PAGE.read_text())
    assert found == 1, f"{PAGE} has no place for {name}"  # noqa: S101 -- a benchmark, not the program
    PAGE.write_text(text)
