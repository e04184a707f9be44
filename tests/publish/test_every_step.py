"""The whole of what test_interruption.py and test_bucket.py prove in part: at every touch, write and request.

Each place begins from the same first edition and the same change, so that none profits from what another left.
"""

import asyncio
import os
import shutil
import signal
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Self

import pytest

from db import migrate
from db.engine import Database
from publish.bucket import OpenDataBucket
from publish.release import publish
from publish.store import Store, StoreGone
from publish.verify import Expected, verify
from tests import clusters, lending
from tests.clusters import Server
from tests.publish.publisher import TOUCH, ended, started
from tests.publish.reading import document, refuse_broken
from tests.publish.s3_server import BUCKET, S3, s3_server
from tests.publish.small_register import SMALL, START, actor, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER, LATEST = (NOW + timedelta(hours=hours) for hours in (1, 2))
BESIDE = ("current.json", "changes.atom", "changes.json", "catalog.rdf")
PARTS = 8
ROUNDS = 10
PATIENCE = timedelta(seconds=0.5)
TROUBLES = {
    "500": ("500 Internal Server Error", 0.0),
    "503": ("503 Service Unavailable", 0.0),
    "too slow": ("200 OK", PATIENCE.total_seconds() * 2),
}

pytestmark = pytest.mark.proof


class First:
    """A register whose edition 1 is published, and in which gamma has signed since: copies of it, and of its folder."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server, self._folder = server, folder / "opendata"
        self._template = clusters.template(server, f"first_{os.getpid()}", self._prepare)
        coats = shutil.ignore_patterns("*.br", "*.gz", "*.zst")
        self._objects = shutil.copytree(self._folder / "editions/000001", folder / "objects", ignore=coats)

    def _prepare(self, url: str) -> None:
        migrate.upgrade(url)
        asyncio.run(self._publish_and_change(Database(url)))

    async def _publish_and_change(self, database: Database) -> None:
        await describe(database, *SMALL)
        await publish(database, self._folder, now=NOW)
        await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
        await database.close()

    @contextmanager
    def register(self) -> Generator[str, None, None]:
        """The address of a register of its own."""
        with lending.lent(self._server, like=self._template) as url:
            yield url

    def folder(self, path: Path) -> Path:
        """A folder of its own at the path."""
        shutil.rmtree(path, ignore_errors=True)
        return shutil.copytree(self._folder, path, symlinks=True)

    def bucket(self, s3: S3) -> tuple[OpenDataBucket, str]:
        """A prefix of its own, and its address for readers."""
        s3.gate.open()
        bucket, address = s3.place()
        bucket.place(self._objects, 1)
        for name in BESIDE:
            bucket.swap(name, None, (self._folder / name).read_bytes())
        s3.gate.open()
        return bucket, address


@pytest.fixture(scope="module")
def first(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> First:
    return First(postgres, tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def s3() -> Generator[S3, None, None]:
    with s3_server() as server:
        yield server


def publish_into(url: str, place: Path | Store, now: datetime = LATEST) -> None:
    asyncio.run(_publish_into(url, place, now))


async def _publish_into(url: str, place: Path | Store, now: datetime) -> None:
    database = Database(url)
    try:
        await publish(database, place, now=now)
    finally:
        await database.close()


def seen(place: str) -> int:
    """The number of the newest edition, once every edition was read and found whole."""
    return verify(place, Expected(LATEST, every_edition=True)).number


def killed_at_touch(place: int, first: First, path: Path) -> bool:
    """Whether a publisher of edition 2 lived until it touched the folder for the `place`-th time."""
    folder = first.folder(path)
    with first.register() as url:
        status = ended("publish", url, str(folder), LATER.isoformat(), TOUCH, str(place))
        assert seen(str(folder)) in {1, 2}
        assert document(folder / "latest" / "manifest.json")["number"] in {1, 2}
        publish_into(url, folder)
    refuse_broken(folder)
    assert seen(str(folder)) == 2
    assert [path.name for path in folder.iterdir() if path.name.startswith(".new-")] == []
    return status == -signal.SIGKILL


@pytest.mark.parametrize("part", range(PARTS))
def test_a_publisher_killed_at_any_touch_of_a_folder_leaves_a_whole_edition(
    part: int, first: First, tmp_path: Path
) -> None:
    places = next(place for place in count(part, PARTS) if not killed_at_touch(place, first, tmp_path / "opendata"))
    assert places > 160


def killed_at_write(place: int, first: First, s3: S3) -> bool:
    """Whether a publisher of edition 2 lived until its `place`-th write arrived."""
    bucket, address = first.bucket(s3)
    with first.register() as url:
        publisher = started("publish", url, f"{bucket.where}@{s3.address}", LATER.isoformat())
        s3.gate.at_write = lambda number: publisher.kill() if number == place else None
        publisher.join()
        s3.gate.open()
        assert seen(address) in {1, 2}
        publish_into(url, bucket)
    assert seen(address) == 2
    return publisher.exitcode == -signal.SIGKILL


@pytest.mark.parametrize("part", range(PARTS))
def test_a_publisher_killed_at_any_write_to_a_bucket_leaves_a_whole_edition(part: int, first: First, s3: S3) -> None:
    places = next(place for place in count(part, PARTS) if not killed_at_write(place, first, s3))
    assert places > 50


def fails_at_request(place: int, first: First, s3: S3, trouble: str) -> bool:
    """Whether a publisher of edition 2 met the store's trouble, which began with its `place`-th request."""
    bucket, address = first.bucket(s3)
    with first.register() as url:
        s3.gate.status, s3.gate.hangs = TROUBLES[trouble]
        s3.gate.breaks_from = place
        patience = PATIENCE if s3.gate.hangs else s3.access.patience
        hurried = OpenDataBucket(BUCKET, address.rpartition("/")[2], replace(s3.access, patience=patience))
        try:
            publish_into(url, hurried, LATER)
            failed = False
        except StoreGone:
            failed = True
        assert seen(address) in {1, 2}
        s3.gate.open()
        publish_into(url, bucket)
    assert seen(address) == 2
    return failed


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_store_in_trouble_from_any_request_on_leaves_a_whole_edition(
    part: int, trouble: str, first: First, s3: S3
) -> None:
    places = next(place for place in count(part, PARTS) if not fails_at_request(place, first, s3, trouble))
    assert places > 70


