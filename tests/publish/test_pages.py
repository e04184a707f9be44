import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from publish.pages import _as_script
from tests.publish.reading import document

PAGES = ["index.html", "index.en.html"]


class Page(HTMLParser):
    """What a page links to, its language, its headings and its data for search engines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.language: str | None = None
        self.headings: list[str] = []
        self.dataset = ""
        self.scripts: list[str | None] = []
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._in = tag
        self.language = told.get("lang") if tag == "html" else self.language
        self.links += [told["href"] or ""] if tag == "a" else []
        self.scripts += [told.get("type")] if tag == "script" else []
        self.fetched += [told["src"] or ""] if "src" in told else []
        self.headings += [tag] if tag in {"h1", "h2", "h3"} else []

    def handle_data(self, data: str) -> None:
        self.dataset += data if self._in == "script" else ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- as the parser calls it
        self._in = ""


@pytest.mark.parametrize("name", PAGES)
async def test_the_page_leads_to_every_file_of_the_edition(edition: Path, name: str) -> None:
    page = Page((edition / name).read_text("utf-8"))
    listed = {file["path"] for file in document(edition / "manifest.json")["files"]} - set(PAGES)
    assert listed <= set(page.links)
    assert [link for link in page.links if "://" not in link and not (edition / link).exists()] == []


@pytest.mark.parametrize(("name", "language"), [("index.html", "sv"), ("index.en.html", "en")])
async def test_the_page_says_its_language_fetches_nothing_and_runs_nothing(
    edition: Path, name: str, language: str
) -> None:
    page = Page((edition / name).read_text("utf-8"))
    assert page.language == language
    assert page.fetched == []
    assert page.scripts == ["application/ld+json"]
    assert page.headings == ["h1", "h2", "h2", "h2"]


@pytest.mark.parametrize("name", PAGES)
async def test_search_engines_are_told_of_every_file_with_its_hash(edition: Path, name: str) -> None:
    said = json.loads(Page((edition / name).read_text("utf-8")).dataset)
    told = {file["contentUrl"]: file["sha256"] for file in said["distribution"]}
    files = {file["path"]: file["sha256"] for file in document(edition / "manifest.json")["files"]}
    lies_at = "http://127.0.0.1:8000/opendata/editions/000001"
    assert told == {f"{lies_at}/{path}": sha256 for path, sha256 in files.items() if path not in PAGES}
    assert said["url"] == f"{lies_at}/{name}"


def test_no_text_can_end_the_script_it_stands_in() -> None:
    assert "<" not in _as_script({"name": "</script><script>alert(1)</script>"})
