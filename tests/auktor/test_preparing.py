"""What is done before the register is served."""

import asyncio
from pathlib import Path

import pytest

from auktor.preparing import prepare
from auktor.settings import Settings
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


async def test_programs_that_start_at_the_same_moment_all_come_to_serve(register_database: str, tmp_path: Path) -> None:
    said: list[str] = []

    async def start(home: str) -> None:
        await prepare(Settings(home=tmp_path / home), register_database, said.append, lambda *_: None)

    await asyncio.gather(*(start(home) for home in ("first", "second", "third")))
    assert len(said) == 3
