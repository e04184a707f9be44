"""Every page as a reader meets it: in light and dark, without script, on a narrow screen, by keyboard."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from auktor.core.vocabulary import Language
from auktor.site.addresses import PLACES

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]
AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OBJECTS = {
    "supplier": "finansiell-id-teknik",
    "service": "freja-plus",
    "actor": "exempelverket",
    "regulation": "sfs-2018-357",
}
EVERY_PAGE = [
    *(
        place.in_language(language).format(key=OBJECTS.get(name))
        for name, place in PLACES.items()
        for language in Language
    ),
    "/sok?q=kivra",
]
TROUBLES = ["/ingenstans", "/en/supplier/nobody", "/?datum=2020-01-01"]


@contextmanager
def opened(
    browser: Browser, scheme: Literal["light", "dark"] = "light", width: int = 1200
) -> Generator[Page, None, None]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE", java_script_enabled=True
    )
    try:
        yield context.new_page()
    finally:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_accessibility_fault_or_a_foreign_request(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    requested: list[str] = []
    said: list[str] = []
    faults: dict[str, list[str]] = {}
    with opened(browser, scheme) as page:
        page.on("request", lambda request: requested.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        for path in EVERY_PAGE:
            page.goto(site + path)
            page.evaluate(AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
            if found["violations"]:
                faults[path] = [fault["id"] for fault in found["violations"]]
    assert faults == {}
    assert said == []
    assert all(url.startswith(site) for url in requested)


def test_a_page_of_trouble_is_accessible_too(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        for path in TROUBLES:
            page.goto(site + path)
            page.evaluate(AXE)
            found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
            assert [fault["id"] for fault in found["violations"]] == [], path


def test_no_page_is_wider_than_a_narrow_screen(browser: Browser, site: str) -> None:
    with opened(browser, width=320) as page:
        widths = {path: _width(page, site + path) for path in [*EVERY_PAGE, *TROUBLES]}
    assert {path: width for path, width in widths.items() if width != 320} == {}


def _width(page: Page, address: str) -> int:
    page.goto(address)
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


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
