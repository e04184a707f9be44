"""Many read while one writes: nobody is given an answer older than the revision it names."""

import asyncio
from datetime import date
from typing import NamedTuple

import httpx
import pytest

from auktor.asgi import create_app
from auktor.settings import Cache, Settings
from db.engine import Database
from db.models import Supplier
from db.write import begin, correct

QUERY = '{ node(id: "Supplier:%s") { ... on Supplier { website } } }'
MANY = pytest.mark.proof


class Seen(NamedTuple):
    """An answer: the newest revision that was written before it was asked for, the one it names, and what it says."""

    written_before: int
    named: int
    website: str


@pytest.mark.parametrize(
    ("readers", "cache"),
    [
        (20, Cache.STRICT),
        pytest.param(1000, Cache.STRICT, marks=MANY),
        pytest.param(1000, Cache.NOTIFY, marks=MANY),
    ],
)
async def test_no_answer_is_older_than_the_revision_it_names(
    readers: int, cache: Cache, fresh_register: str, settings: Settings
) -> None:
    app, database = create_app(settings.model_copy(update={"cache": cache}), fresh_register), Database(fresh_register)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://x.test") as client,
    ):
        async with database.reading() as connection:
            key = (await connection.exec_driver_sql("SELECT key FROM supplier_identity LIMIT 1")).scalar_one()
        written: dict[int, str] = {}

        async def write() -> None:
            for number in range(10):
                async with database.writing() as connection:
                    stamp = await begin(connection)
                    site = f"https://example.test/{number}"
                    await correct(connection, stamp, Supplier, key, {"website": site}, on=date(2026, 11, 1))
                written[stamp.number] = site
                await asyncio.sleep(0.02)

        async def read() -> list[Seen]:
            seen = []
            while not writing.done():
                await asyncio.sleep(readers / 2000)  # so that many readers leave the writer its turns
                before = max(written, default=0)
                answer = await client.get("/graphql", params={"query": QUERY % key})
                if "register-revision" in answer.headers:
                    site = answer.json()["data"]["node"]["website"]
                    seen.append(Seen(before, int(answer.headers["register-revision"]), site))
                else:  # the register moved twice while it was read, or no connection came free in time
                    assert (answer.status_code, "errors" in answer.json()) in {(200, False), (503, True)}, answer.text
            return seen

        writing = asyncio.create_task(write())
        seen = [each for one in await asyncio.gather(*(read() for _ in range(readers))) for each in one]
        await writing
    await database.close()
    assert {each.named for each in seen} & written.keys()
    assert [each for each in seen if each.named in written and written[each.named] != each.website] == []
    if cache is Cache.STRICT:
        assert [each for each in seen if each.named < each.written_before] == []
