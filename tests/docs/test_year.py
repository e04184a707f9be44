"""The year of `docs/a-year-in-the-register.md`, lived through the HTTP API with real tokens."""

import json
from collections.abc import AsyncGenerator, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from auktor.asgi import create_app
from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from db.audit_chain import check
from db.engine import Database
from db.models import CompensationRule
from tests.db.deeds.office import Office
from tests.docs.pages import ROOT, Block, blocks
from tests.publish.small_register import START, describe

PAGE = ROOT / "docs" / "a-year-in-the-register.md"
PEOPLE = {
    "clara": (Role.CASE_OFFICER, None),
    "david": (Role.DECISION_MAKER, None),
    "sara": (Role.SUPPLIER, "beta-legitimation-ab"),
    "karin": (Role.AGENCY, "exempelkommunen"),
    "asta": (Role.AUDITOR, None),
}
PAID = {"system": "E_IDENTIFICATION", "item": "IDENTIFICATION", "amount_sek": "0.09", "vat": "EXCLUDED"}


class Api:
    """The register over HTTP, each person with a token of the local issuer."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings) -> None:
        self.client = client
        issuer = local_issuer(settings)
        self.tokens = {name: issuer.issue(*bound, name, seconds=600) for name, bound in PEOPLE.items()}

    async def ask(self, document: str, token: str | None) -> httpx.Response:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return await self.client.post("/graphql", json={"query": document}, headers=headers)

    async def answer(self, asked: Block) -> Any:  # noqa: ANN401 -- an answer of any shape
        kind = "mutation" if asked.kind == "deed" else "query"
        response = await self.ask(f"{kind} {{ {asked.text} }}", self.tokens[asked.note])
        told = response.json()
        assert "errors" not in told, f"{PAGE.name}:{asked.line}: {told['errors']}"
        return told["data"]


@pytest.fixture
async def ground(fresh_database: str) -> AsyncGenerator[Database, None]:
    """The register the year begins with."""
    database = Database(fresh_database)
    await Office(database).ground()
    await describe(database, (CompensationRule, "pay-2026", {**PAID, "in_force_from": START}, START))
    yield database
    await database.close()


@pytest.fixture
async def api(ground: Database, tmp_path: Path) -> AsyncGenerator[Api, None]:
    settings = Settings(home=tmp_path)
    app = create_app(settings, ground.url)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://register.test") as client,
    ):
        yield Api(client, settings)


def steps() -> Iterator[tuple[Block, Block]]:
    """Each deed or question of the page with the answer under it."""
    for asked, answer in pairwise(blocks(PAGE)):
        if asked.kind in {"deed", "question"}:
            yield asked, answer


async def test_the_year_is_lived_as_it_is_written(api: Api, ground: Database) -> None:
    for asked, answer in steps():
        assert await api.answer(asked) == json.loads(answer.text), f"{PAGE.name}:{asked.line}"
    async with ground.reading() as connection:
        chain = await check(connection)
    # The ground of the year is laid by the tests themselves, without a deed: only its two revisions have no entry.
    assert [fault.place for fault in chain.faults] == ["revision 1", "revision 2"]
    assert chain.entries == len([None for asked, _ in steps() if asked.kind == "deed"])


async def test_who_asks_is_told_by_the_token_alone(api: Api) -> None:
    document = "{ viewer { role organisation } }"
    own = (await api.ask(document, api.tokens["sara"])).json()
    assert own["data"]["viewer"] == {"role": "supplier", "organisation": "beta-legitimation-ab"}
    assert (await api.ask(document, None)).json()["data"]["viewer"] == {"role": "anonymous", "organisation": None}


async def test_a_token_that_cannot_be_believed_is_not_taken_for_none(api: Api) -> None:
    answer = await api.ask("{ viewer { role } }", api.tokens["clara"][:-4] + "AAAA")
    assert answer.status_code == 401
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert answer.headers["www-authenticate"].startswith("Bearer")
