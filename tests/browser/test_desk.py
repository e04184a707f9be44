"""The desk in a real browser: an officer, a decision maker and a publisher, signed in at a certified provider.

They share one program, one provider and one Chromium; each has cookies of their own and works on objects of their own.
"""

import asyncio
import threading
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from auktor.asgi import create_app
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.desk.addresses import DESK, RETURNED
from auktor.editions import publish_edition
from auktor.listening import listening
from auktor.settings import Settings
from tests.auktor.auth.real_provider import Provider, running
from tests.browser.faults import AXE, FAULTS, TAGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AUDIENCE = "https://register.example"
TODAY = str(stockholm_today(datetime.now(UTC)))
CASE = "ansokan-rattelseexempel"
# Chromium says of a page that is itself an error that it could not be loaded.
SAID_OF_AN_ERROR_PAGE = "Failed to load resource: the server responded with a status of 4"
NAME_OF_THE_FOCUSED = """() => {
    const at = document.activeElement;
    return ((at.labels && at.labels[0]) || at).innerText || "";
}"""


class Desk:
    """The program on a socket, and the provider at which people sign in."""

    def __init__(self, address: str, provider: Provider) -> None:
        self.address, self.provider = address, provider


@pytest.fixture(scope="module")
def desk(
    chromium: Path, register_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Desk, None, None]:
    _ = chromium
    with listening("127.0.0.1", 0) as ours:
        address = f"http://127.0.0.1:{ours.getsockname()[1]}"
        with running(redirect=address + RETURNED) as provider:
            settings = Settings(
                home=tmp_path_factory.mktemp("home"),
                public_url=address,
                oidc_issuer=provider.issuer,
                oidc_audience=AUDIENCE,
                oidc_client_id="desk",
                oidc_client_secret="secret",  # noqa: S106 -- of a provider that lives as long as the test
                oidc_resource=AUDIENCE,
            )
            asyncio.run(publish_edition(settings, register_database))
            app = create_app(settings, register_database)
            server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_config=None))
            answering = threading.Thread(target=server.run, kwargs={"sockets": [ours]})
            answering.start()
            yield Desk(address, provider)
            server.should_exit = True
            answering.join()


@pytest.fixture(scope="module")
def site(desk: Desk) -> str:
    """What the browser is opened after."""
    return desk.address


