"""graphql-core running one field, and one item of a list, after another: the order of errors is that of the question.

Run as it comes, graphql-core asks for all fields of an object at once, and which of several errors it meets first, and
whether it meets a second one before a null has risen over its place, depends on which statement ends first.
"""

from collections.abc import Sequence
from inspect import isawaitable
from typing import Any

from graphql import ExecutionResult, experimental_execute_incrementally, parse
from graphql.execution import Executor

from schema.context import Context
from schema.record import Root
from schema.schema import SCHEMA
from tests.schema.execution.operations import Operation


class InOrder(Executor[Any]):
    """No two resolvers at the same time."""

    def execute_fields(self, *given: Any) -> Any:  # noqa: ANN401 -- as graphql-core has it
        """As the fields of a mutation."""
        return self.execute_fields_serially(*given)

    def complete_iterable_value(self, *given: Any) -> Any:  # noqa: ANN401 -- as above
        """Item by item."""
        item_type, field_details_list, info, path, items, position_context = given

        async def completed() -> list[Any]:
            shown: list[Any] = []
            for number, item in enumerate(items):
                at = path.add_key(number, None)
                self.complete_list_item_value(item, shown, item_type, field_details_list, info, at, position_context)
                if self.is_awaitable(shown[-1]):
                    shown[-1] = await shown[-1]
            return shown

        return completed()


async def asked(operation: Operation, context: Context, executor: type[Executor[Any]] = Executor) -> ExecutionResult:
    """What graphql-core answers."""
    found: Any = experimental_execute_incrementally(
        SCHEMA._schema,
        parse(operation.text),
        root_value=Root(context.today),
        context_value=context,
        variable_values=dict(operation.variables),
        executor_class=executor,
    )
    return await found if isawaitable(found) else found


def told(result: ExecutionResult) -> Sequence[object]:
    """The errors of an answer: message, places, path, code, and what stands behind each."""
    return [(each.formatted, repr(each.original_error)) for each in result.errors or []]
