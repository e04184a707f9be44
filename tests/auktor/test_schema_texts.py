"""The texts of the schema are named, kept and compressed as files are."""

import gzip
from importlib import import_module
from typing import Any

import httpx
import pytest
from zstandard import ZstdDecompressor

from schema.schema import federated, in_swedish, sdl

BROTLI: Any = import_module("brotli")  # carries no types
ZSTD = ZstdDecompressor()
ADDRESSES = {
    "/schema.graphql": (sdl, "en"),
    "/schema.sv.graphql": (in_swedish, "sv"),
    "/schema.graphql?federation": (federated, "en"),
}
PLAIN = {"accept-encoding": "identity"}


@pytest.mark.parametrize("address", ADDRESSES)
async def test_a_text_is_named_and_not_sent_to_one_who_has_it(client: httpx.AsyncClient, address: str) -> None:
    write, language = ADDRESSES[address]
    answer = await client.get(address, headers=PLAIN)
    assert (answer.status_code, answer.text) == (200, write())
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-language"] == language
    assert (answer.headers["cache-control"], answer.headers["vary"]) == ("public, no-cache", "accept-encoding")
    again = await client.get(address, headers={**PLAIN, "if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"])
    other = await client.get(address, headers={**PLAIN, "if-none-match": '"another"'})
    assert other.status_code == 200


async def test_the_three_texts_have_three_names(client: httpx.AsyncClient) -> None:
    assert len({(await client.get(address, headers=PLAIN)).headers["etag"] for address in ADDRESSES}) == 3


@pytest.mark.parametrize(
    ("accept", "encoding", "decoded"),
    [
        ("gzip", "gzip", gzip.decompress),
        ("br", "br", BROTLI.decompress),
        ("gzip;q=0.5, br", "br", BROTLI.decompress),
        ("zstd", "zstd", ZSTD.decompress),
    ],
)
async def test_a_text_is_compressed_as_asked_under_a_name_of_its_own(
    client: httpx.AsyncClient,
    accept: str,
    encoding: str,
    decoded: Any,  # noqa: ANN401 -- a library's function
) -> None:
    async with client.stream("GET", "/schema.graphql", headers={"accept-encoding": accept}) as answer:
        body = b"".join([part async for part in answer.aiter_raw()])
    assert answer.headers["content-encoding"] == encoding
    assert decoded(body).decode() == sdl()
    assert answer.headers["etag"] != (await client.get("/schema.graphql", headers=PLAIN)).headers["etag"]
    again = await client.get(
        "/schema.graphql", headers={"accept-encoding": accept, "if-none-match": answer.headers["etag"]}
    )
    assert again.status_code == 304


async def test_a_head_tells_of_a_text_what_a_get_would(client: httpx.AsyncClient) -> None:
    get = await client.get("/schema.graphql", headers=PLAIN)
    head = await client.head("/schema.graphql", headers=PLAIN)
    assert (head.status_code, head.headers["etag"], head.headers["content-length"]) == (
        200,
        get.headers["etag"],
        get.headers["content-length"],
    )
