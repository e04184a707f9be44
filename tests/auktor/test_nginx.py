"""The folder of editions served by plain nginx with the configuration in deploy/: no program of ours is needed."""

import hashlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from publish.redaction import Redaction, leave_the_chain, notice
from publish.verify import Expected, verify
from tests.auktor.program import free_port

CONFIGURATION = Path(__file__).parents[2] / "deploy/nginx/opendata.conf"
EDITION = "/opendata/editions/000001"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")

pytestmark = pytest.mark.skipif(
    NGINX is None and os.environ.get("CI") != "true", reason="nginx is not installed; CI must have it"
)


@pytest.fixture(scope="module")
def home(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose second edition is withdrawn, and whose only one is the first."""
    home = tmp_path_factory.mktemp("nginx")
    home.chmod(0o755)
    shutil.copytree(edition.parent.parent, home / "opendata", symlinks=True)
    withdrawn = home / "opendata/editions/000002"
    shutil.copytree(edition, withdrawn)
    leave_the_chain(withdrawn, notice(Redaction(2, "En personuppgift.", datetime(2026, 7, 1, tzinfo=UTC))))
    return home


@pytest.fixture(scope="module")
def nginx(home: Path) -> Generator[httpx.Client, None, None]:
    """A client of an nginx that serves the home."""
    port = free_port()
    site = CONFIGURATION.read_text("utf-8").replace("127.0.0.1:8080", f"127.0.0.1:{port}")
    (home / "site.conf").write_text(site.replace("/var/lib/auktor", str(home)))
    (home / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {home}/nginx.pid; error_log {home}/error.log;\n"
        f"events {{}}\nhttp {{ client_body_temp_path {home}/t; proxy_temp_path {home}/t; fastcgi_temp_path {home}/t;\n"
        f"uwsgi_temp_path {home}/t; scgi_temp_path {home}/t; include {home}/site.conf; }}\n"
    )
    server = subprocess.Popen([NGINX or "nginx", "-p", home, "-c", home / "nginx.conf", "-e", home / "error.log"])
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers={"accept-encoding": "identity"}) as client:
        for _ in range(200):
            try:
                client.get("/")
                break
            except httpx.ConnectError:
                time.sleep(0.02)
        yield client
    server.terminate()
    server.wait(10)


def test_every_file_has_the_bytes_and_type_its_manifest_states(nginx: httpx.Client, home: Path) -> None:
    for file in json.loads((home / "opendata/editions/000001/manifest.json").read_bytes())["files"]:
        answer = nginx.get(f"{EDITION}/{file['path']}")
        assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
        assert (file["path"], answer.headers["content-type"]) == (file["path"], file["media_type"])
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["access-control-allow-origin"] == "*"


def test_the_whole_is_verified_over_http(nginx: httpx.Client, home: Path) -> None:
    now = datetime.now(UTC)
    assert verify(f"{nginx.base_url}/opendata".replace("//opendata", "/opendata"), Expected(now)) == verify(
        str(home / "opendata"), Expected(now)
    )


def test_what_changes_is_asked_for_again_and_typed(nginx: httpx.Client) -> None:
    types = {
        "/opendata/current.json": "application/json",
        "/opendata/changes.json": "application/feed+json",
        "/opendata/changes.atom": "application/atom+xml",
        "/.well-known/jwks.json": "application/json",
    }
    for path, media in types.items():
        answer = nginx.get(path)
        told = (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"])
        assert (path, *told) == (path, 200, media, "no-cache")


def test_latest_redirects_to_the_edition_the_pointer_names(nginx: httpx.Client) -> None:
    answer = nginx.get("/opendata/latest/suppliers.csv")
    assert (answer.status_code, answer.headers["location"]) == (307, f"{EDITION}/suppliers.csv")


def test_a_text_travels_compressed_and_a_part_of_it_plain(nginx: httpx.Client, home: Path) -> None:
    whole = (home / "opendata/editions/000001/suppliers.csv").read_bytes()
    coat = nginx.get(f"{EDITION}/suppliers.csv", headers={"accept-encoding": "gzip"})
    assert (coat.headers["content-encoding"], coat.content) == ("gzip", whole)
    part = nginx.get(f"{EDITION}/suppliers.csv", headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])
    again = nginx.get(f"{EDITION}/suppliers.csv", headers={"if-none-match": part.headers["etag"]})
    assert again.status_code == 304


def test_a_withdrawn_edition_is_gone_and_says_why(nginx: httpx.Client) -> None:
    gone = nginx.get("/opendata/editions/000002/suppliers.csv")
    assert (gone.status_code, gone.json()["reason"]) == (410, "En personuppgift.")
    assert nginx.get("/opendata/editions/000002/manifest.json").status_code == 200


@pytest.mark.parametrize(
    "path", ["/opendata/.lock", "/opendata/", "/signing-key.pem", "/opendata/../nginx.conf", f"{EDITION}/nosuch.csv"]
)
def test_nothing_else_is_served(nginx: httpx.Client, path: str) -> None:
    assert nginx.get(path).status_code == 404
