"""A question larger than a limit is refused before it costs anything."""

import time

import pytest

from schema.answering import Executor, RequestError, limits
from schema.schema import SCHEMA

EXECUTOR = Executor(SCHEMA)
FEW_SECONDS = 1.0  # far above what any of them takes, and far below what they take without limits


def refused(text: str) -> str:
    """The code a question is refused with; it must not take long."""
    began = time.perf_counter()
    with pytest.raises(RequestError) as error:
        EXECUTOR.prepare(text)
    assert time.perf_counter() - began < FEW_SECONDS
    code: str = error.value.errors[0]["extensions"]["code"]
    return code


def nested_fragments(n: int) -> str:
    links = (f"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}" for i in range(n))
    return f"{{ ...F0 }} {' '.join(links)} fragment F{n} on Query {{ __typename }}"


@pytest.mark.parametrize("n", [18, 40, 100, 1000])
def test_fragments_of_fragments_are_counted_not_walked(n: int) -> None:
    assert refused(nested_fragments(n)) in {"QUESTION_TOO_LARGE", "NOT_GRAPHQL"}


def test_a_few_fragments_within_each_other_are_answered() -> None:
    EXECUTOR.prepare(nested_fragments(4))


def test_a_fragment_within_itself_is_not_valid() -> None:
    assert refused("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }") == "NOT_VALID"


@pytest.mark.parametrize(
    "text",
    [
        "{" + " ".join(f"a{i}: __typename" for i in range(limits.MAX_ROOT_FIELDS + 1)) + "}",
        "{" + "__typename " * (limits.MAX_REPEATS + 1) + "}",
        "{ __typename" + " @skip(if: false)" * (limits.MAX_DIRECTIVES + 1) + "}",
        "{" + "a {" * limits.MAX_DEPTH + "b" + "}" * limits.MAX_DEPTH + "}",
        "{ __typename #" + "x" * limits.MAX_CHARACTERS + "\n}",
    ],
    ids=["root fields", "repeats", "directives", "depth", "characters"],
)
def test_one_more_than_a_limit_is_refused(text: str) -> None:
    assert refused(text) == "QUESTION_TOO_LARGE"


@pytest.mark.parametrize(
    "text",
    [
        "{" + "a{" * 2000 + "b" + "}" * 2001,
        "{ node(id: " + "[" * 5000 + "]" * 5000 + ") { id } }",
        "{" + "__typename " * 5000 + "}",
        "{ __typename" + " @a" * 10_000 + "}",
    ],
    ids=["deep selections", "deep literal", "many fields", "many directives"],
)
def test_what_would_exhaust_the_parser_is_refused(text: str) -> None:
    assert refused(text) == "NOT_GRAPHQL"


def test_introspection_that_multiplies_is_not_valid() -> None:
    circular = "{ __schema { types {" + "fields { type {" * 6 + "name" + "}}" * 6 + "}}}"
    assert refused(circular) == "NOT_VALID"


def test_the_usual_introspection_is_valid() -> None:
    from graphql import get_introspection_query  # noqa: PLC0415 -- only this test looks as a tool does

    EXECUTOR.prepare(get_introspection_query(descriptions=True, input_value_deprecation=True))
