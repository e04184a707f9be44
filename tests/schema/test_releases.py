"""What may change between releases, on schemas of a few lines."""

from datetime import date

import pytest

from schema.releases import breaking, dangerous, since, undated
from schema.schema import sdl

TODAY = date(2027, 11, 24)
OLD = "Since 2026-11-24: use title."
BEFORE = f"""
enum Kind {{ A B @deprecated(reason: "{OLD}") }}
type Part {{ x: Int }}
type Query {{
  title(size: Int @deprecated(reason: "{OLD}"), page: Int): String
  name: String @deprecated(reason: "{OLD}")
  part: Part @deprecated(reason: "{OLD}")
  kind: Kind
}}
"""


def after(*changes: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


NAME = (f'  name: String @deprecated(reason: "{OLD}")\n', "")
PART = (f'  part: Part @deprecated(reason: "{OLD}")\n', "")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("kind: Kind", "kind: Kind\n more: Int")], []),
        ([NAME], []),
        ([(f' B @deprecated(reason: "{OLD}")', "")], []),
        ([(f'size: Int @deprecated(reason: "{OLD}"), ', "")], []),
        ([PART, ("type Part { x: Int }\n", "")], []),
        ([("  kind: Kind\n", "")], ["Field Query.kind was removed."]),
        ([(", page: Int", "")], ["Argument Query.title(page:) was removed."]),
        ([("x: Int", "x: String")], ["Field Part.x changed type from Int to String."]),
        ([("page: Int", "page: Int!")], ["Argument Query.title(page:) has changed type from Int to Int!."]),
    ],
)
def test_only_what_was_deprecated_for_a_year_may_go(changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert breaking(BEFORE, after(*changes), TODAY) == expected


def test_a_day_too_early_it_may_not_go() -> None:
    assert breaking(BEFORE, after(NAME), date(2027, 11, 23)) == ["Field Query.name was removed."]


def test_a_new_value_may_surprise() -> None:
    assert dangerous(BEFORE, after(("enum Kind { A", "enum Kind { A C"))) == ["Enum value Kind.C was added."]


def test_a_deprecation_says_since_when_and_what_to_use() -> None:
    assert since(OLD) == date(2026, 11, 24)
    assert undated(BEFORE) == []
    assert undated(after(("use title.", ""))) != []
    assert undated(sdl()) == []
