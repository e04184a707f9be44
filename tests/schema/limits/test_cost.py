"""What a question costs follows from its page sizes, and from nothing that is read."""

from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type, is_leaf_type

from auktor.core.limits import Limits
from schema.answering import Executor, Question, RequestError
from schema.limits.cost import _COSTS_A_DOCUMENT, Prices
from schema.limits.fields import Fields
from schema.limits.reads import _ONE, OF_A_REGISTER, OF_A_TYPE, awaits, declaration_of, is_connection
from schema.schema import SCHEMA

EXECUTOR = Executor(SCHEMA)
PAGE = "suppliers { nodes { name } }"


def nodes(text: str, **variables: Any) -> int:  # noqa: ANN401 -- values of variables
    return EXECUTOR.cost(Question(text, None, variables)).nodes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ asOf }", 0),
        ("{ suppliers(first: 3) { nodes { name } } }", 4),
        ("{ suppliers(last: 3) { edges { cursor node { name } } } }", 4),
        ("{ suppliers { nodes { name } } }", 51),
        ("{ suppliers(first: null) { nodes { name } } }", 51),
        ("{ suppliers(first: 3) { totalCount } }", 5),
        ("{ suppliers(first: 3) { nodes { services(first: 2) { nodes { name } } } } }", 4 + 3 * 3),
        ("{ services(first: 3) { nodes { supplier { name } } } }", 4 + 3),
        ("{ a: suppliers(first: 3) { nodes { name } } b: suppliers(first: 5) { nodes { name } } }", 4 + 6),
        ("{ register { suppliers(first: 3) { nodes { name } } } }", 4),
        ("{ suppliers(first: 3) { nodes { ... on Supplier { services(first: 2) { nodes { id } } } } } }", 13),
        ("{ ...F ...F } fragment F on Query { suppliers(first: 3) { nodes { name } } }", 8),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 3),
        ("{ suppliers(first: 1000000000) { nodes { name } } }", 101),
        ("{ suppliers(first: -1) { nodes { name } } }", 1),
        ("{ rateLimit { nodes } }", 0),
        ("{ ... @defer { asOf } }", 1),
        ("{ ...F @defer } fragment F on Query { suppliers(first: 3) { nodes { name } } }", 5),
        ("{ suppliers(first: 3) { nodes { name ... @defer { key } } } }", 4 + 3),
        ("{ suppliers(first: 3) { nodes @stream { name } } }", 4 + 3),
    ],
)
def test_rows_are_counted_from_page_sizes(text: str, expected: int) -> None:
    assert nodes(text) == expected


@pytest.mark.parametrize(("variables", "expected"), [({}, 8), ({"n": 3}, 4), ({"n": None}, 51), ({"n": "x"}, 51)])
def test_a_page_size_may_be_a_variable(variables: dict[str, object], expected: int) -> None:
    assert nodes(f"query ($n: Int = 7) {{ {PAGE.replace(' {', '(first: $n) {', 1)} }}", **variables) == expected


def test_a_cost_that_is_remembered_drives_out_the_oldest_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []
    right = Prices._counted
    monkeypatch.setattr(Prices, "_counted", lambda self, *asked: counted.append(asked) or right(self, *asked))
    text, most = "query ($n: Int) { suppliers(first: $n) { nodes { website } } }", _COSTS_A_DOCUMENT
    for size in (*range(most + 1), *range(1, most + 1)):
        nodes(text, n=size)
    assert len(counted) == most + 1
    assert nodes(text, n=0) == 1
    assert len(counted) == most + 2


def test_as_many_ids_are_read_as_a_variable_holds() -> None:
    assert nodes("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=["a", "b"]) == 2


def test_what_is_left_out_by_a_directive_costs_all_the_same() -> None:
    assert nodes("query ($n: Boolean!) { suppliers @include(if: $n) { nodes { name } } }", n=False) == 51


@pytest.mark.parametrize(("first", "points"), [(1, 1), (99, 1), (100, 2)])
def test_a_point_is_a_hundred_rows_begun_and_the_least_is_one(first: int, points: int) -> None:
    assert EXECUTOR.cost(Question(f"{{ suppliers(first: {first}) {{ nodes {{ name }} }} }}")).points == points


def test_a_question_that_costs_too_much_hears_its_cost_the_most_and_what_to_lower() -> None:
    executor = Executor(SCHEMA, Limits(points=50))
    with pytest.raises(RequestError) as error:
        executor.cost(Question("{ suppliers(first: 100) { nodes { services(first: 100) { nodes { id } } } } }"))
    told = error.value.errors[0]
    assert told["extensions"]["code"] == "COST_TOO_HIGH"
    assert told["message"] == (
        "The question may read 10,201 rows and costs 103 points; at most 50 are answered. "
        "Lower `first` of the outer lists, or ask for the inner ones by `node(id:)`."
    )


def test_every_list_or_sum_that_is_read_on_its_own_has_a_number_of_rows() -> None:
    known = Fields(SCHEMA._schema).known
    silent = [
        f"{type_name}.{name}"
        for type_name, each in SCHEMA._schema.type_map.items()
        if isinstance(each, GraphQLObjectType) and not is_connection(type_name)
        for name, field in each.fields.items()
        if awaits(field) and declaration_of(field) is None and not is_leaf_type(get_named_type(field.type))
        if (reads := known(type_name, name)) and reads.reading is _ONE and name not in OF_A_REGISTER
    ]
    assert silent == []


def test_every_number_of_rows_stands_beside_a_field_that_is_there() -> None:
    types = SCHEMA._schema.type_map
    named = [("Query", name) for name in OF_A_REGISTER if not name.startswith("__")]
    named += [(type_name, name) for type_name, _, name in (each.partition(".") for each in OF_A_TYPE)]
    assert [each for each in named if each[1] not in types[each[0]].fields] == []  # type: ignore[union-attr]
