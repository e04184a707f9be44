"""A question larger than a limit is refused before it costs anything, and is told which limit."""

import dataclasses
import sys

import pytest
from graphql import GraphQLSyntaxError, get_introspection_query, parse, print_ast

from auktor.core.limits import Limits
from auktor.graphql.documents import shipped_documents
from schema.answering import Executor, Question, RequestError
from schema.limits.text import deepest_brackets, parts_of
from schema.schema import SCHEMA

EXECUTOR = Executor(SCHEMA)
ROOMY = Limits(tokens=100_000, fields=100_000, fragments=2_000, nesting=60, overlaps=1_000_000)


def refusal(text: str, executor: Executor = EXECUTOR) -> tuple[str, str]:
    with pytest.raises(RequestError) as error:
        executor.cost(Question(text))
    first = error.value.errors[0]
    return first["extensions"]["code"], first["message"]


def code_of(text: str, executor: Executor = EXECUTOR) -> str:
    return refusal(text, executor)[0]


def doubling_fragments(n: int) -> str:
    links = (f"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}" for i in range(n))
    return f"{{ ...F0 }} {' '.join(links)} fragment F{n} on Query {{ asOf }}"


def overlapping_fragments(n: int) -> str:
    spreads = " ".join(f"...F{i}" for i in range(n))
    each = "{ s: suppliers(first: 1) { edges { node { id name listed } } } }"
    return f"{{ {spreads} }} " + " ".join(f"fragment F{i} on Query {each}" for i in range(n))


