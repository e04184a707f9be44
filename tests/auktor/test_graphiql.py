"""A browser that comes to /graphql gets GraphiQL, from here alone, with questions that work."""

import re

import httpx
import pytest

from auktor import graphiql

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


async def test_a_browser_gets_graphiql_and_a_program_an_answer(client: httpx.AsyncClient) -> None:
    page = await client.get("/graphql", headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    answer = await client.get("/graphql", params={"query": "{ __typename }"}, headers=BROWSER)
    assert answer.json() == {"data": {"__typename": "Query"}}


async def test_everything_graphiql_loads_is_served_from_here(client: httpx.AsyncClient) -> None:
    page = await client.get("/graphql", headers=BROWSER)
    loaded = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', page.text)
    assert len(loaded) == 7
    for address in loaded:
        answer = await client.get(address, headers={"accept-encoding": "gzip"})
        assert answer.status_code == 200, address
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        again = await client.get(address, headers={"if-none-match": answer.headers["etag"], "accept-encoding": "gzip"})
        assert again.status_code == 304


async def test_its_policy_allows_no_foreign_host_and_no_inline_script(client: httpx.AsyncClient) -> None:
    policy = (await client.get("/graphql", headers=BROWSER)).headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "http" not in policy


def test_its_style_sheet_asks_for_no_font_and_no_file() -> None:
    css = (graphiql.STATIC / "graphiql" / "graphiql.min.css").read_text("utf-8")
    assert "@font-face" not in css
    assert set(re.findall(r"url\((\w+:)", css)) <= {"data:"}


@pytest.mark.parametrize("name", graphiql.examples())
async def test_every_example_question_is_answered(client: httpx.AsyncClient, name: str) -> None:
    answer = (await client.post("/graphql", json={"query": graphiql.examples()[name]})).json()
    assert "errors" not in answer
    assert all(answer["data"].values())


async def test_the_example_of_a_years_cost_answers_540000_kronor(client: httpx.AsyncClient) -> None:
    question = graphiql.examples()["3-what-a-year-costs"]
    answer = (await client.post("/graphql", json={"query": question})).json()
    assert answer["data"]["feeEstimate"]["totalSek"] == "540000.00"
