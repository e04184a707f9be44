"""What is done before the register is served."""

import pytest

from auktor.preparing import prepare
from auktor.settings import Settings
from publish.ledger import EditionTaken
from publish.release import Unchanged


async def test_what_no_index_serves_is_said_at_start(
    register_database: str, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def nothing_new(*_given: object) -> Unchanged:
        return Unchanged(1)

    monkeypatch.setattr("auktor.preparing.publish_edition", nothing_new)
    monkeypatch.setattr("db.indexing.LARGE", 0)
    await prepare(settings, register_database, lambda _: None, lambda *_: None)
    assert "The list public_actors has about " in caplog.text


async def test_another_program_that_starts_at_the_same_moment_may_be_quicker(
    register_database: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes: list[Exception | Unchanged] = [EditionTaken("Edition 1 was published by another."), Unchanged(1)]

    async def publish(*_given: object) -> Unchanged:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr("auktor.preparing.publish_edition", publish)
    said: list[str] = []
    await prepare(settings, register_database, said.append, lambda *_: None)
    assert said == ["Edition 1 is up to date"]