class Reader:
    """Whoever reads all the while: begins at the pointer, and notes the number or the fault of every reading."""

    def __init__(self, place: str) -> None:
        self.numbers: list[int] = []
        self.faults: list[Exception] = []
        self._place, self._ended = place, Event()
        self._reading = Thread(target=self._read)

    def __enter__(self) -> Self:
        self._reading.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._reading.join()

    def _read(self) -> None:
        while not self._ended.is_set():
            try:
                self.numbers.append(verify(self._place, Expected(LATEST)).number)
            except Exception as fault:  # noqa: BLE001 -- whatever it is, it is a finding
                self.faults.append(fault)


def race(url: str, place: Path | OpenDataBucket, named: str, readable: str) -> None:
    """Two publishers at once, again and again, while somebody reads."""
    with Reader(readable) as reader:
        for number in range(ROUNDS):
            asyncio.run(_describe(url, number))
            racers = [started("publish", url, named, LATER.isoformat()) for _ in range(2)]
            for racer in racers:
                racer.join()
            publish_into(url, place)
            assert seen(readable) == number + 2
    assert reader.faults == []
    assert reader.numbers == sorted(reader.numbers)
    assert len(set(reader.numbers)) > 2


async def _describe(url: str, number: int) -> None:
    database = Database(url)
    await describe(database, actor(f"actor-{number}", f"Kommun {number}", "MUNICIPALITY"))
    await database.close()


def test_of_two_publishers_into_a_folder_nothing_is_overwritten_and_no_number_left_out(
    first: First, tmp_path: Path
) -> None:
    folder = first.folder(tmp_path / "opendata")
    with first.register() as url:
        race(url, folder, str(folder), str(folder))
    refuse_broken(folder)


def test_of_two_publishers_into_a_bucket_nothing_is_overwritten_and_no_number_left_out(first: First, s3: S3) -> None:
    bucket, address = first.bucket(s3)
    with first.register() as url:
        race(url, bucket, f"{bucket.where}@{s3.address}", address)
