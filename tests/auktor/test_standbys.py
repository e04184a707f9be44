"""Reads come from a standby that is near enough, and nobody is shown less than he has seen or written.

A second database that lacks what was written to the first is a standby that is behind. `test_failover.py` has real
ones.
"""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from db.engine import Database
from db.server import Server
from db.standbys import Seen, Standbys
from tests import lending
from tests.auktor.test_health import NO_DATABASE
from tests.clusters import Server as Cluster
from tests.db.deeds.office import Office

NAMES = "{ suppliers(listed: null) { nodes { name } } }"
REGISTER = """mutation($input: RegisterSupplierInput!) {
    outcome: registerSupplier(input: $input) { ... on Supplier { name } } }"""
GIVEN = {"name": "Alfa", "organisationNumber": "556000-0167", "legalForm": "LIMITED_COMPANY", "on": "2026-01-01"}


@pytest.fixture
def behind(postgres: Cluster, migrated: str) -> Generator[str, None, None]:
    """A database that nothing comes to any more."""
    with lending.lent(postgres, like=migrated) as url:
        yield url


@pytest.fixture
async def primary(fresh_database: str, behind: str) -> str:
    """A database with the same revision as the other, to be written to."""
    for url in (fresh_database, behind):
        database = Database(url)
        await Office(database).ground()
        await database.close()
    return fresh_database


@asynccontextmanager
async def serving(app: Starlette) -> AsyncGenerator[httpx.AsyncClient, None]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://x.test") as client,
    ):
        yield client


def officer(settings: Settings) -> dict[str, str]:
    return {"authorization": f"Bearer {local_issuer(settings).issue(Role.CASE_OFFICER, None, 'anna', seconds=600)}"}


async def names(client: httpx.AsyncClient, **headers: str) -> list[str]:
    answer = await client.get("/graphql", params={"query": NAMES}, headers=headers)
    return [each["name"] for each in answer.json()["data"]["suppliers"]["nodes"]]


def answering(numbers: str) -> dict[str, float]:
    families = text_string_to_metric_families(numbers)
    return {
        each.labels["server"]: each.value
        for family in families
        if family.name == "auktor_server_answers"
        for each in family.samples
    }


async def test_who_has_written_reads_it_and_who_has_seen_a_revision_no_older_one(
    primary: str, behind: str, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, read_database_urls=(behind,), read_most_behind_seconds=3600)
    async with serving(create_app(settings, primary)) as client:
        question = {"query": REGISTER, "variables": {"input": GIVEN}}
        done = await client.post("/graphql", json=question, headers=officer(settings))
        assert done.json()["data"]["outcome"] == {"name": "Alfa"}
        written = done.headers["register-revision"]
        assert await names(client) == []
        assert await names(client, **officer(settings)) == ["Alfa"]
        assert await names(client, **{"register-revision": written}) == ["Alfa"]
        old = await client.get("/graphql", params={"query": NAMES})
        assert int(old.headers["register-revision"]) == int(written) - 1
        refused = await client.get("/graphql", params={"query": NAMES}, headers={"register-revision": "new"})
        assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REVISION")


async def test_what_was_known_at_a_moment_is_told_by_who_has_come_to_it(
    primary: str, behind: str, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, read_database_urls=(behind,), read_most_behind_seconds=3600)
    async with serving(create_app(settings, primary)) as client:
        before = datetime.now(UTC)
        question = {"query": REGISTER, "variables": {"input": GIVEN}}
        done = await client.post("/graphql", json=question, headers=officer(settings))
        now = datetime.now(UTC)
        for _ in range(3):  # again by its bytes, too
            assert await known(client, now) == (["Alfa"], done.headers["register-revision"])
        names, revision = await known(client, before)
        assert (names, revision) == ([], done.headers["register-revision"])
        told = answering((await client.get("/metrics")).text)
        assert told == {"primary": 1, "standby 1": 1}
        parts = {"accept": "multipart/mixed;incrementalSpec=v0.2, application/json"}
        deferred = KNOWN.replace("{ suppliers", "{ ... @defer { suppliers") + " }"
        in_parts = await client.post("/graphql", json=of(deferred, now), headers=parts)
        assert "Alfa" in in_parts.text


KNOWN = "query ($at: DateTime) { register(knownAt: $at) { suppliers(listed: null) { nodes { name } } } }"


def of(query: str, at: datetime) -> dict[str, object]:
    return {"query": query, "variables": {"at": at.isoformat()}}


async def known(client: httpx.AsyncClient, at: datetime) -> tuple[list[str], str]:
    """The names as known at a moment, and the revision the answer bears."""
    answer = await client.post("/graphql", json=of(KNOWN, at))
    found = [each["name"] for each in answer.json()["data"]["register"]["suppliers"]["nodes"]]
    return found, answer.headers["register-revision"]


async def test_while_the_primary_is_silent_reads_go_on_and_say_so_and_writes_are_to_come_again(
    behind: str, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, read_database_urls=(behind,))
    async with serving(create_app(settings, NO_DATABASE)) as client:
        read = await client.get("/graphql", params={"query": NAMES}, headers=officer(settings))
        assert (read.status_code, "errors" in read.json()) == (200, False)
        for path in ("/", "/readyz", "/q/suppliers_flat.json"):
            assert "register-unconfirmed-since" in (await client.get(path)).headers, path
        assert "register-unconfirmed-since" in read.headers
        for path, said in {
            "/leverantorer": "Registret har inte kunnat bekräftas sedan",
            "/en/suppliers": "The register could not be confirmed since",
            "/ingenstans": "Registret har inte kunnat bekräftas sedan",
            "/desk/logga-in": "Registret har inte kunnat bekräftas sedan",
        }.items():
            assert said in (await client.get(path)).text, path
        question = {"query": REGISTER, "variables": {"input": GIVEN}}
        written = await client.post("/graphql", json=question, headers=officer(settings))
        assert (written.status_code, written.headers["retry-after"]) == (503, "5")
        told = (await client.get("/readyz")).json()
        assert (told["database"], told["primary"], len(told["standbys"])) == (True, False, 1)
        assert answering((await client.get("/metrics")).text) == {"primary": 0, "standby 1": 1}


@pytest.mark.parametrize(
    ("standby_has", "primary_has", "least", "newest", "from_standby"),
    [
        (7, 7, 0, False, True),
        (6, 7, 0, False, False),  # what the primary had ten seconds ago is missing
        (7, 7, 8, False, False),
        (7, 7, 7, False, True),
        (7, 7, 0, True, False),
        (None, 7, 0, False, False),
        (6, None, 0, True, True),
        (6, None, 9, False, True),
        (None, None, 0, False, False),
    ],
)
async def test_where_is_read(  # noqa: PLR0913 -- what decides
    *,
    standby_has: int | None,
    primary_has: int | None,
    least: int,
    newest: bool,
    from_standby: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    standbys = Standbys(Server(NO_DATABASE, 1), [Server(NO_DATABASE, 1)], most_behind_seconds=10)
    seen = {standbys.primary: primary_has, standbys.watched[0]: standby_has}

    async def look() -> None:
        for each, revision in seen.items():
            each.seen = None if revision is None else Seen(revision, 0)

    for each in seen:
        monkeypatch.setattr(each, "look", look)
    await standbys.look()
    monkeypatch.setattr("db.standbys.monotonic", lambda: 1e9)  # long after that
    await standbys.look()
    chosen = standbys.chosen(newest=newest, least=least)
    assert (chosen is standbys.watched[0].server) == from_standby
