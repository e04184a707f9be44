"""A subscription answered by graphql-core: its source of events, and the answer that each event gives."""

from collections.abc import AsyncGenerator, AsyncIterable
from inspect import isawaitable
from typing import Any, cast

import graphql
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema

from schema.answering.answer import Answer, Event, Question, RequestError, answered, told
from schema.context import Context
from schema.record import Root

# The library leaves the type of its executor's context open, which no strict checker takes.
_CORE: Any = graphql


async def events_of(
    schema: GraphQLSchema, document: DocumentNode, question: Question, context: Context
) -> AsyncGenerator[Event, None]:
    """An answer for each event, as long as there are any; RequestError where the subscription cannot begin."""
    executor = _CORE.Executor.build(
        schema,
        document,
        root_value=Root(context.today),
        context_value=context,
        raw_variable_values=dict(question.variables or {}),
        operation_name=question.operation,
    )
    if isinstance(executor, list):
        raise RequestError(told(error, "BAD_VARIABLE") for error in cast("list[GraphQLError]", executor))
    source = await _source(executor)
    try:
        async for event in source:
            yield Event(await _answer(executor, event), number_of(event))
    finally:
        await source.aclose()


def number_of(event: object) -> int | None:
    """The number in its log of what an event tells; None where it has none."""
    for name in ("sequence", "number"):
        found = getattr(event, name, None)
        if isinstance(found, int):
            return found
    return None


async def _source(executor: Any) -> AsyncGenerator[Any, None]:  # noqa: ANN401 -- as _CORE
    found = _CORE.create_source_event_stream(executor)
    source: AsyncIterable[Any] | ExecutionResult = await found if isawaitable(found) else found
    if isinstance(source, ExecutionResult):
        raise RequestError(told(error, "BAD_VALUE") for error in source.errors or ())
    return source  # type: ignore[return-value]  # pyright: ignore[reportReturnType] -- every resolver of ours is a generator


async def _answer(executor: Any, event: object) -> Answer:  # noqa: ANN401 -- as _CORE
    result = _CORE.execute_subscription_event(executor.build_per_event_executor(event))
    return answered(await result if isawaitable(result) else result)
