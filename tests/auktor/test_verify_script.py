"""The script of docs/verify.md, run as readers run it, on a server that shows what it should not."""

import asyncio
import json
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette

from auktor.opendata import OpenData
from db.engine import Database
from publish.release import publish
from publish.signing import SigningKey, make_key
from tests.auktor.program import free_port

PAGE = Path(__file__).parents[2] / "docs/verify.md"
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return make_key(tmp_path_factory.mktemp("keys") / "editions.pem")


@pytest.fixture(scope="module")
def published(register_database: str, key: SigningKey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of today, of which each test has a copy to spoil."""
    return asyncio.run(_published(register_database, key, tmp_path_factory.mktemp("published")))


async def _published(url: str, key: SigningKey, folder: Path) -> Path:
    database = Database(url)
    await publish(database, folder, now=NOW - timedelta(days=40), key=key, as_of=NOW.date())
    await publish(database, folder, now=NOW, key=key, as_of=NOW.date())
    await database.close()
    return folder


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "opendata", symlinks=True)


@pytest.fixture
def address(folder: Path) -> Generator[str, None, None]:
    """The folder on a real server."""
    port = free_port()
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=OpenData(folder).routes()), port=port, log_level="error", lifespan="off")
    )
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}/opendata"
    server.should_exit = True
    serving.join()


def script() -> str:
    found = re.search(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def check(address: str, key: SigningKey, folder: Path) -> tuple[int, str]:
    """The exit status and the words of the script."""
    (folder.parent / "verify.sh").write_text(script(), "utf-8")
    words = ["sh", "verify.sh", address, key.public.x, "seen"]
    done = subprocess.run(words, cwd=folder.parent, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def overwrite(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def point(folder: Path, number: int) -> None:
    """Let the pointer say what it said when the edition of that number was the newest."""
    manifest = folder / f"editions/{number:06d}/manifest.json"
    said = json.loads(manifest.read_bytes())
    digest = subprocess.run(["sha256sum", manifest], capture_output=True, text=True, check=True).stdout[:64]
    pointer = {
        "issued": said["issued"],
        "manifest": f"editions/{number:06d}/manifest.json",
        "next_update": said["next_update"],
        "number": number,
        "sha256": digest,
    }
    overwrite(folder / "current.json", json.dumps(pointer, separators=(",", ":")).encode())


def test_the_script_has_some_twenty_lines_and_needs_three_programs_alone() -> None:
    lines = [line for line in script().splitlines() if not line.startswith("#")]
    assert len(lines) <= 22
    assert not [word for word in ("python", "jq", "perl", "awk") if word in script()]


def test_what_was_published_is_found_whole_and_its_number_remembered(
    address: str, key: SigningKey, folder: Path
) -> None:
    status, said = check(address, key, folder)
    files = len(json.loads((folder / "editions/000002/manifest.json").read_bytes())["files"])
    assert (status, said.strip()) == (0, f"Edition 2 is whole: {files} files")
    assert (folder.parent / "seen").read_text().strip() == "2"
    assert check(address, key, folder)[0] == 0


def test_a_changed_byte_is_noticed(address: str, key: SigningKey, folder: Path) -> None:
    file = folder / "editions/000002/fees.csv"
    overwrite(file, file.read_bytes().replace(b"0", b"1", 1))
    status, said = check(address, key, folder)
    assert (status, "a file was changed" in said) == (1, True)


def test_a_pointer_that_was_rolled_back_is_noticed(address: str, key: SigningKey, folder: Path) -> None:
    assert check(address, key, folder)[0] == 0
    point(folder, 1)
    status, said = check(address, key, folder)
    assert (status, "rolled back" in said) == (1, True)


def test_an_edition_past_its_next_update_is_noticed(address: str, key: SigningKey, folder: Path) -> None:
    point(folder, 1)
    status, said = check(address, key, folder)
    assert (status, "withheld or late" in said) == (1, True)


def test_a_manifest_that_another_key_signed_is_noticed(address: str, folder: Path, tmp_path: Path) -> None:
    status, said = check(address, make_key(tmp_path / "other.pem"), folder)
    assert (status, "another key signed" in said) == (1, True)


def test_an_edition_signed_after_a_change_of_key_is_checked_with_the_new_one(
    address: str, key: SigningKey, register_database: str, folder: Path, tmp_path: Path
) -> None:
    new = make_key(tmp_path / "new.pem")
    asyncio.run(_published_again(register_database, new, folder))
    assert check(address, new, folder)[0] == 0
    status, said = check(address, key, folder)
    assert (status, "another key signed" in said) == (1, True)


async def _published_again(url: str, key: SigningKey, folder: Path) -> None:
    database = Database(url)
    await publish(database, folder, now=NOW + timedelta(days=40), key=key, as_of=NOW.date())
    await database.close()


def test_a_manifest_that_is_not_what_the_pointer_says_is_noticed(address: str, key: SigningKey, folder: Path) -> None:
    file = folder / "editions/000002/manifest.json"
    overwrite(file, file.read_bytes().replace(b"2026", b"2027", 1))
    status, said = check(address, key, folder)
    assert (status, "not what the pointer says" in said) == (1, True)
