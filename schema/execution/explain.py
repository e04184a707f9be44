"""A plan in words: its levels, the statement of each, and what PostgreSQL expects it to cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import orjson
from graphql.execution.values import VariableValues

from db.visibility import ANYONE
from schema.execution.arguments import NO_VARIABLES
from schema.execution.plan import Constant, Day, Identities, Level, Moved, One, Page, Plan, Root, Single
from schema.execution.statements import (
    Statement,
    count_statement,
    found_statement,
    one_statement,
    page_statement,
    versions_statement,
)

NO_PARENTS: Sequence[object] = ()


class Connection(Protocol):
    """What `estimated` asks of a connection: asyncpg's way of reading one value."""

    async def fetchval(self, query: str, *args: object) -> object:
        """The first value of the first row."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of a plan: how deep it stands, what it answers, which facts it reads, its SQL and its values."""

    depth: int
    what: str
    reads: tuple[str, ...]
    statement: Statement
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What PostgreSQL's planner expects of a statement: rows, and cost in its own unit."""

    rows: float
    cost: float


def steps(plan: Plan, variables: VariableValues = NO_VARIABLES) -> Iterator[Step]:
    """Every statement of a plan, in the order they are run."""
    yield from _in_root(plan.root, variables, 0)


def explain(plan: Plan, variables: VariableValues = NO_VARIABLES) -> str:
    """The plan as an indented list: what each statement answers, and the facts it reads."""
    found = list(steps(plan, variables))
    lines = [f"{plan.name or 'query'}: {len(found)} statement{'' if len(found) == 1 else 's'}"]
    for number, step in enumerate(found, 1):
        reads = f"  reads {', '.join(step.reads)}" if step.reads else ""
        lines.append(f"{number:>3}  {'  ' * step.depth}{step.what}{reads}")
    return "\n".join(lines)


async def estimated(step: Step, connection: Connection, on: date) -> Estimate:
    """What PostgreSQL expects of one statement on a day; a level below the first is planned without parents."""
    arguments = step.statement.arguments({**step.values, "as_of": on, "known_at": None})
    answer: Any = await connection.fetchval(f"EXPLAIN (FORMAT JSON) {step.statement.sql}", *arguments)
    plan = orjson.loads(answer)[0]["Plan"]
    return Estimate(plan["Plan Rows"], plan["Total Cost"])


def _in_root(root: Root, variables: VariableValues, depth: int) -> Iterator[Step]:
    for name, each in root.fields.items():
        if isinstance(each, Page):
            yield from _in_page(name, each, variables, depth)
        elif isinstance(each, Single):
            yield from _in_single(name, each, variables, depth)
        elif isinstance(each, Identities):
            for branch in each.branches.values():
                yield from _in_one(f"{name}({each.arguments.text}) by key", branch, variables, depth)
        elif isinstance(each, Moved):
            yield from _in_root(each.root, variables, depth + 1)
        else:
            assert isinstance(each, Constant | Day)  # noqa: S101 -- neither reads


def _in_single(name: str, given: Single, variables: VariableValues, depth: int) -> Iterator[Step]:
    asked = given.declared.ask(**given.arguments.values(variables))
    names = tuple(given.level.names)
    statement = found_statement(given.declared, given.level.columns(), tuple(asked), ANYONE, known=False)
    yield Step(depth, f"{name}{_said(given)} → {given.shown.type_name}", names, statement, asked)
    yield from _below(given.level, variables, depth + 1)


def _in_page(name: str, given: Page, variables: VariableValues, depth: int) -> Iterator[Step]:
    asking, model = given.asking(variables), given.declared.model.__name__
    values = {**asking.values, "parents": NO_PARENTS}
    what = f"{name}{_said(given)} → {model}"
    if given.counts:
        counted = count_statement(given.declared, asking.shape, ANYONE, known=False)
        yield Step(depth, f"{name}{_said(given)}, counted", (), counted, values)
    if given.reads:
        columns = given.level.columns(cursors=given.marks)
        statement = page_statement(given.declared, columns, asking.shape, ANYONE, known=False)
        yield Step(depth, what, tuple(given.level.names), statement, values)
    yield from _below(given.level, variables, depth + 1)


def _below(level: Level, variables: VariableValues, depth: int) -> Iterator[Step]:
    for child in level.children:
        by, part = level.names[child.place], child.part
        if isinstance(part, Page):
            yield from _in_page(f"{child.name} by {by}", part, variables, depth)
        elif isinstance(part, One):
            yield from _in_one(f"{child.name} by {by}", part, variables, depth)
        else:
            statement, _ = versions_statement(part.model, ANYONE, known=False)  # pyright: ignore[reportArgumentType] -- a class is hashable
            yield Step(depth, f"{child.name} by {by} → {part.model.__name__}", (), statement, {"parents": NO_PARENTS})


def _in_one(what: str, given: One, variables: VariableValues, depth: int) -> Iterator[Step]:
    names = tuple(given.level.names)
    statement = one_statement(given.declared, given.level.columns(), ANYONE, known=False)
    yield Step(depth, f"{what} → {given.shown.type_name}", names, statement, {"parents": NO_PARENTS})
    yield from _below(given.level, variables, depth + 1)


def _said(given: Page | Single) -> str:
    return f"({given.arguments.text})" if given.arguments.text else ""
