"""The page of what holds of an edition names tests that there are."""

import re

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "reference" / "editions.md").read_text("utf-8")
TESTS = ROOT / "tests"


def test_every_test_the_page_names_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    files = {path.name for path in TESTS.rglob("test_*.py")}
    named = set(re.findall(r"`(?:[\w/]*/)?(test_\w+(?:\.py)?)`", PAGE))
    assert len(named) > 40
    assert [name for name in named if not (name in files or f"def {name}(" in code)] == []


def test_every_one_of_the_thirteen_has_a_test_and_was_seen_to_fail() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+) \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
    assert [int(number) for number, *_ in rows] == list(range(1, 14))
    assert [number for number, _, tests, _ in rows if "test_" not in tests] == []
