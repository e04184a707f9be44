"""Published files are served as they were issued: the same bytes, for ever, and nothing beside them."""

import hashlib
import json
from pathlib import Path

import httpx
import pytest

EDITION = "/opendata/editions/000001"


async def test_every_file_of_the_manifest_has_the_bytes_type_and_hash_it_states(
    client: httpx.AsyncClient, edition: Path
) -> None:
    for file in json.loads((edition / "manifest.json").read_bytes())["files"]:
        answer = await client.get(f"{EDITION}/{file['path']}")
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
    answer = await client.head(f"{EDITION}/suppliers.csv")
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
