"""What would have been said: of another day, as known at another time, and never to be taken for an edition."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from auktor.core.periods import stockholm_today
from db.engine import Database
from publish.as_it_was import FURTHEST_YEARS, Asked, FolderInUse, NotYetKnown, TooFarAhead, build_as_it_was
from publish.release import publish
from publish.snapshot import newest_state
from publish.store import StoreGone
from tests.publish.reading import csv_rows, document
from tests.publish.small_register import START, agreement, describe

NOW = datetime.now(UTC) + timedelta(hours=1)


async def known_now(database: Database) -> datetime:
    async with database.reading() as connection:
        return (await newest_state(connection)).recorded_at


def listed(folder: Path) -> set[str]:
    return {row["supplier"] for row in csv_rows(folder, "suppliers")}


def every_name(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


async def test_a_supplier_that_was_entered_later_is_not_in_what_was_known_before(
    small: Database, tmp_path: Path
) -> None:
    before = await known_now(small)
    await describe(small, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    await build_as_it_was(small, tmp_path / "then", Asked(START, before), now=NOW)
    await build_as_it_was(small, tmp_path / "now", Asked(START), now=NOW)
    assert listed(tmp_path / "now") - listed(tmp_path / "then") == {"gamma"}


async def test_the_same_question_gives_the_same_bytes_whenever_it_is_asked(small: Database, tmp_path: Path) -> None:
    asked = Asked(date(2026, 5, 1), await known_now(small))
    one = await build_as_it_was(small, tmp_path / "one", asked, now=NOW)
    await describe(small, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    other = await build_as_it_was(small, tmp_path / "other", asked, now=NOW + timedelta(hours=1))
    assert one.manifest_sha256 == other.manifest_sha256


async def test_it_is_no_edition_and_nothing_remembers_it(small: Database, tmp_path: Path) -> None:
    built = await build_as_it_was(small, tmp_path / "then", Asked(date(2026, 5, 1)), now=NOW)
    manifest = document(tmp_path / "then/manifest.json")
    assert (manifest["number"], manifest["previous"], manifest["as_of"]) == (0, None, "2026-05-01")
    assert manifest["next_update"] == manifest["issued"]
    assert not (tmp_path / "then/manifest.json.jws").exists()
    await publish(small, tmp_path / "opendata", now=NOW)
    assert document(tmp_path / "opendata/current.json")["number"] == 1
    assert built.imprint.number == 0


async def test_a_folder_that_holds_something_and_a_time_to_come_are_refused(small: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderInUse, match="--to"):
        await build_as_it_was(small, tmp_path, Asked(), now=NOW)
    with pytest.raises(NotYetKnown, match="--known-at"):
        await build_as_it_was(small, tmp_path / "new", Asked(None, NOW + timedelta(days=1)), now=NOW)


async def test_a_day_is_told_up_to_ten_years_ahead_of_what_was_known(small: Database, tmp_path: Path) -> None:
    known = await known_now(small)
    last = date(stockholm_today(known).year + FURTHEST_YEARS, 12, 31)
    built = await build_as_it_was(small, tmp_path / "last", Asked(last, known), now=NOW)
    assert built.imprint.as_of == last
    for day in (last + timedelta(days=1), date.max):
        with pytest.raises(TooFarAhead, match=f"{day} is too far ahead: .* up to the end of {last.year}. Give --as-of"):
            await build_as_it_was(small, tmp_path / "after", Asked(day, known), now=NOW)
    assert not (tmp_path / "after").exists()


async def test_among_editions_it_is_refused_and_they_stay_as_they_are(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    before = every_name(tmp_path)
    with pytest.raises(FolderInUse, match=r"holds editions.*--to"):
        await build_as_it_was(small, tmp_path, Asked(date(2026, 3, 1)), now=NOW)
    assert every_name(tmp_path) == before


async def test_a_folder_that_cannot_be_written_is_named_with_what_to_do(small: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StoreGone, match=rf"{folder} cannot be written .*--to"):
            await build_as_it_was(small, folder, Asked(date(2026, 3, 1)), now=NOW)
