"""The register in a bigger graph: objects by the keys others know, seen as everywhere else, and read together."""

import pytest
from graphql import build_schema

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import Viewer
from schema.answering import Executor, Question
from schema.schema import SCHEMA, context_for, execute, federated
from tests.schema.conftest import Ask

ASK = """query ($of: [_Any!]!) {
  _entities(representations: $of) {
    __typename
    ... on Supplier { id name listed }
    ... on Service { id }
    ... on AuthorisationSystem { code }
    ... on Application { id }
  }
}"""
FREJA = {"__typename": "Supplier", "id": "Supplier:freja-eid-sweden"}


async def test_an_object_is_found_by_each_of_its_keys(ask: Ask) -> None:
    number = (await ask("{ suppliers(first: 1) { nodes { id organisationNumber } } }"))["suppliers"]["nodes"][0]
    of = [
        {"__typename": "Supplier", "organisationNumber": number["organisationNumber"]},
        {"__typename": "Supplier", "id": number["id"]},
        {"__typename": "AuthorisationSystem", "code": "E_IDENTIFICATION"},
        {"__typename": "Supplier", "id": "Supplier:nobody"},
    ]
    by_number, by_id, by_code, nobody = (await ask(ASK, of=of))["_entities"]
    assert by_number["id"] == by_id["id"] == number["id"]
    assert by_code == {"__typename": "AuthorisationSystem", "code": "E_IDENTIFICATION"}
    assert nobody is None


async def test_an_object_is_told_of_at_the_moment_its_reference_speaks_of(ask: Ask) -> None:
    given = (await ask("{ suppliers(first: 1) { nodes { id listed } } }"))["suppliers"]["nodes"][0]
    of = {"__typename": "Supplier", "id": given["id"]}
    today, before = (await ask(ASK, of=[of, {**of, "asOf": "2024-07-01"}]))["_entities"]
    assert today["listed"] is True
    assert before is None or before["listed"] is False


async def test_what_a_viewer_may_not_see_is_null(ask: Ask, register: Database) -> None:
    auditor = context_for(register, viewer=Viewer(Role.AUDITOR, None, "a"))
    answer = await execute("{ applications(first: 1) { nodes { id } } }", auditor)
    assert not answer.errors, answer.errors
    of = [{"__typename": "Application", "id": answer.data["applications"]["nodes"][0]["id"]}]
    assert (await ask(ASK, of=of))["_entities"] == [None]
    seen = await execute(ASK, context_for(register, viewer=Viewer(Role.AUDITOR, None, "a")), {"of": of})
    assert seen.data["_entities"] == [{"__typename": "Application", "id": of[0]["id"]}]


@pytest.mark.parametrize(
    ("of", "code"),
    [
        ({"__typename": "Supplier"}, "BAD_REPRESENTATION"),
        ({"__typename": "Nobody", "id": "Nobody:x"}, "BAD_REPRESENTATION"),
        ({"__typename": "Supplier", "id": "Service:x"}, "BAD_ID"),
        ({"__typename": "Supplier", "organisationNumber": "202100-6884"}, "BAD_CHECK_DIGIT"),
        ({"__typename": "Supplier", "id": "Supplier:x", "asOf": "2026-02-30"}, "BAD_VALUE"),
        ("Supplier:x", "BAD_VALUE"),
    ],
)
async def test_a_reference_that_names_nothing_is_refused(refused: Ask, of: object, code: str) -> None:
    assert await refused(ASK, of=[of]) == [code]


async def test_objects_of_one_type_are_read_by_one_statement(ask: Ask, register: Database) -> None:
    every = (await ask("{ services(first: 20) { nodes { id } } }"))["services"]["nodes"]
    context = context_for(register)
    await execute(ASK, context, {"of": [{"__typename": "Service", **each} for each in every]})
    assert len(context.loaders) == 1


def test_as_many_rows_are_counted_as_are_referred_to_and_a_thousand_at_most() -> None:
    executor = Executor(SCHEMA)
    assert executor.cost(Question(ASK, None, {"of": [FREJA] * 7})).nodes == 7
    assert executor.cost(Question(ASK.replace("$of)", "$of) ", 1), None, {"of": [FREJA] * 2000})).nodes == 1000


async def test_more_than_a_thousand_references_are_refused(refused: Ask) -> None:
    assert await refused(ASK, of=[FREJA] * 1001) == ["BAD_PAGE"]


async def test_a_composer_gets_the_schema_with_keys_and_tags_and_without_what_it_adds_itself(ask: Ask) -> None:
    text = (await ask("{ _service { sdl } }"))["_service"]["sdl"]
    assert text == federated()
    assert (
        'type Supplier implements RegisterObject & Node @key(fields: "id") @key(fields: "organisationNumber") '
        '@tag(name: "open") {'
    ) in text
    assert 'type Application implements RegisterObject & Node @key(fields: "id") @tag(name: "role") {' in text
    assert "_entities" not in text


def test_the_schema_without_directives_is_the_whole_of_what_can_be_asked() -> None:
    query = build_schema(SCHEMA.as_str()).query_type
    assert query is not None
    assert {"_entities", "_service"} <= set(query.fields)
