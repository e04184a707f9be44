"""What a plan reads, and what has none."""

import random
from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from graphql import ExecutionResult, get_operation_ast, parse
from graphql.execution.values import VariableValues, get_variable_values

from db.engine import Database
from schema.context import Context
from schema.execution import statements
from schema.execution.answer import Planner
from schema.execution.compile import compile_operation
from schema.execution.explain import explain
from schema.execution.measured import measured
from schema.execution.operations import Operations
from schema.execution.plan import NotPlanned, Plan
from schema.execution.steps import steps
from schema.schema import SCHEMA
from tests.schema.execution.operations import Drawing, Values

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def planned(text: str) -> Plan:
    plan = compile_operation(SCHEMA, parse(text))
    assert isinstance(plan, Plan), plan
    return plan


def sql_of(text: str) -> list[str]:
    return [step.statement.sql for step in steps(planned(text)) if step.statement]


def test_a_plan_says_what_each_statement_answers() -> None:
    told = explain(
        planned("query Who { suppliers(first: 5) { totalCount nodes { name services { nodes { name } } } } }")
    )
    assert told.splitlines() == [
        "Who: 3 statements",
        "  1  suppliers(first: 5), counted",
        "  2  suppliers(first: 5) → Supplier  reads name, id",
        "  3    services by id → Service  reads name",
    ]


def test_a_resolver_that_is_called_is_a_step_of_the_plan() -> None:
    text = '{ search(text: "e") { reason object { ... on Supplier { services { totalCount } } } } vocabulary { code } }'
    assert explain(planned(text)).splitlines() == [
        "query: 1 statement, 1 resolver",
        '  1  search(text: "e") → SearchHit, by its resolver',
        "  2    services by id, counted",
    ]


def test_only_the_facts_asked_for_are_read() -> None:
    (sql,) = sql_of("{ regulations { nodes { title } } }")
    assert "regulation.title" in sql
    assert "case_number" not in sql
    assert "regulation_identity" not in sql


def test_rows_are_counted_only_where_the_total_is_asked_for() -> None:
    assert not any("count(*)" in each for each in sql_of("{ suppliers { nodes { name } } }"))
    assert [("count(*)" in each) for each in sql_of("{ suppliers { totalCount } }")] == [True]


def test_no_statement_has_sqlalchemy_make_ready_for_objects_of_every_class() -> None:
    told: Any = statements._telling(sa.select(sa.null()))
    assert [*told.selected_columns.keys()][-1] == "revision"
    assert "compile_state_plugin" not in told._propagate_attrs


def test_a_level_of_many_parents_is_one_statement() -> None:
    sql = sql_of("{ suppliers { nodes { services { nodes { name } } } } }")
    assert len(sql) == 2
    assert "= ANY (" in sql[1]


def test_what_rows_refer_to_is_joined_after_the_page_is_cut() -> None:
    text = "{ actorAgreements { nodes { actor { name } terms { authorisationSystem { authority { name } } } } } }"
    (step,) = steps(planned(text))
    assert step.statement
    assert "actor.name" in step.reads
    assert "terms.authorisationSystem.authority.name" in step.reads
    assert step.statement.sql.index("LIMIT") < step.statement.sql.index("JOIN LATERAL")


def test_what_is_left_out_by_skip_is_not_read() -> None:
    (sql,) = sql_of("{ regulations { nodes { title caseNumber @skip(if: true) } } }")
    assert "case_number" not in sql


def test_every_question_of_the_register_has_a_plan() -> None:
    query = SCHEMA._schema.query_type
    assert query
    for name in query.fields:
        text, values = drawn(name)
        assert isinstance(compile_operation(SCHEMA, parse(text), None, values), Plan), text


def drawn(name: str) -> tuple[str, VariableValues]:
    """A random question of one field, whose variables are in order."""
    for seed in range(99):
        chance = random.Random(seed)  # noqa: S311 -- the same in every run
        known = Values(["Supplier:a", "PublicActor:a", "Service:a"], ["5568405390"])
        operation = Drawing(SCHEMA._schema, known, chance).asking(name)
        asked = get_operation_ast(parse(operation.text))
        assert asked
        values = get_variable_values(SCHEMA._schema, asked.variable_definitions or (), dict(operation.variables))
        if isinstance(values, VariableValues):
            return operation.text, values
    raise AssertionError(name)