def visits(text: str, limits: Limits, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many selections are measured, which is the work done for a document."""
    from schema.limits import shape  # noqa: PLC0415 -- the module whose work is counted

    count = 0
    measure = shape._Measure._of_one

    def counting(self: shape._Measure, selection: object) -> shape.Shape:
        nonlocal count
        count += 1
        return measure(self, selection)  # type: ignore[arg-type]

    monkeypatch.setattr(shape._Measure, "_of_one", counting)
    code_of(text, Executor(SCHEMA, limits))
    monkeypatch.undo()
    return count


@pytest.mark.parametrize("n", [18, 40, 100, 1000])
def test_fragments_that_double_are_refused(n: int) -> None:
    assert code_of(doubling_fragments(n)) in {"TOO_MANY_FIELDS", "TOO_MANY_FRAGMENTS", "TOO_MANY_TOKENS"}


def test_work_on_fragments_that_double_grows_with_their_number_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    roomy = dataclasses.replace(ROOMY, fields=2**1001, nesting=2_000)
    short, long = (visits(doubling_fragments(n), roomy, monkeypatch) for n in (100, 1000))
    assert (short, long) == (2 * 100 + 2, 2 * 1000 + 2)


def test_a_chain_of_fragments_is_measured_without_recursion() -> None:
    chain = " ".join(f"fragment F{i} on Query {{ ...F{i + 1} }}" for i in range(1500))
    text = f"{{ ...F0 }} {chain} fragment F1500 on Query {{ asOf }}"
    assert code_of(text, Executor(SCHEMA, ROOMY)) == "TOO_NESTED"
    assert sys.getrecursionlimit() <= 1500


@pytest.mark.parametrize("n", [15, 30, 50, 200])
def test_overlapping_fragments_are_refused_before_they_are_compared(n: int) -> None:
    assert code_of(overlapping_fragments(n)) in {"TOO_MANY_OVERLAPS", "TOO_MANY_ROOT_FIELDS", "TOO_MANY_TOKENS"}


def test_a_few_overlapping_fragments_are_answered() -> None:
    assert EXECUTOR.cost(Question(overlapping_fragments(8))).points == 1


def test_overlaps_under_overlaps_are_counted() -> None:
    inner = " ".join(["services { nodes { id } }"] * 6)
    assert code_of("{" + f"suppliers {{ nodes {{ {inner} }} }} " * 6 + "}") == "TOO_MANY_OVERLAPS"


def test_a_fragment_within_itself_is_told_with_the_way_round() -> None:
    code, message = refusal("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")
    assert code == "FRAGMENT_CYCLE"
    assert "A → B → A" in message


def test_depth_is_told_with_the_path_to_the_deepest_field() -> None:
    text = "{ suppliers { nodes {" + "services { nodes { supplier {" * 6 + "name" + "}}}" * 6 + "}}}"
    code, message = refusal(text)
    assert code == "TOO_DEEP"
    assert "21 levels deep at suppliers.nodes.services.nodes.supplier.services" in message
    assert message.split(";")[0].endswith(".supplier.name")


def test_depth_through_fragments_is_depth() -> None:
    below = "services { nodes { supplier {" * 4
    fragment = f"fragment F on Supplier {{ {below} name {'}}}' * 4} }}"
    text = "{ suppliers { nodes {" + "services { nodes { supplier {" * 3 + "...F" + "}}}" * 3 + "}}} " + fragment
    assert code_of(text) == "TOO_DEEP"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{" + " ".join(f"a{i}: asOf" for i in range(31)) + "}", "TOO_MANY_ROOT_FIELDS"),
        ("{ a: __schema { types { name } } b: __schema { types { name } } }", "TOO_MANY_ROOT_FIELDS"),
        ("{ suppliers { nodes {" + " ".join(f"a{i}: name" for i in range(101)) + "} } }", "TOO_MANY_ALIASES"),
        ("{ asOf" + " @skip(if: false)" * 101 + "}", "TOO_MANY_DIRECTIVES"),
        ("query Q" + " @a" * 101 + " { asOf }", "TOO_MANY_DIRECTIVES"),
        ("{ asOf }" + " ".join(f"fragment F{i} on Query {{ asOf }}" for i in range(51)), "TOO_MANY_FRAGMENTS"),
        ("{ suppliers { nodes {" + "name " * 2_000 + "} } }", "TOO_MANY_FIELDS"),
        ("{" + "asOf " * 33 + "}", "TOO_MANY_ROOT_FIELDS"),
        ("{ suppliers { nodes {" + "name " * 33 + "} } }", "TOO_MANY_OVERLAPS"),
        ("{" + "asOf " * 5_000 + "}", "TOO_MANY_TOKENS"),
        ("{ asOf" + " @a" * 10_000 + "}", "TOO_MANY_TOKENS"),
        ("{ asOf #" + "x" * 100_000 + "\n}", "TOO_LONG"),
        ("{a" * 900 + "}" * 900, "TOO_NESTED"),
        ("{a" * 2_000 + "}" * 2_000, "TOO_MANY_TOKENS"),
        ("{ node(id: " + "[" * 5_000 + "]" * 5_000 + ") { id } }", "TOO_MANY_TOKENS"),
        ("{ node(id: " + "[" * 1_000 + "]" * 1_000 + ") { id } }", "TOO_NESTED"),
        ("query ($a: " + "[" * 1_000 + "Int" + "]" * 1_000 + ") { asOf }", "TOO_NESTED"),
        ("{" + "... {" * 900 + "asOf" + "}" * 901, "TOO_NESTED"),
    ],
    ids=lambda value: value if value.isupper() else value[:24],
)
def test_one_more_than_a_limit_is_refused_under_its_own_code(text: str, code: str) -> None:
    assert code_of(text) == code


def test_a_limit_is_told_with_the_size_and_what_is_answered() -> None:
    _, message = refusal("{ asOf" + " @skip(if: false)" * 101 + "}")
    assert message == "The question has 101 directives; at most 100 are answered. Ask in several parts."


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("{ a(b: [1, {c: 2}]) }", 4),
        ('{ a(b: "[[[[", c: """ {{{ \\""" {{ """) } # ((((', 2),
        ('{ a(b: "\\"[[[[") }', 2),
        ('{ a(b: "") { c } }', 2),
        ("}}}}{", 0),
        ('{ a(b: "unended\n[[', 4),
    ],
)
def test_brackets_in_texts_and_comments_are_no_brackets(text: str, depth: int) -> None:
    assert deepest_brackets(parts_of(text)) == depth


@pytest.mark.parametrize("text", shipped_documents().values(), ids=shipped_documents())
def test_words_and_signs_are_counted_as_the_parser_counts_them(text: str) -> None:
    text = print_ast(parse(text))  # without comments, of which the parser counts some
    parse(text, max_tokens=len(parts_of(text)))
    with pytest.raises(GraphQLSyntaxError, match="more than"):
        parse(text, max_tokens=len(parts_of(text)) - 1)


def test_the_full_introspection_question_is_within_the_limits() -> None:
    text = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True
    )
    parse(text, max_tokens=Limits().tokens)
    assert EXECUTOR.cost(Question(text)).points == 10


def test_introspection_that_multiplies_is_not_valid() -> None:
    circular = "{ __schema { types {" + "fields { type {" * 6 + "name" + "}}" * 6 + "}}}"
    assert code_of(circular) == "NOT_VALID"
