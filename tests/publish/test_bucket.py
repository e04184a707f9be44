"""Editions in an S3 bucket: what a folder promises, a bucket promises, on a server that speaks the protocol."""

import asyncio
import signal
import urllib.request
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.engine import Database
from publish.bucket import Access, from_address
from publish.ledger import EditionTaken
from publish.release import ForeignFolder, Published, Unchanged, publish
from publish.signing import SigningKey, make_key
from publish.store import AlreadyThere, Found, PointerMoved, StoreGone
from publish.verify import Expected, Verified, verify
from tests.publish.publisher import started
from tests.publish.s3_server import BUCKET, S3, s3_server
from tests.publish.small_register import START, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LATEST = NOW + timedelta(hours=2)


@pytest.fixture(scope="module")
def server() -> Generator[S3, None, None]:
    with s3_server() as server:
        yield server


@pytest.fixture
def s3(server: S3) -> S3:
    server.gate.open()
    return server


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return make_key(tmp_path_factory.mktemp("keys") / "editions.pem")


async def seen(address: str, key: SigningKey | None = None) -> Verified:
    """What a reader finds at the address, every edition read whole."""
    keys = [key.public] if key else []
    return await asyncio.to_thread(verify, address, Expected(LATEST, keys, every_edition=True))


async def connect_gamma(database: Database) -> None:
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))


async def test_readers_check_a_bucket_over_http_as_they_check_a_folder(
    small: Database, s3: S3, tmp_path: Path, key: SigningKey
) -> None:
    bucket, address = s3.place()
    published = await publish(small, bucket, now=NOW, key=key)
    assert isinstance(published, Published)
    assert published.where == f"{bucket.where}/editions/000001"
    await connect_gamma(small)
    await publish(small, bucket, now=LATER, key=key)
    assert await publish(small, tmp_path, now=LATEST, key=key) == Unchanged(2)
    assert await seen(address, key) == verify(str(tmp_path), Expected(LATEST, [key.public], every_edition=True))


async def test_objects_are_typed_and_kept_as_long_as_they_hold(small: Database, s3: S3) -> None:
    bucket, address = s3.place()
    await publish(small, bucket, now=NOW)

    def told(name: str) -> tuple[str | None, str | None]:
        with urllib.request.urlopen(f"{address}/{name}") as answer:  # noqa: S310 -- our own server
            return answer.headers["content-type"], answer.headers["cache-control"]

    csv = await asyncio.to_thread(told, "editions/000001/suppliers.csv")
    assert csv == ("text/csv; charset=utf-8; header=present", "public, max-age=31536000, immutable")
    assert await asyncio.to_thread(told, "current.json") == ("application/json", "no-cache")


async def test_editions_are_created_and_the_pointer_exchanged_never_overwritten(small: Database, s3: S3) -> None:
    bucket, _ = s3.place()
    await publish(small, bucket, now=NOW)
    await connect_gamma(small)
    s3.gate.open()
    await publish(small, bucket, now=LATER)
    names = [name for name, _ in s3.gate.writes]
    assert names[-5:] == ["manifest.json", "current.json", "changes.atom", "changes.json", "catalog.rdf"]
    assert all(conditions == {"IF_NONE_MATCH": "*"} for _, conditions in s3.gate.writes[:-4])
    assert all(set(conditions) == {"IF_MATCH"} for _, conditions in s3.gate.writes[-4:])


async def test_other_bytes_at_the_address_of_an_edition_are_refused_and_left(
    small: Database, s3: S3, tmp_path: Path
) -> None:
    bucket, _ = s3.place()
    (tmp_path / "manifest.json").write_bytes(b"{}")
    bucket.place(tmp_path, 1)
    bucket.place(tmp_path, 1)
    (tmp_path / "manifest.json").write_bytes(b"[]")
    with pytest.raises(AlreadyThere, match=r"editions/000001/manifest\.json"):
        bucket.place(tmp_path, 1)
    assert bucket.manifest(1) == b"{}"
    with pytest.raises(AlreadyThere):
        await publish(small, bucket, now=NOW)
    with pytest.raises(ForeignFolder):
        await publish(small, bucket, now=LATER)


