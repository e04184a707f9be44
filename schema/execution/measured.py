"""What a question costs when it is asked: each statement as it is run, those of resolvers too, with its rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from graphql.execution.values import VariableValues
from sqlalchemy import event

from resolvers.batch import PARENT, PARENTS
from schema.context import Context
from schema.execution.arguments import NO_VARIABLES
from schema.execution.plan import Plan
from schema.execution.run import run_plan
from schema.execution.sharing import shared
from schema.execution.steps import Step, steps

_WITHIN = re.compile(r"\([^()]*\)")
_FROM = re.compile(r"FROM\s+(?:AS )?(\w+)")


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement that was run, with its values and how many rows it gave."""

    sql: str
    values: Sequence[Any]
    rows: int


async def measured(plan: Plan, context: Context, variables: VariableValues = NO_VARIABLES) -> str:
    """Ask, and tell of each statement in turn: what it answered, its rows, and its cost as PostgreSQL reckons it."""
    written = [step for keys in (PARENT, PARENTS) for step in steps(plan, variables, keys)]
    known = {step.statement.sql: step for step in written if step.statement}
    async with shared(context) as (both, own):
        sent: list[Sent] = []

        def after(_connection: sa.Connection, cursor: Any, sql: str, values: Any, *_more: object) -> None:  # noqa: ANN401 -- the driver's
            sent.append(Sent(sql, tuple(values), cursor.rowcount))

        event.listen(both.snapshot.connection.sync_connection, "after_cursor_execute", after)
        await run_plan(plan, both, own, variables)
        told = [*sent]
        costs = [await _cost(both, each) for each in told]
    lines = [_line(number, *each, known) for number, each in enumerate(zip(told, costs, strict=True), 1)]
    return "\n".join([f"run now: {len(lines)} statement{'' if len(lines) == 1 else 's'}", *lines])


async def _cost(both: Any, sent: Sent) -> float:  # noqa: ANN401 -- a shared connection
    ((answer,),) = await both.fetch(f"EXPLAIN (FORMAT JSON) {sent.sql}", *sent.values)
    plan: Any = orjson.loads(answer) if isinstance(answer, str) else answer
    return float(plan[0]["Plan"]["Total Cost"])


def _line(number: int, sent: Sent, cost: float, known: Mapping[str, Step]) -> str:
    step = known.get(sent.sql)
    what = f"{'  ' * step.depth}{step.what}" if step else f"of a resolver: from {_source(sent.sql)}"
    return f"{number:>3}  {sent.rows:>6} rows  cost {cost:>10,.2f}  {what}"


def _source(sql: str) -> str:
    """What a statement reads from, first of all; nothing that stands in brackets."""
    while (outer := _WITHIN.sub("", sql)) != sql:
        sql = outer
    found = _FROM.search(sql)
    return found[1] if found else "nothing"
