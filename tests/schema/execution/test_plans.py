"""What a plan reads, and what has none."""

from datetime import UTC, date, datetime

import pytest
from graphql import parse

from db.engine import Database
from schema.context import Context
from schema.execution.answer import Fallback, Planner
from schema.execution.compile import compile_operation
from schema.execution.explain import estimated, explain, steps
from schema.execution.plan import NotPlanned, Plan
from schema.schema import SCHEMA

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def planned(text: str) -> Plan:
    plan = compile_operation(SCHEMA, parse(text))
    assert isinstance(plan, Plan), plan
    return plan


def sql_of(text: str) -> list[str]:
    return [step.statement.sql for step in steps(planned(text))]


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


def test_only_the_facts_asked_for_are_read() -> None:
    (sql,) = sql_of("{ regulations { nodes { title } } }")
    assert "regulation.title" in sql
    assert "case_number" not in sql
    assert "regulation_identity" not in sql


def test_rows_are_counted_only_where_the_total_is_asked_for() -> None:
    assert not any("count(*)" in each for each in sql_of("{ suppliers { nodes { name } } }"))
    assert [("count(*)" in each) for each in sql_of("{ suppliers { totalCount } }")] == [True]


def test_a_level_of_many_parents_is_one_statement() -> None:
    sql = sql_of("{ suppliers { nodes { services { nodes { name } } } } }")
    assert len(sql) == 2
    assert "= ANY (" in sql[1]


def test_what_rows_refer_to_is_joined_after_the_page_is_cut() -> None:
    text = "{ actorAgreements { nodes { actor { name } terms { authorisationSystem { authority { name } } } } } }"
    (step,) = steps(planned(text))
    assert "actor.name" in step.reads
    assert "terms.authorisationSystem.authority.name" in step.reads
    assert step.statement.sql.index("LIMIT") < step.statement.sql.index("JOIN LATERAL")


def test_what_is_left_out_by_skip_is_not_read() -> None:
    (sql,) = sql_of("{ regulations { nodes { title caseNumber @skip(if: true) } } }")
    assert "case_number" not in sql


def test_an_operation_that_tells_of_the_schema_has_no_plan() -> None:
    assert compile_operation(SCHEMA, parse("{ __schema { queryType { name } } }")) == NotPlanned(
        "__schema tells of the schema itself"
    )


async def test_values_of_variables_share_one_statement(register: Database) -> None:
    planner = Planner(SCHEMA)
    document = parse(
        "query ($name: String) { suppliers(filter: {name: {contains: $name}}, listed: null) { totalCount } }"
    )
    answers = [
        await planner.execute_planned(document, Context(register, NOW), {"name": each}, None)
        for each in ("Freja", "zz")
    ]
    assert answers == [
        b'{"data":{"suppliers":{"totalCount":1}}}',
        b'{"data":{"suppliers":{"totalCount":0}}}',
    ]


async def test_a_refused_page_is_handed_back_and_counted(register: Database) -> None:
    planner = Planner(SCHEMA)
    answer = await planner.execute_planned(
        parse("{ suppliers(first: 0) { totalCount } }"), Context(register, NOW), None, None
    )
    assert isinstance(answer, Fallback)
    assert answer.failed
    assert planner.answered == {"failed": 1}


@pytest.mark.parametrize("text", ["{ suppliers { nodes { history { validFrom } actors: services { totalCount } } } }"])
async def test_postgresql_tells_what_it_expects_of_every_step(register: Database, text: str) -> None:
    async with register.wire.lent(snapshot=False) as connection:
        costs = [(await estimated(step, connection, date(2026, 11, 23))).cost for step in steps(planned(text))]
    assert len(costs) == 3
    assert all(cost > 0 for cost in costs)