async def test_a_pointer_that_another_has_moved_is_left(s3: S3) -> None:
    bucket, _ = s3.place()
    bucket.swap("current.json", None, b"1")
    found = bucket.read("current.json")
    bucket.swap("current.json", found, b"2")
    for stale in (found, None):
        with pytest.raises(PointerMoved, match=r"current\.json"):
            bucket.swap("current.json", stale, b"3")
    bucket.swap("current.json", found, b"2")
    assert bucket.read("current.json") != found
    assert isinstance(bucket.read("current.json"), Found)


async def test_of_two_publishers_into_a_bucket_one_gets_the_number(small: Database, s3: S3) -> None:
    bucket, address = s3.place()
    outcomes: list[Any] = await asyncio.gather(
        publish(small, bucket, now=NOW), publish(small, bucket, now=NOW), return_exceptions=True
    )
    assert {type(outcome) for outcome in outcomes} == {Published, EditionTaken}
    assert (await seen(address)).number == 1


async def test_the_bucket_of_another_register_is_left_alone(small: Database, fresh_database: str, s3: S3) -> None:
    bucket, address = s3.place()
    await publish(small, bucket, now=NOW)
    before = await seen(address)
    other = Database(fresh_database)
    with pytest.raises(ForeignFolder, match="s3://opendata/"):
        await publish(other, bucket, now=LATER)
    await other.close()
    assert await seen(address) == before


async def heals_from(places: range | list[int], database: Database, s3: S3) -> None:
    """Publish while the store fails from a write on, for each place: readers see the old or the new edition, whole."""
    bucket, address = s3.place()
    await publish(database, bucket, now=NOW)
    await connect_gamma(database)
    for place in places:
        s3.gate.open()
        s3.gate.fails_from = place
        with pytest.raises(StoreGone, match="What was published there stands"):
            await publish(database, bucket, now=LATER)
        assert (await seen(address)).number in {1, 2}
    s3.gate.open()
    assert await publish(database, bucket, now=LATEST) == Unchanged(2)
    assert (await seen(address)).number == 2


async def test_a_store_that_answers_500_leaves_readers_a_whole_edition_and_a_rerun_heals(
    small: Database, s3: S3
) -> None:
    await heals_from([0, 9], small, s3)


async def test_a_write_that_was_done_though_the_answer_was_lost_is_found_done(small: Database, s3: S3) -> None:
    bucket, address = s3.place()
    s3.gate.loses_answers = True
    with pytest.raises(StoreGone):
        await publish(small, bucket, now=NOW)
    s3.gate.open()
    assert await publish(small, bucket, now=LATER) == Unchanged(1)
    assert (await seen(address)).number == 1


async def killed_at(place: int, database: Database, s3: S3) -> bool:
    """Have a publisher of edition 2 killed as its write of that place arrives; whether it came so far."""
    bucket, address = s3.place()
    await publish(database, bucket, now=NOW)
    await connect_gamma(database)
    s3.gate.open()
    publisher = started("publish", database.url, f"{bucket.where}@{s3.address}", LATER.isoformat())
    s3.gate.at_write = lambda number: publisher.kill() if number == place else None
    await asyncio.to_thread(publisher.join)
    s3.gate.open()
    assert (await seen(address)).number in {1, 2}
    await publish(database, bucket, now=LATEST)
    assert (await seen(address)).number == 2
    return publisher.exitcode == -signal.SIGKILL


async def test_a_publisher_killed_at_a_write_leaves_a_whole_edition_and_the_next_run_heals(
    small: Database, s3: S3
) -> None:
    assert await killed_at(20, small, s3)


def test_a_bucket_without_credentials_is_refused_at_once() -> None:
    with pytest.raises(StoreGone, match="AUKTOR_S3_ACCESS_KEY_ID"):
        from_address("s3://bucket/prefix", Access(), {})
    with pytest.raises(StoreGone, match="names no bucket"):
        from_address("s3://", Access(), {})
    assert from_address(f"s3://{BUCKET}/a/b/", Access(), {"AWS_ACCESS_KEY_ID": "x"}).where == f"s3://{BUCKET}/a/b"


def test_credentials_are_never_shown() -> None:
    access = Access("http://127.0.0.1:9", "us-east-1", "hemlig-nyckel", "hemligt-ord", retries=0)
    bucket = from_address("s3://bucket/prefix", access, {})
    with pytest.raises(StoreGone) as refused:
        bucket.read("current.json")
    for told in (repr(access), str(refused.value), repr(bucket)):
        assert "hemlig" not in told
