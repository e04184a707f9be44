"""A disk or a store without room: the edition before stands whole, the refusal says what to do, a rerun heals."""

import os
import subprocess
from collections.abc import Callable, Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from db.engine import Database
from publish.folder import size_of
from publish.release import Published, publish
from publish.signing import make_key
from publish.store import StoreFull
from tests.publish.reading import document, refuse_broken
from tests.publish.s3_server import S3, s3_server
from tests.publish.small_register import START, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
PLENTY = 64_000_000
PAGE = 4096


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path, None, None]:
    """A real file system of its own, whose size can be changed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={PLENTY}", "tmpfs", disk], check=False, capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"only who may mount can fill a disk: {mounted.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)  # a traceback may hold a file open


def leave_free(disk: Path, size: int) -> None:
    there = os.statvfs(disk)
    used = (there.f_blocks - there.f_bfree) * there.f_frsize
    # A size of 0 would be none at all, so it is never less than a page more.
    subprocess.run(["mount", "-o", f"remount,size={used + max(size // PAGE, 1) * PAGE}", disk], check=True)


async def entered(database: Database) -> int:
    async with database.reading() as connection:
        return int(await connection.scalar(sa.text("SELECT count(*) FROM edition")) or 0)


async def test_wherever_the_disk_is_full_the_edition_before_stands_and_a_rerun_with_room_publishes(
    small: Database, small_disk: Path
) -> None:
    folder, key = small_disk / "opendata", make_key(small_disk / "key.pem")
    first = await publish(small, folder, now=NOW, key=key)
    assert isinstance(first, Published)
    await describe(small, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    for share in (0, 0.25, 0.5, 0.75, 0.95):
        leave_free(small_disk, int(share * size_of(first.path)))
        with pytest.raises(StoreFull) as full:
            await publish(small, folder, now=LATER, key=key)
        said = f"STORE_FULL: {folder} has no room for the edition (No space left on device). It needs about "
        assert str(full.value).startswith(said)
        assert ", as edition 1 has, and has " in str(full.value)
        assert "make room there, or publish into another place (--to)" in str(full.value)
        assert {path.name for path in folder.iterdir()} >= {"current.json", "changes.atom", "editions", "jwks.json"}
        assert [path.name for path in folder.iterdir() if path.name.startswith(".new-")] == []
        assert (document(folder / "current.json")["number"], await entered(small)) == (1, 1)
        refuse_broken(folder)
    leave_free(small_disk, PLENTY)
    second = await publish(small, folder, now=LATER, key=key)
    assert isinstance(second, Published)
    assert second.number == 2
    refuse_broken(folder)


async def test_without_an_edition_before_it_is_told_how_much_was_written(small: Database, small_disk: Path) -> None:
    leave_free(small_disk, 500_000)
    with pytest.raises(StoreFull, match=r"It needs more than 0\.[345] MB, and has 0\.[345] MB"):
        await publish(small, small_disk / "opendata", now=NOW)


async def test_a_machine_without_room_to_build_in_is_told_apart_from_the_store(
    small: Database, s3: S3, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket, _ = s3.place()
    leave_free(small_disk, 500_000)
    monkeypatch.setattr("tempfile.tempdir", str(small_disk))
    with pytest.raises(StoreFull, match=rf"{small_disk} on this machine has no room .* folder in TMPDIR"):
        await publish(small, bucket, now=NOW)
    assert await entered(small) == 0


def full(start: Callable[..., Any], status: str, code: str) -> list[bytes]:
    said = f"<Error><Code>{code}</Code><Message>No room</Message></Error>".encode()
    start(status, [("Content-Type", "application/xml"), ("Content-Length", str(len(said)))])
    return [said]


@pytest.fixture
def s3() -> Generator[S3, None, None]:
    with s3_server() as server:
        yield server


@pytest.mark.parametrize(
    ("status", "code"), [("507 Insufficient Storage", "XMinioStorageFull"), ("403 Forbidden", "QuotaExceeded")]
)
async def test_a_store_without_room_is_told_of_as_such_and_a_rerun_with_room_publishes(
    small: Database, s3: S3, monkeypatch: pytest.MonkeyPatch, status: str, code: str
) -> None:
    bucket, _ = s3.place()
    await publish(small, bucket, now=NOW)
    await describe(small, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    store, writes = s3.gate._store, 0

    def filling(environ: dict[str, Any], start: Callable[..., Any]) -> Any:  # noqa: ANN401 -- an answer of WSGI
        nonlocal writes
        writes += environ["REQUEST_METHOD"] == "PUT"
        return full(start, status, code) if writes > 12 else store(environ, start)

    with monkeypatch.context() as patch:
        patch.setattr(s3.gate, "_store", filling)
        with pytest.raises(StoreFull, match=rf"{bucket.where} has no room .* The edition has 0\.\d MB") as told:
            await publish(small, bucket, now=LATER)
    assert "make room or have its quota raised, then publish again" in str(told.value)
    found = bucket.read("current.json")
    assert found
    assert b'"number":1' in found.data
    assert bucket.editions() == {1}
    await publish(small, bucket, now=LATER)
    assert bucket.editions() == {1, 2}
