"""Many read while one writes: nobody is given an answer older than the revision it names."""

import asyncio
from datetime import date

import httpx
import pytest

from auktor.asgi import create_app
from auktor.settings import Settings
from db.engine import Database
from db.models import Supplier
from db.write import begin, correct

QUERY = '{ node(id: "Supplier:%s") { ... on Supplier { website } } }'


@pytest.mark.parametrize("readers", [20, pytest.param(1000, marks=pytest.mark.proof)])
async def test_no_answer_is_older_than_the_revision_it_names(
    readers: int, fresh_register: str, settings: Settings
) -> None:
    app, database = create_app(settings, fresh_register), Database(fresh_register)
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

        async def read() -> list[tuple[int, str]]:
            seen = []
            while not writing.done():
                answer = await client.get("/graphql", params={"query": QUERY % key})
                if "register-revision" in answer.headers:
                    seen.append((int(answer.headers["register-revision"]), answer.json()["data"]["node"]["website"]))
            return seen

        writing = asyncio.create_task(write())
        seen = [each for one in await asyncio.gather(*(read() for _ in range(readers))) for each in one]
        await writing
    await database.close()
    assert {named for named, _ in seen} & written.keys()
    assert [each for each in seen if each[0] in written and written[each[0]] != each[1]] == []
