import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.engine import Database
from publish.checks import EditionRefused, TooMuchGone
from publish.folder import OpenDataFolder
from publish.ledger import EditionTaken
from publish.release import ForeignFolder, NoSuchEdition, NotReproduced, Published, Unchanged, publish, rebuild
from publish.store import PublishingUnderway
from tests.publish.reading import document, refuse_broken, sha256
from tests.publish.small_register import START, actor, agreement, describe, supplier

NOW = datetime(2026, 7, 1, 12, 0, 30, 123456, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
BESIDE = {".lock", "catalog.rdf", "changes.atom", "changes.json", "current.json", "editions", "latest"}


async def connect_gamma(database: Database) -> None:
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def contents(folder: Path) -> dict[str, bytes]:
    """The files of an edition, without the coats some of them travel in."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix not in {".br", ".gz", ".zst"}}


async def test_an_edition_is_manifest_sums_and_pointer_as_the_interface_says(small: Database, tmp_path: Path) -> None:
    published = await publish(small, tmp_path, now=NOW)
    assert isinstance(published, Published)
    assert published.path == tmp_path / "editions" / "000001"
    manifest = document(published.path / "manifest.json")
    told = {name: manifest[name] for name in ("number", "previous", "issued", "as_of", "next_update", "audit_head")}
    assert told == {
        "number": 1,
        "previous": None,
        "issued": "2026-07-01T12:00:30Z",
        "as_of": "2026-07-01",
        "next_update": "2026-08-01T12:00:30Z",
        "audit_head": None,
    }
    assert set(manifest) == {*told, "schema_version", "files"}
    assert {frozenset(file) for file in manifest["files"]} == {frozenset({"path", "bytes", "sha256", "media_type"})}
    listed = {file["path"] for file in manifest["files"]} | {"manifest.json", "SHA256SUMS"}
    assert listed == set(contents(published.path))
    assert document(tmp_path / "current.json") == {
        "number": 1,
        "manifest": "editions/000001/manifest.json",
        "sha256": sha256(published.path / "manifest.json"),
        "issued": "2026-07-01T12:00:30Z",
        "next_update": "2026-08-01T12:00:30Z",
    }


async def test_sha256sum_finds_every_file_whole(small: Database, tmp_path: Path) -> None:
    published = await publish(small, tmp_path, now=NOW)
    assert isinstance(published, Published)
    check = await asyncio.create_subprocess_exec("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=published.path)
    assert await check.wait() == 0


async def test_today_is_the_day_in_sweden(small: Database, tmp_path: Path) -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    await publish(small, tmp_path, now=late)
    assert document(tmp_path / "editions/000001/manifest.json")["as_of"] == "2026-07-01"


async def test_numbers_rise_by_one_and_each_edition_names_the_one_before(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    await connect_gamma(small)
    second = await publish(small, tmp_path, now=LATER)
    assert isinstance(second, Published)
    assert second.number == 2
    refuse_broken(tmp_path)


async def test_an_edition_is_never_written_again(small: Database, tmp_path: Path) -> None:
    first = await publish(small, tmp_path, now=NOW)
    assert isinstance(first, Published)
    before = contents(first.path)
    await connect_gamma(small)
    await publish(small, tmp_path, now=LATER)
    assert contents(first.path) == before
    private = tmp_path / ".new-other"
    private.mkdir()
    with pytest.raises(OSError, match="not empty"):
        OpenDataFolder(tmp_path).place(private, 1)


async def test_unchanged_facts_make_no_new_edition(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    model, key, facts, valid_from = supplier("gamma", "Gamma Nytt Namn AB", "556000-0183")
    await describe(small, (model, key, facts, valid_from))
    assert await publish(small, tmp_path, now=LATER) == Unchanged(1)
    assert set(names(tmp_path)) == BESIDE


async def test_unchanged_facts_are_issued_again_when_the_edition_is_due_for_renewal(
    small: Database, tmp_path: Path
) -> None:
    day = NOW.date()
    await publish(small, tmp_path, now=NOW, as_of=day)
    early = await publish(small, tmp_path, now=NOW + timedelta(days=29), as_of=day)
    assert early == Unchanged(1)
    renewed = await publish(small, tmp_path, now=NOW + timedelta(days=30), as_of=day)
    assert isinstance(renewed, Published)
    assert renewed.number == 2


async def test_an_agreement_that_ends_by_itself_makes_a_new_edition_that_day(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=datetime(2026, 5, 31, 12, tzinfo=UTC))
    second = await publish(small, tmp_path, now=datetime(2026, 6, 1, 12, tzinfo=UTC), accept_drop=True)
    assert isinstance(second, Published)
    assert second.rows["suppliers"] == 2


async def test_a_register_without_suppliers_is_published(fresh_database: str, tmp_path: Path) -> None:
    database = Database(fresh_database)
    published = await publish(database, tmp_path, now=NOW)
    assert isinstance(published, Published)
    assert set(published.rows.values()) == {0}
    refuse_broken(tmp_path)
    await database.close()


async def test_a_great_fall_waits_for_a_person(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    with pytest.raises(TooMuchGone, match="suppliers from 2 to 0 rows"):
        await publish(small, tmp_path, now=LATER, as_of=date(2025, 1, 1))
    assert document(tmp_path / "current.json")["number"] == 1
    accepted = await publish(small, tmp_path, now=LATER, as_of=date(2025, 1, 1), accept_drop=True)
    assert isinstance(accepted, Published)
    assert accepted.rows["suppliers"] == 0


async def test_a_fault_in_the_register_leaves_the_old_edition_standing(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    async with small.writing() as connection:
        await connection.exec_driver_sql("ALTER TABLE public_actor DROP CONSTRAINT organisation_number_is_right")
    await describe(small, actor("fel", "Felverket", "STATE_AGENCY", organisation_number="202100-6884"))
    with pytest.raises(EditionRefused, match="public-actors, fel: organisation_number"):
        await publish(small, tmp_path, now=LATER)
    assert document(tmp_path / "current.json")["number"] == 1
    assert set(names(tmp_path)) == BESIDE
    refuse_broken(tmp_path)


async def test_of_two_publishers_into_one_folder_the_second_is_told_to_wait(small: Database, tmp_path: Path) -> None:
    with OpenDataFolder(tmp_path).held(), pytest.raises(PublishingUnderway, match="Wait"):
        await publish(small, tmp_path, now=NOW)
    assert isinstance(await publish(small, tmp_path, now=NOW), Published)


async def test_of_two_publishers_into_two_folders_one_gets_the_number(small: Database, tmp_path: Path) -> None:
    folders = (tmp_path / "a", tmp_path / "b")
    outcomes = await asyncio.gather(*(publish(small, to, now=NOW) for to in folders), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {Published, EditionTaken}
    loser = folders[[type(outcome) for outcome in outcomes].index(EditionTaken)]
    assert names(loser / "editions") == []
    assert not (loser / "current.json").exists()


async def test_a_new_folder_gets_every_edition_as_it_was_published(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path / "old", now=NOW)
    await connect_gamma(small)
    await publish(small, tmp_path / "old", now=LATER)
    assert await publish(small, tmp_path / "new", now=LATER) == Unchanged(2)
    for path in ("editions/000001", "editions/000002"):
        assert contents(tmp_path / "new" / path) == contents(tmp_path / "old" / path)
    assert (tmp_path / "new/current.json").read_bytes() == (tmp_path / "old/current.json").read_bytes()


async def test_the_folder_of_another_register_is_left_alone(small: Database, bare_folder: Path) -> None:
    (bare_folder / "current.json").write_text(
        '{"number":1,"manifest":"editions/000001/manifest.json","sha256":"00","issued":"","next_update":""}'
    )
    with pytest.raises(ForeignFolder, match="--to"):
        await publish(small, bare_folder, now=NOW)


async def test_an_edition_that_was_exchanged_in_the_folder_is_noticed(small: Database, tmp_path: Path) -> None:
    first = await publish(small, tmp_path, now=NOW)
    assert isinstance(first, Published)
    (first.path / "manifest.json").chmod(0o644)
    (first.path / "manifest.json").write_text("{}")
    with pytest.raises(ForeignFolder, match="edition 1"):
        await publish(small, tmp_path, now=LATER)


@pytest.fixture
def bare_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


async def test_an_edition_is_rebuilt_byte_for_byte_after_the_register_has_moved_on(
    small: Database, tmp_path: Path, bare_folder: Path
) -> None:
    first = await publish(small, tmp_path, now=NOW)
    assert isinstance(first, Published)
    model, key, facts, valid_from = supplier("alfa", "Alfa Rättat AB", "556000-0167")
    await describe(small, (model, key, facts, valid_from))
    await connect_gamma(small)
    await publish(small, tmp_path, now=LATER)
    await rebuild(small, 1, bare_folder)
    assert contents(bare_folder) == contents(first.path)


async def test_an_edition_that_never_was_cannot_be_rebuilt(small: Database, bare_folder: Path) -> None:
    with pytest.raises(NoSuchEdition, match="newest is 0"):
        await rebuild(small, 1, bare_folder)


async def test_a_rebuild_that_differs_is_refused(
    small: Database, tmp_path: Path, bare_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await publish(small, tmp_path, now=NOW)
    monkeypatch.setattr("publish.texts.LICENCE", b"another licence")
    with pytest.raises(NotReproduced, match="Copy editions/000001"):
        await rebuild(small, 1, bare_folder)


async def test_the_register_remembers_each_edition_and_that_it_was_published(small: Database, tmp_path: Path) -> None:
    published = await publish(small, tmp_path, now=NOW)
    assert isinstance(published, Published)
    async with small.reading() as connection:
        edition = (await connection.execute(sa.text("SELECT number, manifest_sha256, as_of FROM edition"))).one()
        deed = (await connection.execute(sa.text("SELECT deed, subject FROM audit_entry"))).one()
    assert tuple(edition) == (1, published.sha256, date(2026, 7, 1))
    assert tuple(deed) == ("publish_edition", "Edition:1")
