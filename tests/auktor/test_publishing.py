"""The serving program publishes by itself: after deeds, not during them, and what is refused waits for a person."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from auktor.editions import publish_edition
from auktor.publishing import Watch, look, publishing
from auktor.settings import Settings
from db.engine import Database
from publish.checks import TooMuchGone
from publish.snapshot import State

AT = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
QUIET = timedelta(seconds=5)


def seconds(number: int) -> datetime:
    return AT + timedelta(seconds=number)


def test_a_row_of_deeds_is_published_once_it_has_ended() -> None:
    watch = Watch(QUIET)
    assert not watch.is_due(State(1, AT), seconds(1))
    assert not watch.is_due(State(2, seconds(4)), seconds(6))
    assert watch.is_due(State(2, seconds(4)), seconds(9))


def test_deeds_without_end_are_published_after_two_minutes() -> None:
    watch = Watch(QUIET)
    due = [second for second in range(1, 130) if watch.is_due(State(second, seconds(second)), seconds(second))]
    assert due[0] == 121


def test_what_was_tried_is_not_tried_again_before_something_may_have_changed() -> None:
    watch, state = Watch(QUIET), State(1, AT)
    watch.tried(state, seconds(10))
    assert not watch.is_due(state, seconds(60))
    assert watch.is_due(state, AT + timedelta(hours=1))
    assert watch.is_due(State(2, seconds(60)), seconds(65))


async def test_what_another_program_left_undone_is_published(fresh_database: str, tmp_path: Path) -> None:
    settings, database = Settings(home=tmp_path), Database(fresh_database)
    now = datetime.now(UTC) + timedelta(minutes=1)
    await look(database, Watch(QUIET), settings, now)
    assert msgspec.json.decode((settings.editions / "current.json").read_bytes())["number"] == 1
    await database.close()


async def test_a_refusal_is_told_once_and_waits_for_a_person(
    fresh_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse(*_: object) -> None:
        raise TooMuchGone("suppliers from 9 to 0 rows. Publish with --accept-drop.")

    monkeypatch.setattr("auktor.publishing.publish_edition", refuse)
    settings, database, watch = Settings(home=tmp_path), Database(fresh_database), Watch(QUIET)
    now = datetime(2030, 7, 1, 12, 0, tzinfo=UTC)
    with caplog.at_level(logging.ERROR):
        for second in range(3):
            await look(database, watch, settings, now + timedelta(seconds=second))
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == ["An edition waits for a person"]
    await database.close()


async def test_a_program_that_must_not_publish_starts_nothing(fresh_database: str, tmp_path: Path) -> None:
    with publishing(Settings(home=tmp_path, publish_after_seconds=0), fresh_database):
        pass
    await publish_edition(Settings(home=tmp_path), fresh_database)
    with publishing(Settings(home=tmp_path), fresh_database):
        pass
