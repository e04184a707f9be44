"""Questions and deeds that schemathesis draws from the schema: none is answered by a failure of the program."""

import asyncio
from collections import Counter
from collections.abc import Callable, Generator
from typing import Any, TypeGuard

import httpx
import pytest
import schemathesis
from graphql import DirectiveDefinitionNode, DocumentNode, parse, print_ast
from hypothesis import HealthCheck, given
from hypothesis import settings as drawn
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from auktor.asgi import create_app
from auktor.auth.local_issuer import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from schema.schema import SDL_FILE

Ask = Any
_OF_PARTS = {"defer", "stream"}
SCALARS = {
    "Count": st.integers(min_value=-1, max_value=2**63).map(nodes.Int),
    "Date": st.one_of(st.dates().map(str), st.text(max_size=12)).map(nodes.String),
    "DateTime": st.one_of(st.datetimes().map(lambda at: f"{at.isoformat()}Z"), st.text(max_size=30)).map(nodes.String),
    "Decimal": st.one_of(st.decimals(places=2).map(str), st.text(max_size=8)).map(nodes.String),
    "OrganisationNumber": st.one_of(st.just("556000-0167"), st.text(max_size=13)).map(nodes.String),
    "_Any": st.just(nodes.Object([])),
}


@pytest.fixture
def ask(fresh_register: str, settings: Settings) -> Generator[Ask, None, None]:
    """Asks as a case officer, who may do most deeds; gives status and body."""
    app = create_app(settings, fresh_register)
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=36_000)
    client = httpx.AsyncClient(
        transport=httpx.ASGITransport(app, raise_app_exceptions=False),
        base_url="http://x.test",
        headers={"authorization": f"Bearer {token}"},
    )
    with asyncio.Runner() as runner:
        living = app.router.lifespan_context(app)
        runner.run(living.__aenter__())
        yield lambda text: runner.run(client.post("/graphql", json={"query": text}))
        runner.run(client.aclose())
        runner.run(living.__aexit__(None, None, None))


def _stock_sdl() -> str:
    """The schema without @defer and @stream, which the library that schemathesis reads it with does not know."""
    document = parse(SDL_FILE.read_text("utf-8"))
    known = [each for each in document.definitions if not (_is_directive(each) and each.name.value in _OF_PARTS)]
    return print_ast(DocumentNode(definitions=tuple(known)))


def _is_directive(definition: object) -> TypeGuard[DirectiveDefinitionNode]:
    return isinstance(definition, DirectiveDefinitionNode)


@pytest.mark.parametrize(
    "examples", [pytest.param(3, marks=pytest.mark.outside), pytest.param(100, marks=pytest.mark.proof)]
)
def test_no_question_and_no_deed_makes_the_program_fail(
    examples: int, ask: Ask, record_property: Callable[[str, object], None]
) -> None:
    for name, strategy in SCALARS.items():
        schemathesis.graphql.scalar(name, strategy)
    alike = drawn(database=None, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    counted: Counter[str] = Counter()
    for found in schemathesis.graphql.from_file(_stock_sdl()).get_all_operations():
        operation = found.ok()

        @drawn(alike, max_examples=examples)
        @given(operation.as_strategy())
        def asked(case: Any) -> None:  # noqa: ANN401 -- schemathesis leaves it open
            answer = ask(case.body)
            assert answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR, case.body
            codes = [each["extensions"]["code"] for each in answer.json().get("errors", ())]
            assert "INTERNAL_ERROR" not in codes, (case.body, answer.text)
            counted[codes[0] if codes else "answered"] += 1

        asked()
    record_property("cases", counted.total())
    assert counted.total() >= 100 * examples
    assert counted["answered"] > 0
