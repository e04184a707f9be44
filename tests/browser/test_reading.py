"""What a reader's own settings, hands and line do to the pages: keys, large text, wide spacing, paper, a slow line."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from auktor.site.addresses import PLACES
from tests.browser.test_site import AXE, FAULTS, OBJECTS, RULES_OF_COLOUR, THE_OTHER_WAY_ROUND

pytestmark = [pytest.mark.browser, pytest.mark.proof, pytest.mark.xdist_group("browser")]
PAGES = [place.sv.format(key=OBJECTS.get(name)) for name, place in PLACES.items()]
WIDTH = 1200
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
STOPS = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
)].filter(each => each.checkVisibility()).length"""
FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {name: at.tagName + " " + (at.textContent || at.name || "").trim().slice(0, 30), body: at === document.body,
            ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3,
            seen: box.width > 0 && box.height > 0};
}"""
PAINT = """() => new Promise(done => {
    let shift = 0;
    const moved = list => { for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value };
    new PerformanceObserver(moved).observe({type: "layout-shift", buffered: true});
    new PerformanceObserver(list => setTimeout(() => done({largest: list.getEntries().at(-1).startTime, shift}), 300))
        .observe({type: "largest-contentful-paint", buffered: true});
})"""


@contextmanager
def opened(browser: Browser, **options: Any) -> Generator[Page, None, None]:  # noqa: ANN401 -- as Playwright's
    context = browser.new_context(viewport={"width": WIDTH, "height": 900}, locale="sv-SE", **options)
    try:
        yield context.new_page()
    finally:
        context.close()


def test_no_page_is_hard_to_read_in_the_dark_in_its_other_language(browser: Browser, site: str) -> None:
    faults = {}
    with opened(browser, color_scheme="dark") as page:
        for path in THE_OTHER_WAY_ROUND:
            page.goto(site + path)
            page.evaluate(AXE)
            faults[path] = page.evaluate(FAULTS, {"type": "rule", "values": RULES_OF_COLOUR})
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("path", ["/", "/aktorer", "/tid", "/avgift", "/api/prova"])
def test_a_page_is_walked_by_the_tab_key_alone(browser: Browser, site: str, path: str) -> None:
    with opened(browser) as page:
        page.goto(site + path)
        stops = page.evaluate(STOPS)
        walked = []
        for _ in range(stops + 1):
            page.keyboard.press("Tab")
            walked.append(page.evaluate(FOCUS))
            if walked[-1]["body"]:
                break
        reached = [each for each in walked if not each["body"]]
        assert reached[0]["name"] == "A Till innehållet"
        assert [each["name"] for each in reached if not (each["ring"] and each["seen"])] == []
        assert len(reached) >= stops - 2  # a date field has stops of its own


def test_every_target_is_large_enough_for_a_finger(browser: Browser, site: str) -> None:
    found = {}
    with opened(browser) as page:
        for path in PAGES:
            page.goto(site + path)
            page.evaluate(AXE)
            found[path] = page.evaluate(FAULTS, {"type": "rule", "values": ["target-size"]})
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("width", "change"), [(WIDTH // 2, "() => {}"), (WIDTH, SPACING)], ids=["zoomed", "spaced"])
def test_twice_the_size_and_wider_spacing_lose_nothing(browser: Browser, site: str, width: int, change: str) -> None:
    widths = {}
    with opened(browser) as page:
        page.set_viewport_size({"width": width, "height": 450})
        for path in PAGES:
            page.goto(site + path)
            page.evaluate(change)
            widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: found for path, found in widths.items() if found > width} == {}


def test_whoever_wants_less_motion_gets_none(browser: Browser, site: str) -> None:
    with opened(browser, reduced_motion="reduce") as page:
        page.goto(f"{site}/statistik")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert page.evaluate("document.getAnimations().length") == 0


def test_in_forced_colours_a_verdict_has_its_bar_and_a_chart_its_text(browser: Browser, site: str) -> None:
    with opened(browser, forced_colors="active", color_scheme="dark") as page:
        page.goto(f"{site}/statistik/skyldighet")
        told = page.evaluate("""() => ({
            text: getComputedStyle(document.querySelector(".chart text")).fill,
            body: getComputedStyle(document.body).color})""")
        assert told["text"] == told["body"]
        page.goto(f"{site}/aktor/skatteverket")
        assert page.evaluate("getComputedStyle(document.querySelector('.verdict')).borderInlineStartWidth") == "4px"


def test_whether_an_agency_is_obliged_is_one_sheet_of_paper(browser: Browser, site: str) -> None:
    with opened(browser) as page:
        for path in ("/aktor/skatteverket", "/en/actor/skatteverket"):
            page.goto(site + path)
            sheets = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))
            assert len(sheets) == 1, path


def test_a_first_visit_is_light_and_a_second_nearly_nothing(browser: Browser, site: str) -> None:
    for path in ("/", "/leverantorer", "/statistik", "/tid"):
        with opened(browser) as page:
            first, again = _loaded(page, site + path), _loaded(page, site + path)
            assert (len(first) <= 7, sum(first) <= 100_000) == (True, True), (path, first)
            assert (len(again) <= 1, sum(again) <= 15_000) == (True, True), (path, again)
            assert page.context.cookies() == []


def _loaded(page: Page, address: str) -> list[int]:
    """The bytes over the wire of each request that left the browser."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda each: sizes.append(int(each["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    session.detach()
    return [size for size in sizes if size]


@pytest.mark.parametrize("path", ["/", "/leverantorer", "/statistik", "/tjanst/freja-plus", "/tid"])
def test_on_a_slow_line_a_page_is_there_soon_and_does_not_move(browser: Browser, site: str, path: str) -> None:
    with opened(browser) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        line = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
        session.send("Network.emulateNetworkConditions", line)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(site + path, wait_until="networkidle")
        seen = page.evaluate(PAINT)
        assert seen["shift"] <= 0.01, seen
        assert seen["largest"] <= 1_500, seen
