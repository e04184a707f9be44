"""Whatever text stands in a filter, a search, a cursor, an id or an order is a value, never a part of a statement.

The arguments are found in the schema, so that a new list or a new filter is asked too.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from graphql import GraphQLArgument, GraphQLInputObjectType, GraphQLObjectType, get_named_type

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import Viewer
from schema.answering import Executor, Question, RequestError
from schema.context import Context
from schema.schema import SCHEMA

CORPUS = [
    "'",
    "''",
    "' OR '1'='1",
    "x'; DROP TABLE supplier; --",
    '"; SELECT pg_sleep(5); --',
    "') UNION SELECT key FROM supplier_identity --",
    "\\",
    "\\'; SELECT 1; --",
    "%' ESCAPE '",
    "%_%",
    "$1",
    ":name",
    "%(name)s",
    "{0}",
    "$$ SELECT 1 $$",
    "/* */ --",
    "&|!():*<->",
    "'::tsquery",
    "1; SELECT version()",
    "\u02bc OR 1=1",
]
OF_TEXT = ("TextFilter", "ReferenceFilter", "OrganisationNumberFilter")
# What PostgreSQL and its drivers say, and no text of the corpus; a refusal may repeat what was asked.
SQL = ("syntax error at", "sqlalchemy", "asyncpg", "postgres", "[sql", 'relation "', 'column "')
QUERY = SCHEMA._schema.query_type
EXECUTOR = Executor(SCHEMA)


def lists() -> Iterator[tuple[str, dict[str, GraphQLArgument]]]:
    """The lists at the root that take a filter, and their aggregates."""
    assert QUERY is not None
    for name, field in QUERY.fields.items():
        if "filter" in field.args:
            yield name, field.args


def conditions(kind: GraphQLInputObjectType, text: str, of: str) -> list[dict[str, Any]]:
    """A condition with this text on every fact of a filter that has conditions of a kind."""
    found: list[dict[str, Any]] = []
    for name, field in kind.fields.items():
        inner = get_named_type(field.type)
        if inner.name == of and isinstance(inner, GraphQLInputObjectType):
            value = {"eq": text, "ne": text, "in": [text], "contains": text, "startsWith": text}
            found += [{name: {way: value[way]}} for way in value if way in inner.fields]
    return found


async def told(register: Database, query: str, **variables: object) -> str:
    """Every word of an answer's errors."""
    context = Context(register, datetime.now(UTC), Viewer(Role.AUDITOR))
    try:
        answer = await EXECUTOR.answer(Question(query, None, json.loads(json.dumps(variables))), context)
    except RequestError as refused:
        return str(refused.errors)
    return str(answer.errors)


def require_no_sql(words: str) -> None:
    assert "INTERNAL_ERROR" not in words
    assert not any(each in words.lower() for each in SQL), words


@pytest.mark.parametrize("texts", [CORPUS[3:5], pytest.param(CORPUS, marks=pytest.mark.proof)], ids=["some", "all"])
@pytest.mark.parametrize("name", sorted(name for name, _ in lists()))
async def test_text_in_a_filter_is_a_value(register: Database, name: str, texts: list[str]) -> None:
    assert QUERY is not None
    field = QUERY.fields[name]
    kind = get_named_type(field.args["filter"].type)
    shown = get_named_type(field.type)
    assert isinstance(kind, GraphQLInputObjectType)
    assert isinstance(shown, GraphQLObjectType)
    selection = "{ totalCount }" if "totalCount" in shown.fields else "{ __typename }"
    query = f"query ($filter: {kind.name}) {{ {name}(filter: $filter) {selection} }}"
    for text in texts:
        for of in OF_TEXT:  # apart, for a text that is no id is refused before any other is looked for
            every = conditions(kind, text, of)
            for start in range(0, len(every), 90):
                words = await told(register, query, filter={"or": every[start : start + 90]})
                require_no_sql(words)
                assert of != "TextFilter" or words == "()"


@pytest.mark.parametrize("text", CORPUS)
async def test_text_in_a_search_an_id_a_cursor_and_an_order_is_a_value(register: Database, text: str) -> None:
    questions = {
        "query ($t: String!) { search(text: $t) { id } }": text,
        "query ($t: ID!) { node(id: $t) { id } }": f"Supplier:{text}",
        "query ($t: ID!) { publicActor(id: $t) { key } }": text,
        "query ($t: String!) { regulation(designation: $t) { key } }": text,
        "query ($t: OrganisationNumber!) { supplier(organisationNumber: $t) { key } }": text,
        "query ($t: String) { suppliers(after: $t) { nodes { key } } }": text,
        "query ($t: String) { suppliers(before: $t, last: 1) { nodes { key } } }": text,
        "query ($t: SupplierOrderField!) { suppliers(orderBy: [{field: $t}]) { totalCount } }": text,
        "query ($t: String) { vocabulary(enum: $t) { code } }": text,
    }
    for query, value in questions.items():
        require_no_sql(await told(register, query, t=value))


async def test_the_tables_are_all_there(register: Database) -> None:
    assert await told(register, "{ suppliers { totalCount } services { totalCount } }") == "()"
