"""What a question defers or streams comes later, and all of it is what the whole answer would have said."""

import asyncio
import random
import re
from collections.abc import AsyncGenerator, Mapping
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from graphql import parse, validate

from db.engine import Database
from db.visibility import ANYONE
from schema.answering import Executor, Part, Question, RequestError
from schema.context import Context
from schema.schema import SCHEMA, execute
from tests.publish.small_register import actor, describe
from tests.schema.execution.operations import Drawing, Operation
from tests.schema.execution.test_sameness import NOW, VIEWERS
from tests.schema.execution.test_sameness import _values as values_of

EXECUTOR = Executor(SCHEMA)
TWO_LEVELS = "suppliers(first: 4) { nodes { key ... @defer { services { nodes { key } } } } }"
STREAMED = "suppliers(first: 4) { nodes @stream(initialCount: 1) { key services { nodes { key } } } }"


async def parts(context: Context, text: str, variables: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    question = Question(text, None, variables)
    return [dict(event.answer.as_json()) async for event in EXECUTOR.events(question, context)]


def merged(given: list[dict[str, Any]]) -> tuple[Any, list[Any]]:
    """The answer that the parts make together, as a client would put them together; and the errors of all."""
    data, errors = given[0]["data"], list(given[0].get("errors", []))
    paths: dict[str, list[Any]] = {}
    for part in given:
        paths |= {each["id"]: each["path"] for each in part.get("pending", [])}
        for each in part.get("incremental", []):
            errors += each.get("errors", [])
            place = at(data, [*paths[each["id"]], *each.get("subPath", [])])
            place.extend(each["items"]) if "items" in each else join(place, each["data"])
        errors += [error for each in part.get("completed", []) for error in each.get("errors", [])]
    return data, errors


def at(data: Any, path: list[Any]) -> Any:  # noqa: ANN401 -- whatever stands there
    for step in path:
        data = data[step]
    return data


def join(place: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(place.get(name), dict):
            join(place[name], cast("dict[str, Any]", value))
        else:
            place[name] = value


@pytest.fixture
def counted(register_database: str) -> AsyncGenerator[tuple[Database, list[str]], None]:
    return _counted(register_database)


async def _counted(url: str) -> AsyncGenerator[tuple[Database, list[str]], None]:
    told: list[str] = []
    database = Database(url, on_statement=lambda text, _seconds: told.append(text))
    yield database, told
    await database.close()


async def test_what_is_deferred_comes_after_the_rest(register: Database) -> None:
    text = '{ authorisationSystems(first: 1) { nodes { code ... @defer(label: "more") { key } } } asOf }'
    first, last = await parts(Context(register, NOW), text)
    assert first == {
        "data": {"authorisationSystems": {"nodes": [{"code": "DIGITAL_POST"}]}, "asOf": "2026-11-23"},
        "pending": [{"id": "0", "path": ["authorisationSystems", "nodes", 0], "label": "more"}],
        "hasNext": True,
    }
    assert last["incremental"] == [{"data": {"key": "DIGITAL_POST"}, "id": "0"}]
    assert (last["completed"], last["hasNext"]) == ([{"id": "0"}], False)


@pytest.mark.parametrize("most", [4, pytest.param(300, marks=pytest.mark.proof)])
async def test_random_questions_say_in_parts_what_they_say_whole(register: Database, most: int) -> None:
    chance, values, compared = random.Random(704), await values_of(register), 0  # noqa: S311 -- the same each time
    schema = SCHEMA._schema
    while compared < most:
        drawn = Drawing(schema, values, chance).operation()
        operation = Operation(_deferring(drawn.text, chance), drawn.variables)
        if "@" not in operation.text or validate(schema, parse(operation.text)):
            continue
        context = Context(register, NOW, chance.choice(VIEWERS))
        whole = await execute(drawn.text, context, dict(drawn.variables))
        if whole.errors or not EXECUTOR.comes_in_parts(Question(operation.text, None, operation.variables)):
            continue
        data, errors = merged(await parts(context, operation.text, operation.variables))
        assert (errors, data) == ([], whole.data), operation.text
        compared += 1


def _deferring(text: str, chance: random.Random) -> str:
    """The same question with some of its inline fragments deferred and some of its lists streamed."""
    text = re.sub(r"(\.\.\. on \w+)", lambda found: found[0] + chance.choice(["", " @defer"]), text)
    text = re.sub(r"(\.\.\.(?! ?on)\w+)", lambda found: found[0] + chance.choice(["", " @defer"]), text)
    return re.sub(r"\b(nodes|edges) \{", lambda found: found[1] + chance.choice([" ", " @stream "]) + "{", text)


@pytest.mark.parametrize("text", [TWO_LEVELS, STREAMED], ids=["deferred", "streamed"])
async def test_the_parts_are_read_in_one_snapshot_with_a_statement_a_level(
    counted: AsyncGenerator[tuple[Database, list[str]], None], text: str
) -> None:
    async for database, told in counted:
        assert len(await parts(Context(database, NOW), f"{{ {text} }}")) > 1
        assert [each.split(" ")[0] for each in told] == ["SET", "SELECT", "SELECT"]


async def test_a_snapshot_does_not_see_what_is_recorded_meanwhile(fresh_database: str) -> None:
    database = Database(fresh_database)
    async with Context(database, datetime.now(UTC)).one_snapshot() as within:
        assert await _actors(within) == 0
        await describe(database, actor("late", "Late", "MUNICIPALITY"))
        assert await _actors(within) == 0
    assert await _actors(Context(database, datetime.now(UTC))) == 1
    await database.close()


async def _actors(context: Context) -> int:
    return int((await execute("{ publicActors { totalCount } }", context)).data["publicActors"]["totalCount"])


async def test_a_client_that_takes_its_parts_slowly_keeps_no_connection(register: Database) -> None:
    answer = EXECUTOR.parts(Question(f"{{ {TWO_LEVELS} }}"), Context(register, NOW))
    assert isinstance(await anext(answer), Part)
    while register.pools()["write"].lent:
        await asyncio.wait([asyncio.ensure_future(asyncio.sleep(0))])
    assert [part async for part in answer] != []


async def test_an_error_in_what_is_deferred_is_told_as_every_error_is(register: Database) -> None:
    last = (await parts(Context(register, NOW), "{ asOf ... @defer { suppliers(first: 0) { totalCount } } }"))[-1]
    (error,) = last["completed"][0]["errors"]
    assert (error["extensions"]["code"], error["path"]) == ("BAD_PAGE", ["suppliers"])


async def test_what_no_one_foresaw_is_told_by_a_reference_alone(
    register: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise ZeroDivisionError("secret")

    context = Context(register, NOW)
    answer = EXECUTOR.parts(Question("{ asOf ... @defer { suppliers { totalCount } } }"), context)
    monkeypatch.setattr("schema.execution.stock.count_rows", fails)
    told = [part.as_json() async for part in answer]
    assert "INTERNAL_ERROR" in str(told)
    assert "secret" not in str(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("query ($later: Boolean = false) { ... @defer(if: $later) { asOf } }", False),
        ("query ($later: Boolean = true) { ... @defer(if: $later) { asOf } }", True),
        ("{ suppliers { nodes @stream(if: false) { key } } }", False),
        ("{ ...F @defer } fragment F on Query { asOf }", True),
        ("{ asOf }", False),
    ],
)
def test_a_question_defers_what_its_condition_says(text: str, *, expected: bool) -> None:
    assert EXECUTOR.comes_in_parts(Question(text)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "subscription { registerChanged { sequence ... @defer { key } } }",
        "{ suppliers @stream { nodes { key } } }",
        '{ node(id: "Supplier:x") @stream { id } }',
        '{ ... @defer(label: "x") { asOf } ... @defer(label: "x") { asOf } }',
    ],
)
def test_what_cannot_come_later_is_not_valid(text: str) -> None:
    with pytest.raises(RequestError) as refused:
        EXECUTOR.cost(Question(text), streams=True)
    assert refused.value.errors[0].get("extensions", {}).get("code") == "NOT_VALID"


async def test_one_who_takes_no_parts_is_answered_whole_and_by_plan(register: Database) -> None:
    executor = Executor(SCHEMA)
    answer = await executor.answer(Question(f"{{ {TWO_LEVELS} }}"), Context(register, NOW, ANYONE))
    plain = await executor.answer(Question(f"{{ {TWO_LEVELS.replace('@defer', '')} }}"), Context(register, NOW))
    assert answer == plain
    assert executor.planner.answered["planned"] == 2
