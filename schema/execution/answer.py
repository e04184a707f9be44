"""Answers by plan: an operation is compiled when it is first asked, and its plan kept for as long as it is asked for.

Stock graphql-core answers what has no plan, and asks anew where the database did not answer a plan.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
from graphql import GraphQLError
from graphql.execution.values import VariableValues, get_variable_values
from strawberry import Schema

from db.wire import TookTooLong, took_too_long
from schema.context import Context
from schema.execution.arguments import NO_VARIABLES
from schema.execution.operations import Operations
from schema.execution.plan import NotPlanned, Plan
from schema.execution.run import Result, run_plan
from schema.execution.sharing import Unconnected, shared
from schema.operation import Operation

MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Fallback:
    """Why stock execution must answer. `failed`: there was a plan, and the database did not answer it."""

    reason: str
    failed: bool = False


class Planner:
    """Answers validated operations of one schema by plan where it can. `answered` counts how questions ended."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self.answered: Counter[str] = Counter()

    async def execute_planned(
        self, operations: Operations, context: Context, variables: Mapping[str, Any] | None, operation: str | None
    ) -> bytes | Fallback:
        """The answer as JSON, or why stock execution must give it."""
        answer = await self.planned(operations, context, variables, operation)
        return answer if isinstance(answer, Fallback) else orjson.dumps(answer.formatted)

    async def planned(
        self,
        operations: Operations,
        context: Context,
        variables: Mapping[str, Any] | None,
        operation: str | None,
        *,
        compared: bool = False,
    ) -> Result | Fallback:
        """The answer, its `data` ready to be written as JSON, or why stock execution must give it.

        `compared`: whoever asks compares the state of the register before and after, so statements share no snapshot.
        """
        answer = self._planned(operations, variables or {}, operation)
        if isinstance(answer, Planned):
            try:
                answer = await _run(*answer, context, compared=compared)
            except Exception as error:  # noqa: BLE001 -- whatever it is, stock execution meets it again and tells of it
                answer = _failed(error)
        self.answered[_ending(answer)] += 1
        return answer

    def _planned(
        self, operations: Operations, inputs: Mapping[str, Any], name: str | None
    ) -> "Planned | Result | Fallback":
        """What is to be run; or the answer, where it is one without that, or why there is nothing to run."""
        operation = operations.named.get(name)
        if operation is None:
            return Fallback("the document has no such operation")
        values = self._variables(operation, inputs)
        if isinstance(values, list):
            return Result(None, values)
        plan = operations.plan(self._schema, name, values)
        return Fallback(plan.reason) if isinstance(plan, NotPlanned) else Planned(plan, values)

    def _variables(self, operation: Operation, inputs: Mapping[str, Any]) -> VariableValues | list[GraphQLError]:
        if not operation.variables:
            return NO_VARIABLES
        schema = self._schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
        return get_variable_values(schema, operation.variables, dict(inputs), MOST_ERRORS)


class Planned(NamedTuple):
    """A plan, and the variables to run it with."""

    plan: Plan
    values: VariableValues


async def _run(plan: Plan, values: VariableValues, context: Context, *, compared: bool) -> Result:
    """Run a plan on a connection of its own; the resolvers it calls read from the same."""
    if plan.calls:
        async with shared(context) as (both, own):
            return await run_plan(plan, both, own, values)
    if not plan.statements:
        return await run_plan(plan, Unconnected(), context, values)
    snapshot = plan.statements > 1 and not compared
    async with context.database.wire.lent(snapshot=snapshot, general=plan.general) as connection:
        return await run_plan(plan, connection, context, values)


def _failed(error: Exception) -> Result | Fallback:
    if TookTooLong.is_cause_of(error):  # stock execution would only take as long again
        return Result(None, [GraphQLError("", original_error=took_too_long())])
    return Fallback(f"{type(error).__name__}: {error}", failed=True)


def _ending(answer: Result | Fallback) -> str:
    if isinstance(answer, Fallback):
        return "failed" if answer.failed else "not planned"
    return "planned"
