"""Whatever text stands in a filter, a search, a cursor, an id or an order is a value, never a part of a statement.

The arguments are found in the schema, so that a new list or a new filter is asked too.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
    validate,
)

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


def as_text(kind: Any, text: str) -> list[Any]:  # noqa: ANN401 -- any input type of the schema
    """The values of a type with this text in them; none where it can hold no text."""
    if isinstance(kind, GraphQLNonNull):
        return as_text(kind.of_type, text)
    if isinstance(kind, GraphQLList):
        return [[each] for each in as_text(kind.of_type, text)]
    if isinstance(kind, GraphQLInputObjectType):
        ordered = kind.fields.get("field")  # what filters hold is tried by itself
        return [{"field": each} for each in as_text(ordered.type, text)] if ordered else []
    if kind.name == "ID":
        return [text, f"Supplier:{text}", f"PublicActor:{text}"]
    return [] if kind.name in {"Int", "Boolean", "Count"} else [text]


def others(field: GraphQLField, but: str) -> str:
    """The arguments that a field cannot do without, but for one; each with a value that could be right."""
    usual = {"ID": '"Supplier:x"', "String": '"x"', "Date": '"2026-01-01"', "Int": "1", "Count": "1"}
    needed = {name: each for name, each in field.args.items() if is_required_argument(each) and name != but}
    return ", ".join(f"{name}: {usual.get(get_named_type(each.type).name, 'X')}" for name, each in needed.items())


def fields() -> Iterator[tuple[str, GraphQLField]]:
    assert QUERY is not None
    register = SCHEMA._schema.type_map["Register"]
    assert isinstance(register, GraphQLObjectType)
    yield from {**register.fields, **QUERY.fields}.items()


@pytest.mark.parametrize("texts", [CORPUS[3:5], pytest.param(CORPUS, marks=pytest.mark.proof)], ids=["some", "all"])
@pytest.mark.parametrize(
    "name", [name for name, field in fields() if any(as_text(x.type, "") for x in field.args.values())]
)
async def test_text_in_any_argument_is_a_value(register: Database, name: str, texts: list[str]) -> None:
    field = dict(fields())[name]
    shown = get_named_type(field.type)
    selection = "" if is_leaf_type(shown) else "{ __typename }"
    if shown.name.endswith("Connection"):
        selection = "{ nodes { __typename } }"  # or the list would not be read
    for argument, each in field.args.items():
        given = ", ".join(part for part in (f"{argument}: $t", others(field, argument)) if part)
        query = f"query ($t: {each.type}) {{ {name}({given}) {selection} }}"
        assert validate(SCHEMA._schema, parse(query)) == []
        for value in (value for text in texts for value in as_text(each.type, text)):
            require_no_sql(await told(register, query, t=value))


async def test_the_tables_are_all_there(register: Database) -> None:
    assert await told(register, "{ suppliers { totalCount } services { totalCount } }") == "()"
