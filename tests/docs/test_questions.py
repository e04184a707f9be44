"""The 25 questions of the register: each is asked once; `test_pages` compares its answer with the real one."""

import re
from pathlib import Path

from tests.docs.pages import ROOT, questions

FOLDER = ROOT / "docs" / "questions"
PAGES = sorted(page for page in FOLDER.glob("*.md") if page.name != "README.md")


def numbers(page: Path) -> list[int]:
    return [int(number) for number in re.findall(r"^## (\d+)\. ", page.read_text("utf-8"), re.MULTILINE)]


def test_each_of_the_25_questions_is_asked_and_answered_once() -> None:
    assert sorted(number for page in PAGES for number in numbers(page)) == list(range(1, 26))
    assert sum(len(list(questions(page))) for page in PAGES) == 25


def test_the_index_leads_to_each() -> None:
    index = (FOLDER / "README.md").read_text("utf-8")
    led = {(int(number), page) for number, page in re.findall(r"\[(\d+)\]\((\w+\.md)\)", index)}
    assert led == {(number, page.name) for page in PAGES for number in numbers(page)}