class Person:
    """Somebody before a browser of their own, and what went wrong there unseen."""

    def __init__(self, browser: Browser, desk: Desk, name: str) -> None:
        self.desk, self.name = desk, name
        self.foreign: list[str] = []
        self.said: list[str] = []
        self.faults: dict[str, list[str]] = {}
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 1200, "height": 900}, color_scheme="light", locale="sv-SE"
        )
        self.context.route(lambda url: not url.startswith("http://127.0.0.1"), self._keep_here)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text) if message.type == "error" else None)

    def _keep_here(self, route: Route, request: Request) -> None:
        """What another host is asked for goes nowhere; the provider's own page asks for a font."""
        if request.frame.url.startswith(self.desk.address):
            self.foreign.append(request.url)
        route.abort()

    def sign_in(self) -> None:
        """At the provider, from whichever page of the desk led there."""
        self.page.get_by_placeholder("Enter any login").fill(self.name)
        self.page.get_by_placeholder("and password").fill("any")
        self.page.get_by_role("button", name="Sign-in").click()
        self.carry_on()

    def carry_on(self) -> None:
        """Agree to be told of to the desk; the provider, which knows the browser, asks no more."""
        self.page.get_by_role("button", name="Continue").click()
        self.page.wait_for_url(f"{self.desk.address}/**")
        self.said.clear()  # the provider's own pages are not ours to judge

    def open(self, path: str) -> None:
        """A page of the desk, and what axe finds in it."""
        self.page.goto(self.desk.address + path)
        self.look()

    def look(self) -> None:
        """Have axe read the page that is open."""
        self.page.evaluate(AXE)
        path = self.page.url.removeprefix(self.desk.address)
        self.faults[path] = self.page.evaluate(FAULTS, {"type": "tag", "values": TAGS})

    def fill_in(self, **fields: str) -> None:
        """The form that is open, by the names of its controls, and send it."""
        for name, value in fields.items():
            control = self.page.locator(f'.deed [name="{name}"]')
            if control.evaluate("control => control.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(value)
        self.page.locator("form.deed button").last.click()

    def tab_to(self, name: str) -> None:
        """Press Tab until what is focused bears the name."""
        seen = []
        for _ in range(80):
            self.page.keyboard.press("Tab")
            seen.append(self.page.evaluate(NAME_OF_THE_FOCUSED))
            if seen[-1].startswith(name):
                return
        message = f"Tab does not lead to {name!r}, only to {seen}"
        raise AssertionError(message)

    def enter(self) -> None:
        """Press Enter on what is focused, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def signed_in(browser: Browser, desk: Desk) -> Generator[Callable[[str], Person], None, None]:
    """Somebody by their name, signed in once however many tests they are in."""
    known: dict[str, Person] = {}

    def person(name: str) -> Person:
        if name not in known:
            known[name] = Person(browser, desk, name)
            known[name].page.goto(f"{desk.address}/desk")
            known[name].sign_in()
        return known[name]

    yield person
    for each in known.values():
        each.context.close()


@pytest.fixture
def anna(signed_in: Callable[[str], Person]) -> Person:
    return signed_in("anna")


@pytest.fixture
def bo(signed_in: Callable[[str], Person]) -> Person:
    return signed_in("bo")


@pytest.fixture
def pia(signed_in: Callable[[str], Person]) -> Person:
    return signed_in("pia")


def registered(anna: Person, number: str) -> str:
    """The key of an application that anna has registered and taken up."""
    anna.page.goto(f"{anna.desk.address}/desk/gor/registerApplication")
    known = {"supplier": "Supplier:rattelseexempel", "system": "DIGITAL_POST", "receivedOn": TODAY}
    anna.fill_in(caseNumber=number, **known)
    anna.page.get_by_role("link", name="Se resultatet").click()
    key = anna.page.url.rpartition("/")[2]
    anna.page.get_by_role("link", name="Ta upp ansökan till handläggning").click()
    anna.fill_in(on=TODAY)
    return key


def test_an_application_goes_from_desk_to_desk_until_it_is_published(anna: Person, bo: Person, pia: Person) -> None:
    key = registered(anna, "2026-910")

    # Anna prepares the decision, and only by the keyboard; she cannot take it.
    anna.open(f"/desk/ansokan/{key}")
    anna.tab_to("Besluta om ansökan")
    anna.enter()
    anna.look()
    anna.tab_to("Diarienummer")
    anna.page.keyboard.type("Beslut 2026-910")
    anna.tab_to("Typ")
    anna.page.keyboard.type("Godk")
    anna.tab_to("Skäl")
    anna.page.keyboard.type("Uppfyller kraven.")
    anna.tab_to("Bered")
    anna.enter()
    assert "Berett och prövat" in anna.page.locator("main").inner_text()
    anna.look()
    anna.page.get_by_role("link", name="Se resultatet").click()
    anna.look()
    assert "den som bereder beslutar inte" in anna.page.locator("main").inner_text()
    assert anna.page.get_by_role("button", name="Besluta").count() == 0

    # Bo, who reads English, sees by whom it was prepared, and takes it by the keyboard.
    bo.open("/en/desk")
    row = bo.page.locator("tr", has_text="2026-910")
    assert row.locator("td").last.inner_text() == "anna"
    row.get_by_role("link", name="anna").click()
    bo.look()
    assert "Prepared by anna" in bo.page.locator("main").inner_text()
    bo.tab_to("Decide")
    bo.enter()
    assert "Recorded, with an entry in the audit log" in bo.page.locator("main").inner_text()
    bo.look()

    # He signs the agreement from the application, whose supplier and system the form knows.
    bo.open(f"/en/desk/application/{key}")
    assert bo.page.locator("main .tag").first.inner_text() == "Approved"
    bo.page.get_by_role("link", name="Sign an agreement").click()
    bo.look()
    signed = {"signedByAuthorityOn": TODAY, "signedBySupplierOn": TODAY, "inForceFrom": TODAY}
    bo.fill_in(agreementNumber="Avtal 2026-910", **signed)
    assert "It is done" in bo.page.locator("h1").inner_text()

    # Pia sees what the next edition would say that the last did not, and publishes it.
    pia.open("/desk/publicera")
    new = pia.page.get_by_role("row", name="suppliers rattelseexempel DIGITAL_POST")
    assert "Rättelseexempel AB" in new.inner_text()
    pia.page.get_by_role("button", name="Ge ut en utgåva").click()
    assert pia.page.get_by_role("status").inner_text() == "Utgiven"
    pia.look()
    assert "nummer 2" in pia.page.locator("main").inner_text()
    listed = pia.context.request.get(f"{pia.desk.address}/opendata/latest/suppliers.csv").text()
    assert "Avtal 2026-910" in listed


def test_a_wrong_input_is_told_beside_its_field_and_what_was_typed_is_kept(anna: Person) -> None:
    anna.page.goto(f"{anna.desk.address}/desk/gor/registerApplication")
    anna.fill_in(caseNumber="2026-911", supplier="Supplier:ingen", system="DIGITAL_POST", receivedOn=TODAY)
    wrong = anna.page.locator(":focus")
    assert wrong.get_attribute("name") == "supplier"
    assert wrong.get_attribute("aria-invalid") == "true"
    described = wrong.get_attribute("aria-describedby")
    assert "Det finns inte i registret." in anna.page.locator(f"#{described}").inner_text()
    assert anna.page.get_by_label("Diarienummer").input_value() == "2026-911"
    assert anna.page.get_by_label("Inkom").input_value() == TODAY
    assert anna.page.title().startswith("Fel: ")
    anna.look()
    anna.page.get_by_role("alert").get_by_role("link").click()
    assert anna.page.url.endswith("#f-supplier")


def test_of_two_officers_the_later_is_shown_what_the_other_did(anna: Person, bo: Person) -> None:
    key = registered(anna, "2026-912")
    anna.page.goto(f"{anna.desk.address}/desk/ansokan/{key}")
    anna.page.get_by_role("link", name="Begära komplettering").click()
    bo.page.goto(f"{bo.desk.address}/en/desk/application/{key}")
    bo.page.get_by_role("link", name="Withdraw an application").click()
    anna.fill_in(on=TODAY)
    bo.fill_in(on=TODAY, reason="The company asked for it")
    alert = bo.page.locator(":focus")
    assert "Nothing is recorded" in alert.inner_text()
    assert bo.page.locator("#f-reason").input_value() == "The company asked for it"
    bo.look()
    bo.page.get_by_role("link", name="Read the application as it is now").click()
    assert bo.page.locator("main .tag").first.inner_text() == "Supplement requested"
    bo.page.go_back()
    bo.page.locator("form.deed button").last.click()
    assert "It is done" in bo.page.locator("h1").inner_text()


def test_a_form_that_meets_an_ended_sign_in_waits_for_its_writer(anna: Person) -> None:
    anna.page.goto(f"{anna.desk.address}/desk/gor/registerSupplier")
    anna.context.clear_cookies(name="auktor_desk")
    anna.fill_in(name="Tålmodig AB", organisationNumber="559300-0028", legalForm="LIMITED_COMPANY")
    assert anna.page.locator("h1").inner_text() == "Din inloggning har gått ut"
    anna.look()
    anna.page.get_by_role("link", name="Logga in och fortsätt").click()
    anna.carry_on()
    assert "Det du skrev finns kvar" in anna.page.get_by_role("status").inner_text()
    assert anna.page.get_by_label("Namn").input_value() == "Tålmodig AB"
    anna.fill_in(on=TODAY)
    assert "Supplier:talmodig-ab" in anna.page.locator("main").inner_text()


def test_a_list_is_narrowed_ordered_and_led_on_from(bo: Person) -> None:
    bo.page.goto(f"{bo.desk.address}/en/desk/exemptions")
    bo.page.get_by_label("Runs out within").select_option("alla")
    bo.page.get_by_role("button", name="Show").click()
    assert bo.page.url.endswith("/en/desk/exemptions?inom=alla")
    bo.page.locator("tbody a.deed-link").first.click()
    assert bo.page.get_by_label("Who is exempt").input_value() == "PublicActor:exempelverket"
    bo.page.goto(f"{bo.desk.address}/en/desk/applications?status=alla")
    received = bo.page.locator("tbody tr th .sub").all_inner_texts()
    assert len(received) > 10
    bo.page.get_by_role("columnheader", name="Received").get_by_role("link").click()
    assert bo.page.locator("tbody tr th .sub").all_inner_texts() == received[::-1]


# Seen on the way of an application, or no pages of the desk.
ELSEWHERE = {"sign_in", "sign_out", "desk_preparation", "desk_deed", "desk_done"}
# The English pages are of the same templates, and the way of an application meets half of them: the tour is a proof.
LANGUAGES = [Language.SV, pytest.param(Language.EN, marks=pytest.mark.proof)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_desk_has_an_accessibility_fault(
    language: Language, anna: Person, bo: Person, pia: Person
) -> None:
    for name, place in DESK.items():
        if name not in ELSEWHERE:
            (pia if name == "desk_publish" else anna).open(place.in_language(language).format(key=CASE))
    bo.open(DESK["desk_deed"].in_language(language).format(key="draftRegulation"))
    faults = {path: found for each in (anna, bo, pia) for path, found in each.faults.items() if found}
    assert faults == {}


def test_no_page_of_the_desk_asks_another_host_or_complains(anna: Person, bo: Person, pia: Person) -> None:
    assert [anna.foreign, bo.foreign, pia.foreign] == [[], [], []]
    said = [text for each in (anna, bo, pia) for text in each.said if not text.startswith(SAID_OF_AN_ERROR_PAGE)]
    assert said == []
