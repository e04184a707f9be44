"""The page that publishes: what would be new, and the button, for publishers."""

from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest

from auktor.asgi import create_app
from auktor.core.roles import Role
from auktor.settings import Settings
from db.engine import Database
from tests.auktor.desk.at_desk import Person
from tests.publish.small_register import SMALL, actor, describe

PAGE, ENGLISH = "/desk/publicera", "/en/desk/publish"


@pytest.fixture
async def database(fresh_database: str) -> AsyncGenerator[Database, None]:
    database = Database(fresh_database)
    await describe(database, *SMALL)
    yield database
    await database.close()


async def people(settings: Settings, url: str, *names: tuple[Role, str]) -> AsyncGenerator[list[Person], None]:
    program = create_app(settings, url)
    async with program.router.lifespan_context(program):
        app = httpx.ASGITransport(program, raise_app_exceptions=False)
        signed = [Person(app, settings) for _ in names]
        for person, (role, name) in zip(signed, names, strict=True):
            await person.sign_in(role, name)
        yield signed


async def test_a_publisher_sees_what_is_new_and_publishes_it(database: Database, tmp_path: Path) -> None:
    async for (pia,) in people(Settings(home=tmp_path), database.url, (Role.PUBLISHER, "pia")):
        assert "Ingen utgåva är utgiven än." in (await pia.browser.get(PAGE)).text
        assert "Utgiven" in (await pia.send(PAGE)).text
        assert "Registret säger detsamma som den senaste utgåvan." in (await pia.browser.get(PAGE)).text
        await describe(database, actor("ny", "Ny kommun", "MUNICIPALITY"))
        page = (await pia.browser.get(ENGLISH)).text
        assert "1 added" in page
        assert "Ny kommun" in page
        assert f'href="{ENGLISH}" aria-current="page"' in page
        assert "The newest edition is number 2" in (await pia.send(ENGLISH)).text
        assert "Nothing new to publish" in (await pia.send(ENGLISH)).text


async def test_with_four_eyes_it_is_prepared_by_one_and_published_by_another(
    database: Database, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, four_eyes_for_editions=True)
    both = ((Role.PUBLISHER, "pia"), (Role.PUBLISHER, "per"))
    async for pia, per in people(settings, database.url, *both):
        assert "Berett för en annan publicerare" in (await pia.send(PAGE)).text
        assert "En annan publicerare ger ut den." in (await pia.browser.get(PAGE)).text
        number = (await per.browser.get(PAGE)).text.partition('name="preparation" value="')[2].partition('"')[0]
        own = await pia.send(PAGE, preparation=number)
        assert (own.status_code, "Den som har berett ett beslut får inte fatta det." in own.text) == (422, True)
        assert "Senaste utgåvan är nummer 1" in (await per.send(PAGE, preparation=number)).text


async def test_other_roles_are_shown_no_button(database: Database, tmp_path: Path) -> None:
    both = ((Role.ADMIN, "ada"), (Role.CASE_OFFICER, "carl"))
    async for ada, carl in people(Settings(home=tmp_path), database.url, *both):
        page = (await ada.browser.get(PAGE)).text
        assert ("En publicerare ger ut utgåvor" in page, 'class="deed"' in page) == (True, False)
        overview = (await carl.browser.get("/desk")).text
        assert PAGE not in overview