def test_an_operation_that_tells_of_the_schema_has_no_plan() -> None:
    assert compile_operation(SCHEMA, parse("{ __schema { queryType { name } } }")) == NotPlanned(
        "__schema tells of the schema itself"
    )


async def test_values_of_variables_share_one_statement(register: Database) -> None:
    planner = Planner(SCHEMA)
    document = Operations.of(
        parse("query ($name: String) { suppliers(filter: {name: {contains: $name}}, listed: null) { totalCount } }")
    )
    answers = [
        await planner.execute_planned(document, Context(register, NOW), {"name": each}, None)
        for each in ("Freja", "zz")
    ]
    assert answers == [
        b'{"data":{"suppliers":{"totalCount":1}}}',
        b'{"data":{"suppliers":{"totalCount":0}}}',
    ]


async def test_what_every_statement_gives_and_costs_is_told_by_asking(register: Database) -> None:
    told = await measured(
        planned("{ suppliers(first: 2) { nodes { key } } statistics { services { kind } } }"), at(register)
    )
    first, *lines = told.splitlines()
    numbers = [line.split()[:3] for line in lines]
    assert first == "run now: 2 statements"
    assert numbers == [["1", "3", "rows"], ["2", "9", "rows"]]
    assert lines[0].endswith("suppliers(first: 2) → Supplier")
    assert lines[1].endswith("of a resolver: from service")


async def test_what_needs_no_row_is_answered_without_a_database() -> None:
    gone = Database("postgresql+asyncpg://nobody@127.0.0.1:1/nowhere")
    answer = await Planner(SCHEMA).planned(Operations.of(parse("{ viewer { role } asOf }")), at(gone), None, None)
    assert isinstance(answer, ExecutionResult)
    assert answer.data == {"viewer": {"role": "anonymous"}, "asOf": "2026-11-23"}


DEEP = {
    "a list": ("{ suppliers { nodes { name } } }", 1),
    "lists in a list": ("{ suppliers { nodes { services { nodes { name } } agreements { nodes { status } } } } }", 3),
    "references of a list, joined": ("{ actorAgreements { nodes { actor { name } terms { label } } } }", 1),
    "a group": ("{ publicActorsAggregate(groupBy: [CATEGORY]) { groupBy { category } count } }", 1),
    "two statistics": ("{ statistics { services { kind services } connections { month actors } } }", 2),
    "volumes": ("{ volumes { nodes { month quantity } edges { cursor } pageInfo { endCursor } } }", 1),
    "a search, and what it found": (
        '{ search(text: "e") { object { ... on Supplier { services { nodes { name } } } } } }',
        4,  # the hits, the suppliers and the services among them, and those services
    ),
    "a fee estimate, and the tiers of its rules": (
        """{ feeEstimate(input: {system: E_IDENTIFICATION, from: "2026-01-01", to: "2026-02-01",
        volumes: [{item: IDENTIFICATION, quantity: 1}]}) { lines { rule { tiers { nodes { amountSek } } } } } }""",
        3,  # the rules, their tiers, and the tiers that are shown
    ),
    "editions": ("{ editions { nodes { number files { path } } } }", 1),
    "changes": ("{ changes(first: 3) { nodes { kind key } } }", 1),
    "the words of the closed lists": ("{ vocabulary { code label } }", 0),
    "who asks": ("{ viewer { role } }", 0),
}


@pytest.mark.parametrize("what", DEEP)
async def test_a_question_takes_a_statement_a_level_whatever_its_rows(what: str, register: Database) -> None:
    text, statements = DEEP[what]
    told = await measured(planned(text), at(register))
    assert len(told.splitlines()) - 1 == statements, told


def at(database: Database) -> Context:
    return Context(database, NOW)
