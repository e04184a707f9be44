"""Whoever runs the program can ask it how it is."""

import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from auktor.asgi import create_app
from auktor.settings import Settings

NO_DATABASE = "postgresql+asyncpg://nobody@127.0.0.1:1/nothing"


@asynccontextmanager
async def client_of(settings: Settings, url: str) -> AsyncGenerator[httpx.AsyncClient, None]:
    app = create_app(settings, url)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
    ):
        yield client


async def test_a_register_that_can_answer_is_ready(client: httpx.AsyncClient) -> None:
    answer = await client.get("/readyz")
    assert answer.status_code == 200
    told = answer.json()
    issued = told["last_edition"].pop("issued")
    assert datetime.now(UTC) - datetime.fromisoformat(issued) < timedelta(hours=1)
    assert told == {
        "ready": True,
        "database": True,
        "migrated": True,
        "primary": True,
        "replica_lag_seconds": None,
        "standbys": [],
        "edition": True,
        "last_edition": {"number": 1},
    }


async def test_without_its_database_the_program_lives_but_is_not_ready(settings: Settings) -> None:
    async with client_of(settings, NO_DATABASE) as client:
        assert (await client.get("/livez")).status_code == 200
        answer = await client.get("/readyz")
    assert answer.status_code == 503
    told = answer.json()
    assert (told["ready"], told["database"], told["migrated"], told["edition"]) == (False, False, False, True)


async def test_without_its_database_a_page_says_to_come_back(settings: Settings) -> None:
    async with client_of(settings, NO_DATABASE) as client:
        page = await client.get("/")
        question = await client.post("/graphql", json={"query": "{ suppliers { totalCount } }"})
        file = await client.get("/opendata/latest/suppliers.csv")
    assert (page.status_code, page.headers["retry-after"]) == (503, "5")
    assert (question.status_code, question.headers["retry-after"]) == (503, "5")
    assert question.json()["errors"][0]["extensions"]["code"] == "DATABASE_GONE"
    assert file.status_code == 307


async def test_a_database_that_is_not_migrated_is_not_ready(settings: Settings, bare_database: str) -> None:
    async with client_of(settings, bare_database) as client:
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["migrated"]) == (503, False)


async def test_without_an_edition_the_files_are_not_there_yet(register_database: str, tmp_path: Path) -> None:
    async with client_of(Settings(home=tmp_path), register_database) as client:
        assert (await client.get("/opendata/current.json")).status_code == 404
        assert (await client.get("/opendata/latest/suppliers.csv")).status_code == 404
        assert (await client.get("/readyz")).json()["edition"] is False
    shutil.rmtree(tmp_path)


async def test_the_schema_is_served_as_text(client: httpx.AsyncClient) -> None:
    answer = await client.get("/schema.graphql")
    assert "type Query" in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"


async def test_every_answer_forbids_guessing_and_framing(client: httpx.AsyncClient) -> None:
    for path in ("/", "/graphql", "/schema.graphql", "/opendata/current.json", "/livez", "/nosuch"):
        headers = (await client.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
