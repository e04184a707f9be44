"""Signing in at a certified OpenID provider on loopback, as a browser does it."""

import re
from collections.abc import AsyncGenerator, Generator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from auktor.asgi import create_app
from auktor.settings import Settings
from tests.auktor.auth.real_provider import Provider, running
from tests.auktor.desk.at_desk import Person

HOME = "http://register.test"
AUDIENCE = "https://register.example"


@pytest.fixture(scope="module")
def provider() -> Generator[Provider, None, None]:
    # A native client may be sent back to a loopback address only; the test carries what comes there on.
    with running(redirect="http://127.0.0.1/desk/tillbaka") as provider:
        yield provider


@pytest.fixture
async def person(
    provider: Provider, register_database: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncGenerator[Person, None]:
    settings = Settings(
        home=tmp_path_factory.mktemp("home"),
        public_url="http://127.0.0.1",
        oidc_issuer=provider.issuer,
        oidc_audience=AUDIENCE,
        oidc_client_id="desk",
        oidc_client_secret="secret",  # noqa: S106 -- of a provider that lives as long as the test
        oidc_resource=AUDIENCE,
    )
    app = create_app(settings, register_database)
    async with app.router.lifespan_context(app):
        yield Person(httpx.ASGITransport(app), settings)


async def sent_back(person: Person, name: str) -> str:
    """What the provider sends the browser back with, once somebody has given a name and consented."""
    asked = await person.browser.get("/en/desk", follow_redirects=False)
    begun = await person.browser.get(asked.headers["location"], follow_redirects=False)
    address = begun.headers["location"]
    assert parse_qs(urlsplit(address).query)["code_challenge_method"] == ["S256"]
    async with httpx.AsyncClient() as elsewhere:
        answer = await elsewhere.get(address)
        while True:
            while answer.is_redirect:
                location = str(answer.url.join(answer.headers["location"]))
                if urlsplit(location).path == "/desk/tillbaka":
                    return f"/desk/tillbaka?{urlsplit(location).query}"
                answer = await elsewhere.get(location)
            form = unescape(re.search(r'<form[^>]* action="([^"]+)"', answer.text)[1])  # type: ignore[index]
            prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)[1]  # type: ignore[index]
            answer = await elsewhere.post(form, data={"prompt": prompt, "login": name, "password": "any"})


async def test_whoever_the_provider_signs_in_is_at_the_desk_in_their_role(person: Person) -> None:
    welcomed = await person.browser.get(await sent_back(person, "anna"))
    assert (welcomed.status_code, welcomed.url.path) == (200, "/en/desk")
    assert "case officer" in welcomed.text


async def test_what_the_provider_sends_back_is_taken_once_and_by_whom_it_was_begun(person: Person) -> None:
    back = await sent_back(person, "anna")
    person.browser.cookies.clear()
    answer = await person.browser.get(back)
    assert answer.status_code == 401
    assert "begun in another browser" in answer.text


async def test_a_changed_state_is_refused(person: Person) -> None:
    back = await sent_back(person, "anna")
    answer = await person.browser.get(re.sub("state=[^&]+", "state=changed", back))
    assert answer.status_code == 401


async def test_a_code_that_is_none_is_refused(person: Person) -> None:
    back = await sent_back(person, "anna")
    answer = await person.browser.get(re.sub("code=[^&]+", "code=guessed", back))
    assert answer.status_code == 503  # the provider refuses it; nothing is known of who asks
    assert "auktor_desk" not in person.browser.cookies


async def test_somebody_without_a_role_is_told_so(person: Person) -> None:
    answer = await person.browser.get(await sent_back(person, "stranger"))
    assert answer.status_code == 403
    assert "has no role" in answer.text or "have no role" in answer.text


async def test_a_silent_provider_is_told_of(register_database: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = Settings(
        home=tmp_path_factory.mktemp("home"),
        oidc_issuer="http://127.0.0.1:9",
        oidc_audience=AUDIENCE,
        oidc_client_id="desk",
    )
    person = Person(httpx.ASGITransport(create_app(settings, register_database)), settings)
    answer = await person.browser.get("/desk")
    assert answer.status_code == 503
    assert "Inloggningen svarar inte" in answer.text
