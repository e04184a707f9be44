"""An edition that was withdrawn: its files are gone wherever it was published, why is said, and the chain holds."""

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.engine import Database
from publish.bucket import OpenDataBucket
from publish.folder import OpenDataFolder
from publish.redaction import Redaction
from publish.release import NoSuchEdition, Published, Unchanged, publish, rebuild, redact
from publish.signing import SigningKey, make_key
from publish.store import Store
from publish.verify import Expected, verify
from tests.publish.reading import document, ndjson_rows
from tests.publish.s3_server import S3, s3_server
from tests.publish.small_register import START, agreement, describe, supplier

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER, WITHDRAWN, LATEST = (NOW + timedelta(hours=hours) for hours in (1, 2, 3))
REASON = "En personuppgift stod i ett fritextfält."
SECOND = Redaction(2, REASON, WITHDRAWN)
STAYS = {"manifest.json", "manifest.json.jws", "SHA256SUMS", "redacted.json"}


@pytest.fixture(scope="module")
def s3() -> Generator[S3, None, None]:
    with s3_server() as server:
        yield server


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return make_key(tmp_path_factory.mktemp("keys") / "editions.pem")


async def two_editions(database: Database, to: Path | Store, key: SigningKey) -> None:
    """Alfa has a name in the second edition that it has in no other."""
    await publish(database, to, now=NOW, key=key)
    await describe(database, supplier("alfa", "Anna Andersson 19121212-1212", "556000-0167"))
    assert isinstance(await publish(database, to, now=LATER, key=key), Published)


async def put_right(database: Database) -> None:
    await describe(database, supplier("alfa", "Alfa Legitimation AB", "556000-0167"))
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))


def told(folder: Path) -> bytes:
    """Everything that is published, as one text; not the coats some of it travels in."""
    plain = [path for path in sorted(folder.rglob("*")) if path.suffix not in {".br", ".gz", ".zst"}]
    return b"".join(path.read_bytes() for path in plain if path.is_file() and not path.is_symlink())


async def test_only_what_keeps_the_chain_is_left_and_it_is_said_why(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    await two_editions(small, tmp_path, key)
    await redact(small, tmp_path, SECOND, actor="eva")
    assert {path.name for path in (tmp_path / "editions/000002").iterdir()} == STAYS
    assert document(tmp_path / "editions/000002/redacted.json") == {
        "number": 2,
        "reason": REASON,
        "redacted": "2026-07-01T14:00:00Z",
    }


async def test_the_edition_after_does_not_repeat_what_was_taken_away(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    await two_editions(small, tmp_path, key)
    await redact(small, tmp_path, SECOND, actor="eva")
    await put_right(small)
    third = await publish(small, tmp_path, now=LATEST, key=key)
    assert isinstance(third, Published)
    assert b"Anna Andersson" not in told(tmp_path)
    changes = [(line["table"], line["change"]) for line in ndjson_rows(third.path, "diff")]
    assert ("suppliers", "added") in changes


async def test_the_chain_through_a_withdrawn_edition_is_verified(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    await two_editions(small, tmp_path, key)
    await redact(small, tmp_path, SECOND, actor="eva")
    await put_right(small)
    await publish(small, tmp_path, now=LATEST, key=key)
    found = verify(str(tmp_path), Expected(LATEST, [key.public], every_edition=True))
    assert (found.number, found.editions, found.redacted) == (3, 3, {2: REASON})


async def test_a_folder_built_anew_does_not_bring_the_files_back(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    await two_editions(small, tmp_path / "old", key)
    await redact(small, tmp_path / "old", SECOND, actor="eva")
    await put_right(small)
    await publish(small, tmp_path / "old", now=LATEST, key=key)
    assert await publish(small, tmp_path / "new", now=LATEST, key=key) == Unchanged(3)
    assert told(tmp_path / "new") == told(tmp_path / "old")
    (tmp_path / "third").mkdir()
    await rebuild(small, 3, tmp_path / "third")
    assert ndjson_rows(tmp_path / "third", "diff") == ndjson_rows(tmp_path / "old/editions/000003", "diff")


async def test_a_withdrawal_that_was_killed_is_completed_by_the_next_run(
    small: Database, tmp_path: Path, key: SigningKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    await two_editions(small, tmp_path, key)
    with monkeypatch.context() as killed:
        killed.setattr(OpenDataFolder, "withdraw", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            await redact(small, tmp_path, SECOND, actor="eva")
    assert (tmp_path / "editions/000002/suppliers.csv").exists()
    await publish(small, tmp_path, now=LATEST, key=key)
    assert not (tmp_path / "editions/000002/suppliers.csv").exists()


async def test_an_edition_is_withdrawn_from_a_bucket_too(small: Database, s3: S3, key: SigningKey) -> None:
    bucket, address = s3.place()
    await two_editions(small, bucket, key)
    await redact(small, bucket, SECOND, actor="eva")
    assert left(bucket) == STAYS
    await put_right(small)
    await publish(small, bucket, now=LATEST, key=key)
    assert verify(address, Expected(LATEST, [key.public], every_edition=True)).redacted == {2: REASON}


def left(bucket: OpenDataBucket) -> set[str]:
    names = {"suppliers.csv", "suppliers.ndjson", "register.sqlite", "diff.ndjson", *STAYS}
    return {name for name in names if bucket.read(f"editions/000002/{name}")}


async def test_the_first_reason_stays_and_the_log_has_who_did_it(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    await two_editions(small, tmp_path, key)
    await redact(small, tmp_path, SECOND, actor="eva")
    await redact(small, tmp_path, Redaction(2, "annat", LATEST), actor="bo")
    assert document(tmp_path / "editions/000002/redacted.json")["reason"] == REASON
    async with small.reading() as connection:
        log = "SELECT actor, subject, reason FROM audit_entry WHERE deed = 'redact_edition'"
        entries = [tuple(row) for row in await connection.exec_driver_sql(log)]
    assert entries == [("eva", "Edition:2", REASON)]


async def test_an_edition_that_never_was_cannot_be_withdrawn(small: Database, tmp_path: Path) -> None:
    with pytest.raises(NoSuchEdition, match="newest is 0"):
        await redact(small, tmp_path, Redaction(1, REASON, NOW), actor="eva")
