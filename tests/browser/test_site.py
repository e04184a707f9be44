"""Every page as a reader meets it: in light and dark, without script, on a narrow screen, by keyboard."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from auktor.core.vocabulary import Language
from auktor.site.addresses import PLACES
from tests.browser.faults import AXE, FAULTS, TAGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OBJECTS = {
    "supplier": "finansiell-id-teknik",
    "service": "freja-plus",
    "actor": "exempelverket",
    "regulation": "sfs-2018-357",
    "decision": "undantag-exempelverket",
    "requirements": "e-legitimering",
    "chart": "lan",
    "edition": "1",
    "example": "grafana",
}
# Each page is visited in one language, the next in the other. In its other language it is laid into an open page.
EVERY_PAGE = [
    *(
        place.in_language(Language.SV if number % 2 == 0 else Language.EN).format(key=OBJECTS.get(name))
        for number, (name, place) in enumerate(PLACES.items())
    ),
    "/sok?q=kivra",
    "/api/prova?fraga=obligations_by_category",
    "/opendata/editions/000001/index.html",
    "/opendata/editions/000001/index.en.html",
]
THE_OTHER_WAY_ROUND = [
    path
    for name, place in PLACES.items()
    for language in Language
    if (path := place.in_language(language).format(key=OBJECTS.get(name))) not in EVERY_PAGE
]
PAGES_OF_AN_EDITION = ["/editions/000001/index.html", "/editions/000001/index.en.html"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
WIDE, NARROW = 1200, 320
# A page of the site in the place of the open one, in which axe is at hand: half the time of a visit.
LAID = """async path => {
    const answer = await fetch(path);
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheets = [...read.querySelectorAll("link[rel=stylesheet]")];
    const styled = sheets.map(each => new Promise((done, failed) => { each.onload = done; each.onerror = failed }));
    document.replaceChild(document.adoptNode(read.documentElement), document.documentElement);
    await Promise.all(styled);
    return answer.status;
}"""
TROUBLES = ["/ingenstans", "/en/supplier/nobody", "/?datum=2020-01-01"]


@contextmanager
def opened(browser: Browser) -> Generator[Page, None, None]:
    context = browser.new_context(viewport={"width": WIDE, "height": 900}, color_scheme="light", locale="sv-SE")
    try:
        yield context.new_page()
    finally:
        context.close()


class Visited(NamedTuple):
    """What one visit to a page showed."""

    faults: list[str]
    faults_in_the_dark: list[str]
    narrow_width: int


class Tour(NamedTuple):
    """One visit to every page, which several claims are read from."""

    pages: dict[str, Visited]
    requested: list[str]
    said: list[str]


@pytest.fixture(scope="module")
def tour(browser: Browser, site: str) -> Tour:
    return _toured(browser, site, EVERY_PAGE)


@pytest.fixture(scope="module")
def troubles(browser: Browser, site: str) -> dict[str, Visited]:
    with opened(browser) as page:
        return {path: _visit(page, site + path) for path in TROUBLES}


@pytest.fixture(scope="module")
def laid(browser: Browser, site: str) -> dict[str, Visited]:
    """Every page in the language it was not visited in; its colours are those of the visit."""
    found: dict[str, Visited] = {}
    with opened(browser) as page:
        page.goto(site)
        page.evaluate(AXE)
        for path in THE_OTHER_WAY_ROUND:
            assert page.evaluate(LAID, path) == 200, path
            faults = page.evaluate(FAULTS, {"type": "tag", "values": TAGS})
            found[path] = Visited(faults, [], _narrow_width(page))
    return found


@pytest.fixture(scope="module")
def tour_without_us(browser: Browser, plain: str) -> Tour:
    """The pages of an edition where a plain file server has them."""
    return _toured(browser, plain, PAGES_OF_AN_EDITION)


def _toured(browser: Browser, site: str, paths: list[str]) -> Tour:
    tour = Tour({}, [], [])
    with opened(browser) as page:
        page.on("request", lambda request: tour.requested.append(request.url))
        page.on("console", lambda message: tour.said.append(message.text) if message.type == "error" else None)
        for path in paths:
            tour.pages[path] = _visit(page, site + path)
    return tour


def _visit(page: Page, address: str) -> Visited:
    page.goto(address)
    page.evaluate(AXE)
    faults = page.evaluate(FAULTS, {"type": "tag", "values": TAGS})
    page.emulate_media(color_scheme="dark")
    in_the_dark = page.evaluate(FAULTS, {"type": "rule", "values": RULES_OF_COLOUR})
    page.emulate_media(color_scheme="light")
    return Visited(faults, in_the_dark, _narrow_width(page))


def _narrow_width(page: Page) -> int:
    page.set_viewport_size({"width": NARROW, "height": 900})
    width: int = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": WIDE, "height": 900})
    return width


def test_no_page_has_an_accessibility_fault_in_either_language(tour: Tour, laid: dict[str, Visited]) -> None:
    seen = tour.pages | laid
    assert len(seen) >= 2 * len(PLACES)
    assert {path: each.faults for path, each in seen.items() if each.faults} == {}


def test_a_fault_of_a_page_that_is_laid_into_another_is_found(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.route("**/om", lambda route: route.fulfill(body="<title>x</title><img src='x'>", content_type="text/html"))
        page.goto(site)
        page.evaluate(AXE)
        page.evaluate(LAID, "/om")
        faults = page.evaluate(FAULTS, {"type": "tag", "values": TAGS})
    assert {"html-has-lang", "image-alt"} <= {fault.partition(":")[0] for fault in faults}


def test_no_page_is_hard_to_read_in_the_dark(tour: Tour) -> None:
    assert {path: seen.faults_in_the_dark for path, seen in tour.pages.items() if seen.faults_in_the_dark} == {}


def test_no_page_asks_another_host(tour: Tour, site: str) -> None:
    assert len(tour.requested) > len(EVERY_PAGE)
    assert [url for url in tour.requested if not url.startswith(site)] == []


def test_no_page_has_an_error_in_its_console(tour: Tour) -> None:
    assert tour.said == []


def test_a_page_of_trouble_is_accessible_too(troubles: dict[str, Visited]) -> None:
    faults = {path: seen.faults + seen.faults_in_the_dark for path, seen in troubles.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_no_page_is_wider_than_a_narrow_screen(
    tour: Tour, troubles: dict[str, Visited], laid: dict[str, Visited]
) -> None:
    widths = {path: seen.narrow_width for path, seen in (tour.pages | troubles | laid).items()}
    assert {path: width for path, width in widths.items() if width != NARROW} == {}


def test_the_pages_of_an_edition_are_as_good_on_any_file_server(tour_without_us: Tour, plain: str) -> None:
    seen = tour_without_us
    assert [visit for visit in seen.pages.values() if visit != Visited([], [], NARROW)] == []
    assert [url for url in seen.requested if url not in {plain + path for path in [*seen.pages, "/favicon.ico"]}] == []
    assert [text for text in seen.said if "favicon" not in text and "404" not in text] == []


def test_the_pages_read_without_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/leverantorer")
    assert page.locator("tbody tr").count() > 10
    context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/aktorer")
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "Till innehållet"
        page.keyboard.press("Enter")
        assert page.url.endswith("#innehall")


def test_a_reader_travels_in_time_filters_and_changes_language(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/aktorer")
        page.locator("#datum").fill("2026-06-01")
        page.get_by_role("button", name="Visa").first.click()
        page.get_by_label("Skyldighet").select_option("OBLIGED")
        page.get_by_label("Namnet innehåller").fill("skatte")
        page.get_by_role("search", name="Avgränsa listan").get_by_role("button").click()
        assert page.url == f"{site}/aktorer?namn=skatte&skyldighet=OBLIGED&datum=2026-06-01"
        page.get_by_role("link", name="English").click()
        assert page.url == f"{site}/en/actors?namn=skatte&skyldighet=OBLIGED&datum=2026-06-01"
        assert page.locator("html").get_attribute("lang") == "en"


def test_the_calculator_counts_what_the_form_says(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/avgift")
        page.get_by_label("Identifieringar").fill("120 000")
        page.get_by_label("År", exact=True).fill("2026")
        page.get_by_role("button", name="Räkna").click()
        assert page.locator("tfoot td").inner_text() == "14\u202f400,00\u00a0kr"
