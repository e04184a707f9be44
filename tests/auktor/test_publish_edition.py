"""An edition published by request: by a publisher, alone or after another, into a real folder from a real database."""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from auktor.core.roles import Role
from auktor.editions import place_of
from auktor.publications import Publications
from auktor.settings import Settings
from db.engine import Database, rows
from db.visibility import Viewer
from publish.ledger import EditionTaken
from publish.release import store_at
from schema.schema import context_for, execute
from tests.publish.small_register import SMALL, actor, describe

PIA, PER = (Viewer(Role.PUBLISHER, None, name) for name in ("pia", "per"))
PUBLISH = """mutation($input: PublishEditionInput!) { outcome: publishEdition(input: $input) {
    __typename ... on EditionPublished { isNew edition { number } } ... on DeedError { code remedy path } } }"""
PREPARE = """mutation($input: PreparePublicationInput!) { outcome: preparePublication(input: $input) {
    __typename ... on Preparation { id deed content preparedBy } ... on DeedError { code } } }"""
WAITING = "{ preparations { nodes { id deed } } }"
NEW = {"__typename": "EditionPublished", "isNew": True, "edition": {"number": 1}}
OLD = {**NEW, "isNew": False}

Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
async def database(fresh_database: str) -> AsyncGenerator[Database, None]:
    database = Database(fresh_database)
    await describe(database, *SMALL)
    yield database
    await database.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path)


@pytest.fixture
def four_eyes(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, four_eyes_for_editions=True)


def asking(database: Database, settings: Settings) -> Ask:
    async def ask(document: str, viewer: Viewer, **given: object) -> Any:  # noqa: ANN401 -- JSON
        context = context_for(database, viewer=viewer, publications=Publications(settings, database.url))
        answer = await execute(document, context, {"input": given} if "$input" in document else None)
        assert not answer.errors, answer.errors
        return answer.data.get("outcome", answer.data)

    return ask


def pointed_at(settings: Settings) -> int:
    return int(json.loads((settings.editions / "current.json").read_bytes())["number"])


async def logged(database: Database) -> list[tuple[object, ...]]:
    async with database.reading() as connection:
        found = await rows(connection, sa.text("SELECT actor, deed, subject, refused FROM audit_entry ORDER BY 1, 2"))
    return [tuple(row.values()) for row in found if row["actor"] in {"pia", "per", "auktor", "dora"}]


async def test_a_publisher_publishes_and_the_log_says_who(database: Database, settings: Settings) -> None:
    ask = asking(database, settings)
    assert await ask(PUBLISH, PIA, reason="Veckans utgåva") == NEW
    assert pointed_at(settings) == 1
    assert await logged(database) == [("pia", "publish_edition", "Edition:1", None)]


async def test_nothing_new_answers_the_newest_edition_and_says_so(database: Database, settings: Settings) -> None:
    ask = asking(database, settings)
    await ask(PUBLISH, PIA)
    assert await ask(PUBLISH, PER) == OLD
    assert pointed_at(settings) == 1


async def test_the_same_id_is_answered_alike_and_published_once(database: Database, settings: Settings) -> None:
    ask = asking(database, settings)
    assert await ask(PUBLISH, PIA, clientMutationId="a") == NEW
    await describe(database, actor("ny", "Ny kommun", "MUNICIPALITY"))
    assert await ask(PUBLISH, PIA, clientMutationId="a") == NEW
    assert pointed_at(settings) == 1
    reused = await ask(PUBLISH, PIA, clientMutationId="a", acceptDrop=True)
    assert reused["code"] == "CLIENT_MUTATION_ID_REUSED"


@pytest.mark.parametrize(
    ("viewer", "code"),
    [(Viewer(Role.DECISION_MAKER, None, "dora"), "NOT_ALLOWED"), (Viewer(), "NOT_SIGNED_IN")],
)
async def test_nobody_else_publishes(database: Database, settings: Settings, viewer: Viewer, code: str) -> None:
    ask = asking(database, settings)
    assert (await ask(PUBLISH, viewer))["code"] == code
    assert (await ask(PREPARE, viewer))["code"] == code
    assert not settings.editions.exists()


async def test_a_drop_waits_until_a_publisher_accepts_it(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publish.release.ALLOWED_DROP", -1.0)
    ask = asking(database, settings)
    await ask(PUBLISH, PIA)
    await describe(database, actor("ny", "Ny kommun", "MUNICIPALITY"))
    refused = await ask(PUBLISH, PIA)
    assert (refused["code"], refused["path"]) == ("TOO_MUCH_GONE", ["input"])
    assert refused["remedy"].endswith("publish with --accept-drop (acceptDrop).")
    assert ("pia", "publish_edition", None, "TOO_MUCH_GONE") in await logged(database)
    assert (await ask(PUBLISH, PIA, acceptDrop=True))["edition"] == {"number": 2}


async def test_while_another_publishes_it_is_refused(database: Database, settings: Settings) -> None:
    with store_at(place_of(settings)).held():
        assert (await asking(database, settings)(PUBLISH, PIA))["code"] == "PUBLISHING_UNDERWAY"


async def test_who_comes_second_on_another_machine_is_told(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def taken(*_: object, **__: object) -> None:
        raise EditionTaken("Edition 1 was published by another publisher meanwhile. Publish again.")

    monkeypatch.setattr("auktor.editions.publish_edition", taken)
    assert (await asking(database, settings)(PUBLISH, PIA))["code"] == "EDITION_TAKEN"


async def test_with_four_eyes_one_prepares_and_another_publishes(database: Database, four_eyes: Settings) -> None:
    ask = asking(database, four_eyes)
    assert (await ask(PUBLISH, PIA))["code"] == "PREPARATION_NEEDED"
    prepared = await ask(PREPARE, PIA, acceptDrop=True)
    assert (prepared["deed"], prepared["content"], prepared["preparedBy"]) == (
        "publishEdition",
        '{"accept_drop":true}',
        "pia",
    )
    assert await ask(WAITING, PER) == {"preparations": {"nodes": [{"id": prepared["id"], "deed": "publishEdition"}]}}
    assert (await ask(PUBLISH, PIA, preparation=prepared["id"]))["code"] == "FOUR_EYES"
    assert await ask(PUBLISH, PER, preparation=prepared["id"]) == NEW
    assert (await ask(PUBLISH, PER, preparation=prepared["id"]))["code"] == "NOTHING_PREPARED"
    assert await ask(WAITING, PER) == {"preparations": {"nodes": []}}


async def test_a_publisher_sees_no_other_preparation(database: Database, settings: Settings) -> None:
    other = sa.text(
        "INSERT INTO preparation (deed, content, prepared_by, role, at, revision) "
        "SELECT 'close_system', '{}', 'anna', 'case_officer', recorded_at, number FROM revision LIMIT 1"
    )
    async with database.writing() as connection:
        await connection.execute(other)
    assert await asking(database, settings)(WAITING, PIA) == {"preparations": {"nodes": []}}
