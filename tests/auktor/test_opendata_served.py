"""Published files are served as they were issued: the same bytes, for ever, and nothing beside them."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from starlette.applications import Starlette

from auktor.opendata import OpenData
from publish.redaction import Redaction, leave_the_chain, notice

EDITION = "/opendata/editions/000001"


async def test_every_file_of_the_manifest_has_the_bytes_type_and_hash_it_states(
    client: httpx.AsyncClient, edition: Path
) -> None:
    for file in json.loads((edition / "manifest.json").read_bytes())["files"]:
        answer = await client.get(f"{EDITION}/{file['path']}", headers={"accept-encoding": "identity"})
        assert answer.status_code == 200
        assert answer.headers["content-type"] == file["media_type"]
        assert answer.headers["etag"] == f'"{file["sha256"]}"'
        assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_the_pointer_leads_to_a_manifest_with_the_hash_it_states(client: httpx.AsyncClient) -> None:
    pointer = await client.get("/opendata/current.json")
    manifest = await client.get(f"/opendata/{pointer.json()['manifest']}")
    assert hashlib.sha256(manifest.content).hexdigest() == pointer.json()["sha256"]
    assert pointer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/opendata/current.json", f"{EDITION}/suppliers.csv", f"{EDITION}/SHA256SUMS"])
async def test_who_has_it_already_is_told_so(client: httpx.AsyncClient, path: str) -> None:
    etag = (await client.get(path)).headers["etag"]
    again = await client.get(path, headers={"if-none-match": f'"other", {etag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


async def test_the_length_is_told_without_the_file(client: httpx.AsyncClient, edition: Path) -> None:
    answer = await client.head(f"{EDITION}/suppliers.csv", headers={"accept-encoding": "identity"})
    assert int(answer.headers["content-length"]) == (edition / "suppliers.csv").stat().st_size
    assert answer.content == b""


async def test_a_part_of_a_file_is_served(client: httpx.AsyncClient, edition: Path) -> None:
    whole = (edition / "suppliers.csv").read_bytes()
    answer = await client.get(f"{EDITION}/suppliers.csv", headers={"range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, whole[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    beyond = await client.get(f"{EDITION}/suppliers.csv", headers={"range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


async def test_latest_redirects_to_the_immutable_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/opendata/latest/suppliers.csv")
    assert (answer.status_code, answer.headers["location"]) == (307, f"{EDITION}/suppliers.csv")


async def test_any_page_may_fetch_the_files(client: httpx.AsyncClient) -> None:
    for path in ("/opendata/current.json", "/opendata/latest/suppliers.csv", f"{EDITION}/suppliers.csv"):
        assert (await client.get(path)).headers["access-control-allow-origin"] == "*"
    preflight = await client.options(f"{EDITION}/suppliers.csv")
    assert "range" in preflight.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    "path",
    [
        f"{EDITION}/nosuch.csv",
        f"{EDITION}/..%2F..%2F..%2Fsigning-key.pem",
        f"{EDITION}/%2e%2e/%2e%2e/current.json",
        "/opendata/editions/..%2F000001/suppliers.csv",
        "/opendata/editions/000002/suppliers.csv",
        "/opendata/editions/1/suppliers.csv",
        "/opendata/editions/%D9%A1/suppliers.csv",
        "/opendata/signing-key.pem",
        "/opendata/.lock",
        "/opendata/latest/manifest",
        "/opendata/editions/000001",
        "/opendata/",
    ],
)
async def test_nothing_beside_the_edition_is_served(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_the_keys_that_sign_are_published(client: httpx.AsyncClient) -> None:
    answer = await client.get("/.well-known/jwks.json")
    assert [key["alg"] for key in answer.json()["keys"]] == ["Ed25519"]
    assert all("d" not in key for key in answer.json()["keys"])


@pytest.mark.parametrize(
    ("name", "kind"), [("changes.atom", "application/atom+xml"), ("changes.json", "application/feed+json")]
)
async def test_the_feeds_of_editions_are_served(client: httpx.AsyncClient, name: str, kind: str) -> None:
    answer = await client.get(f"/opendata/{name}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert "editions/000001/diff.ndjson" in answer.text


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("zstd, gzip", "zstd"),
        ("br;q=0.1, gzip;q=0.9", "gzip"),
        ("br;q=0, *;q=0.5", "zstd"),
        ("identity", None),
        ("br;q=much", None),
        ("", None),
    ],
)
async def test_a_text_travels_in_the_coat_its_reader_likes_best(
    client: httpx.AsyncClient, edition: Path, accepted: str, coding: str | None
) -> None:
    answer = await client.get(f"{EDITION}/suppliers.csv", headers={"accept-encoding": accepted})
    plain = (edition / "suppliers.csv").read_bytes()
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "accept-encoding"
    assert (int(answer.headers["content-length"]) < len(plain)) == (coding is not None)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["etag"] == f'"{hashlib.sha256(plain).hexdigest()}{f"-{coding}" if coding else ""}"'
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_a_coat_taken_off_is_the_file(client: httpx.AsyncClient, edition: Path) -> None:
    answer = await client.get(f"{EDITION}/suppliers.csv", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == (edition / "suppliers.csv").read_bytes()


async def test_who_has_the_file_in_one_coat_is_not_told_that_of_another(client: httpx.AsyncClient) -> None:
    path = f"{EDITION}/suppliers.csv"
    gzip = {"accept-encoding": "gzip"}
    etag = (await client.get(path, headers=gzip)).headers["etag"]
    assert (await client.get(path, headers={**gzip, "if-none-match": etag})).status_code == 304
    other = await client.get(path, headers={"accept-encoding": "identity", "if-none-match": etag})
    assert other.status_code == 200


async def test_a_part_is_of_the_file_itself_whatever_is_accepted(client: httpx.AsyncClient, edition: Path) -> None:
    asked = {"range": "bytes=10-19", "accept-encoding": "br, gzip"}
    answer = await client.get(f"{EDITION}/suppliers.csv", headers=asked)
    assert (answer.status_code, answer.headers.get("content-encoding")) == (206, None)
    assert answer.content == (edition / "suppliers.csv").read_bytes()[10:20]


async def test_a_part_of_another_file_than_the_reader_has_is_answered_whole(
    client: httpx.AsyncClient, edition: Path
) -> None:
    path, whole = f"{EDITION}/suppliers.csv", (edition / "suppliers.csv").read_bytes()
    etag = f'"{hashlib.sha256(whole).hexdigest()}"'
    part = await client.get(path, headers={"range": "bytes=10-19", "if-range": etag})
    assert (part.status_code, part.content) == (206, whole[10:20])
    other = await client.get(path, headers={"range": "bytes=10-19", "if-range": '"other"'})
    assert (other.status_code, other.content) == (200, whole)


async def test_a_part_beyond_the_end_may_be_told_to_any_page(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{EDITION}/suppliers.csv", headers={"range": "bytes=99999999-"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (416, "*")


async def test_a_page_may_use_its_own_style_and_run_nothing(client: httpx.AsyncClient) -> None:
    policy = (await client.get(f"{EDITION}/index.html")).headers["content-security-policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/opendata/current.json", "/opendata/latest/fees.csv", f"{EDITION}/fees.csv"])
async def test_no_answer_sets_a_cookie(client: httpx.AsyncClient, path: str) -> None:
    assert "set-cookie" not in (await client.get(path)).headers


async def test_a_withdrawn_edition_is_gone_and_says_why_while_its_manifest_stays(edition: Path) -> None:
    """The same folder, of which one copy is withdrawn while it is being served."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "opendata"
        shutil.copytree(edition.parent.parent, folder, symlinks=True)
        app = Starlette(routes=OpenData(folder).routes())
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register.test") as client:
            assert (await client.get(f"{EDITION}/suppliers.csv")).status_code == 200
            said = notice(Redaction(1, "En personuppgift.", datetime(2026, 7, 1, tzinfo=UTC)))
            leave_the_chain(folder / "editions/000001", said)
            gone = await client.get(f"{EDITION}/suppliers.csv")
            assert (gone.status_code, gone.json()["reason"]) == (410, "En personuppgift.")
            assert gone.headers["cache-control"] == "no-cache"
            assert (await client.get("/opendata/latest/fees.csv", follow_redirects=True)).status_code == 410
            for kept in ("manifest.json", "manifest.json.jws", "SHA256SUMS"):
                assert (await client.get(f"{EDITION}/{kept}")).status_code == 200
