"""The serving program publishes by itself: after deeds, not during them, and what is refused waits for a person."""

import asyncio
import logging
import os
import select
import signal
import threading
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from auktor import editions
from auktor.errands import Errands, NotCarriedOut
from auktor.publishing import Tried, Watch, publish_when_due
from auktor.settings import Settings
from db.deeds import Issued
from db.revision import State, StateReader
from publish.checks import TooMuchGone
from publish.ledger import BY_ITSELF, EditionTaken
from publish.release import Published, Unchanged

AT = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
QUIET = timedelta(seconds=5)


def state(revision: int, recorded_at: datetime) -> State:
    return State(revision, recorded_at, edition=0, named=0)


def seconds(number: int) -> datetime:
    return AT + timedelta(seconds=number)


def test_a_row_of_deeds_is_published_once_it_has_ended() -> None:
    watch = Watch(QUIET)
    assert not watch.is_due(state(1, AT), seconds(1))
    assert not watch.is_due(state(2, seconds(4)), seconds(6))
    assert watch.is_due(state(2, seconds(4)), seconds(9))


def test_deeds_without_end_are_published_after_two_minutes() -> None:
    watch = Watch(QUIET)
    due = [second for second in range(1, 130) if watch.is_due(state(second, seconds(second)), seconds(second))]
    assert due[0] == 121


def test_what_was_tried_is_not_tried_again_before_something_may_have_changed() -> None:
    watch = Watch(QUIET, Tried.of(state(1, AT), seconds(10)))
    assert not watch.is_due(state(1, AT), seconds(60))
    assert watch.is_due(state(1, AT), AT + timedelta(hours=1))
    assert watch.is_due(state(2, seconds(60)), seconds(65))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings by which it looks all the time, and tries what it finds at once."""
    monkeypatch.setattr("auktor.publishing.EVERY_SECONDS", 0.01)
    monkeypatch.setattr("auktor.publishing.AFTER_FAULT", timedelta(0))
    return Settings(home=tmp_path, publish_after_seconds=1)


@pytest.fixture
def errands() -> Generator[Errands, None, None]:
    with closing(Errands()) as errands:
        yield errands


def test_what_another_program_left_undone_is_published_and_that_is_left_to_the_next(
    fresh_database: str, settings: Settings, errands: Errands
) -> None:
    tried = publish_when_due(settings, fresh_database, errands, None)
    assert msgspec.json.decode((settings.editions / "current.json").read_bytes())["number"] == 1
    assert tried == Tried.of(asyncio.run(_state_of(fresh_database)), datetime.now(UTC))


async def _state_of(url: str) -> State:
    reader = StateReader(url)
    try:
        return await reader.read()
    finally:
        await reader.close()


def test_a_refusal_is_told_once_and_waits_for_a_person(
    fresh_database: str,
    settings: Settings,
    errands: Errands,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def refuse(*_: object) -> None:
        raise TooMuchGone("suppliers from 9 to 0 rows. Publish with --accept-drop.")

    monkeypatch.setattr("auktor.editions.publish_edition", refuse)
    tried = publish_when_due(settings, fresh_database, errands, None)
    assert _warnings(caplog) == ["An edition waits for a person"]
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    assert publish_when_due(settings, fresh_database, errands, tried) == tried
    assert len(_warnings(caplog)) == 1


def _warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged of troubles, up to the reason."""
    graver = (record for record in caplog.records if record.levelno >= logging.WARNING)
    return [record.getMessage().partition(":")[0] for record in graver]


def test_after_a_fault_it_tries_again(
    fresh_database: str,
    settings: Settings,
    errands: Errands,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    faults: list[Exception] = [ConnectionResetError(), EditionTaken("Edition 1 was published by another.")]
    whole = editions.publish_edition

    async def publish(settings: Settings, url: str) -> Published | Unchanged:
        if faults:
            raise faults.pop(0)
        return await whole(settings, url)

    monkeypatch.setattr("auktor.editions.publish_edition", publish)
    publish_when_due(settings, fresh_database, errands, None)
    assert _warnings(caplog) == ["No edition could be published just now"]
    assert (settings.editions / "current.json").exists()


def test_what_a_publisher_asks_for_is_published_where_none_appears_by_itself(
    fresh_database: str, tmp_path: Path, errands: Errands
) -> None:
    settings = Settings(home=tmp_path, publish_after_seconds=0)
    with ThreadPoolExecutor() as threads:
        asked = [
            threads.submit(errands.outcome, replace(BY_ITSELF, actor="pia"), accept_drop) for accept_drop in (1, 0)
        ]
        for _ in asked:
            assert publish_when_due(settings, fresh_database, errands, None) is None
    assert {each.result() for each in asked} == {Issued(1, is_new=True), Issued(1, is_new=False)}


def test_a_refusal_is_told_to_whoever_asked(
    fresh_database: str, settings: Settings, errands: Errands, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise TooMuchGone("suppliers from 9 to 0 rows. Publish with --accept-drop.")

    monkeypatch.setattr("auktor.editions.publish_edition", refuse)
    with ThreadPoolExecutor() as threads:
        asked = threads.submit(errands.outcome, BY_ITSELF, "accept no drop")
        publish_when_due(settings, fresh_database, errands, None)
        with pytest.raises(TooMuchGone, match="from 9 to 0 rows"):
            asked.result()


def test_who_asked_one_that_ended_hears_that_it_was_not_done(errands: Errands) -> None:
    async def end() -> None:
        raise SystemExit

    with ThreadPoolExecutor() as threads:
        asked = threads.submit(errands.outcome)
        select.select([errands.asked], [], [])
        errand = errands.next()
        assert errand
        with pytest.raises(SystemExit):
            asyncio.run(errand.do(end))
        with pytest.raises(NotCarriedOut):
            asked.result()


def test_none_appears_by_itself_where_that_is_turned_off_or_two_must_publish(tmp_path: Path) -> None:
    assert Settings(home=tmp_path).publishes_by_itself
    assert not Settings(home=tmp_path, publish_after_seconds=0).publishes_by_itself
    assert not Settings(home=tmp_path, four_eyes_for_editions=True).publishes_by_itself
