import functools
import http.server
import shutil
import stat
import subprocess
import threading
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from joserfc import jwk, jws

from db.engine import Database
from publish.manifest import Link
from publish.release import publish
from publish.signing import BadSignature, NotASigningKey, SigningKey, make_key, open_key, trusted
from publish.verify import Expected, NothingPublished, NotVerified, Verified, verify
from tests.publish.reading import document, sha256
from tests.publish.small_register import START, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
EXPECTED = Expected(now=LATER)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return make_key(tmp_path_factory.mktemp("keys") / "editions.pem")


@pytest.fixture(scope="module")
async def published(module_register: str, tmp_path_factory: pytest.TempPathFactory, key: SigningKey) -> Path:
    """Two signed editions, of which each test gets a copy."""
    database, path = Database(module_register), tmp_path_factory.mktemp("published")
    await publish(database, path, now=NOW, key=key)
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    await publish(database, path, now=LATER, key=key)
    await database.close()
    return path


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "opendata")


def overwrite(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


async def test_what_was_published_is_found_whole(folder: Path) -> None:
    found = verify(str(folder), EXPECTED)
    assert (found.number, found.editions, found.signed_by) == (2, 2, None)
    assert found.files == len(document(folder / "editions/000002/manifest.json")["files"])


async def test_the_signature_is_by_the_published_key(folder: Path, key: SigningKey) -> None:
    keys = trusted((folder / "jwks.json").read_bytes())
    assert keys == [key.public]
    assert verify(str(folder), Expected(now=LATER, keys=keys)).signed_by == key.public.kid


async def test_another_library_accepts_the_signature(folder: Path, key: SigningKey) -> None:
    edition = folder / "editions/000002"
    detached = (edition / "manifest.json.jws").read_text().strip()
    public = jwk.OKPKey.import_key(msgspec.to_builtins(key.public))
    payload = (edition / "manifest.json").read_bytes()
    read = jws.deserialize_compact(detached, public, algorithms=["Ed25519"], payload=payload)
    assert read.headers()["kid"] == public.thumbprint() == key.public.kid


async def test_old_editions_are_still_checked_after_the_key_has_changed(
    small: Database, tmp_path: Path, key: SigningKey
) -> None:
    folder, new = tmp_path / "opendata", make_key(tmp_path / "new.pem")
    await publish(small, folder, now=NOW, key=key)
    await describe(small, agreement("gamma-post", "gamma", "DIGITAL_POST", START))
    await publish(small, folder, now=LATER, key=new)
    keys = trusted((folder / "jwks.json").read_bytes())
    assert keys == [new.public, key.public]
    assert verify(str(folder), Expected(now=LATER, keys=keys)).signed_by == new.public.kid
    with pytest.raises(BadSignature, match=f"000001/manifest.json .* by '{key.public.kid}'.* trust it too"):
        verify(str(folder), Expected(now=LATER, keys=[new.public]))


async def test_a_signature_by_an_unknown_key_is_refused(folder: Path, tmp_path: Path) -> None:
    stranger = make_key(tmp_path / "keys" / "stranger.pem")
    with pytest.raises(BadSignature, match="is not signed by a trusted key"):
        verify(str(folder), Expected(now=LATER, keys=[stranger.public]))


@pytest.mark.parametrize("name", ["suppliers.csv", "manifest.json", "SHA256SUMS"])
async def test_a_changed_byte_is_noticed(folder: Path, name: str) -> None:
    path = folder / "editions/000002" / name
    overwrite(path, path.read_bytes().replace(b"a", b"b", 1))
    with pytest.raises(NotVerified, match=name):
        verify(str(folder), EXPECTED)


async def test_a_changed_list_of_trusted_entities_is_noticed_by_its_signature(folder: Path, key: SigningKey) -> None:
    path = folder / "editions/000002/lote.json.jws"
    head, held, signed = path.read_bytes().split(b".")
    overwrite(path, b".".join([head, held[:-8] + held[-8:].swapcase(), signed]))
    with pytest.raises(BadSignature, match=r"lote\.json\.jws"):
        verify(str(folder), Expected(now=LATER, keys=[key.public]))


async def test_a_changed_byte_of_an_old_manifest_breaks_the_chain(folder: Path) -> None:
    path = folder / "editions/000001/manifest.json"
    overwrite(path, path.read_bytes().replace(b"2026", b"2025", 1))
    with pytest.raises(NotVerified, match=r"editions/000001/manifest\.json"):
        verify(str(folder), EXPECTED)


async def test_a_changed_file_of_an_old_edition_is_noticed_when_all_are_read(folder: Path) -> None:
    overwrite(folder / "editions/000001/fees.csv", b"")
    assert isinstance(verify(str(folder), EXPECTED), Verified)
    with pytest.raises(NotVerified, match=r"000001/fees\.csv"):
        verify(str(folder), Expected(now=LATER, every_edition=True))


async def test_a_pointer_that_was_rolled_back_is_noticed(folder: Path) -> None:
    seen = Link(2, sha256(folder / "editions/000002/manifest.json"))
    first = document(folder / "current.json") | {
        "number": 1,
        "manifest": "editions/000001/manifest.json",
        "sha256": sha256(folder / "editions/000001/manifest.json"),
    }
    overwrite(folder / "current.json", msgspec.json.encode(first))
    with pytest.raises(NotVerified, match="rolled back"):
        verify(str(folder), Expected(now=LATER, seen=seen))


async def test_an_edition_exchanged_for_another_of_its_number_is_noticed(folder: Path) -> None:
    for number in (1, 2):
        with pytest.raises(NotVerified, match=f"edition {number}"):
            verify(str(folder), Expected(now=LATER, seen=Link(number, "0" * 64)))


async def test_an_edition_past_its_next_update_is_noticed(folder: Path) -> None:
    with pytest.raises(NotVerified, match="withheld or late"):
        verify(str(folder), Expected(now=LATER + timedelta(days=31)))


async def test_a_missing_edition_is_said_to_be_unreadable(folder: Path) -> None:
    shutil.rmtree(folder / "editions/000001")
    with pytest.raises(NothingPublished, match="000001"):
        verify(str(folder), EXPECTED)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(folder: Path) -> Generator[str, None, None]:
    """A plain file server over the folder."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


async def test_what_a_web_server_gives_is_checked_the_same_way(address: str, folder: Path) -> None:
    assert verify(address, EXPECTED) == verify(str(folder), EXPECTED)


def test_a_key_is_readable_by_its_owner_alone_and_opened_again(tmp_path: Path) -> None:
    made = make_key(tmp_path / "key.pem")
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert open_key(tmp_path / "key.pem").public == made.public
    with pytest.raises(FileExistsError):
        make_key(tmp_path / "key.pem")


def test_a_key_made_by_openssl_is_opened(tmp_path: Path) -> None:
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", tmp_path / "key.pem"], check=True)
    assert open_key(tmp_path / "key.pem").public.crv == "Ed25519"


def test_what_is_no_key_is_refused_without_repeating_it(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("hemligt")
    with pytest.raises(NotASigningKey, match="AUKTOR_SIGNING_KEY") as refused:
        open_key(tmp_path / "key.pem")
    assert "hemligt" not in str(refused.value)
