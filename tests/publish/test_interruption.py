"""Whoever kills a publisher, and whenever: readers see the edition before or the new one, and the next run heals."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.engine import Database
from publish.release import Published, Unchanged, publish
from tests.publish.publisher import ended
from tests.publish.reading import document, refuse_broken
from tests.publish.small_register import START, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LATEST = NOW + timedelta(hours=2)
BEFORE_THE_ENTRY = [("suppliers", 0), ("suppliers", 3), ("contract-statistics", 9), ("manifest", 0), ("entry", 0)]
AFTER_THE_ENTRY = [("edition", 0), ("pointer", 0)]


async def killed_at(step: tuple[str, int], database: Database, folder: Path) -> None:
    """Publish edition 1, change the register, and have the publisher of edition 2 killed at a step."""
    await publish(database, folder, now=NOW)
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    words = ["publish", database.url, str(folder), LATER.isoformat(), step[0], str(step[1])]
    assert ended(*words) == -signal.SIGKILL


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".new-"))


@pytest.mark.parametrize("step", BEFORE_THE_ENTRY)
async def test_killed_before_the_entry_nothing_has_happened(
    step: tuple[str, int], small: Database, tmp_path: Path
) -> None:
    await killed_at(step, small, tmp_path)
    refuse_broken(tmp_path)
    assert document(tmp_path / "current.json")["number"] == 1
    healed = await publish(small, tmp_path, now=LATEST)
    assert isinstance(healed, Published)
    assert healed.number == 2
    assert names(tmp_path) == []
    refuse_broken(tmp_path)


@pytest.mark.parametrize("step", AFTER_THE_ENTRY)
async def test_killed_after_the_entry_the_next_run_finishes_the_same_edition(
    step: tuple[str, int], small: Database, tmp_path: Path
) -> None:
    await killed_at(step, small, tmp_path)
    assert document(tmp_path / "current.json")["number"] == 1
    assert await publish(small, tmp_path, now=LATEST) == Unchanged(2)
    assert document(tmp_path / "current.json")["issued"] == "2026-07-01T13:00:00Z"
    assert names(tmp_path) == []
    refuse_broken(tmp_path)


async def test_killed_before_the_feeds_the_next_run_writes_them(small: Database, tmp_path: Path) -> None:
    await killed_at(("feeds", 0), small, tmp_path)
    assert document(tmp_path / "current.json")["number"] == 2
    assert len(document(tmp_path / "changes.json")["items"]) == 1
    assert await publish(small, tmp_path, now=LATEST) == Unchanged(2)
    assert [item["title"] for item in document(tmp_path / "changes.json")["items"]] == ["Utgåva 2", "Utgåva 1"]


async def test_a_killed_publisher_holds_nobody_up(small: Database, tmp_path: Path) -> None:
    await killed_at(("manifest", 0), small, tmp_path)
    assert names(tmp_path) != []
    assert isinstance(await publish(small, tmp_path, now=LATEST), Published)


async def test_a_publisher_killed_before_its_link_is_in_place_holds_nobody_up(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    (tmp_path / ".new-latest").symlink_to("editions/000001")
    await describe(small, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    assert isinstance(await publish(small, tmp_path, now=LATER), Published)
    assert names(tmp_path) == []
    refuse_broken(tmp_path)
