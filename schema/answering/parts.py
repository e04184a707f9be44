"""Answers in parts: what a question defers (`@defer`) and streams (`@stream`) comes after the rest of its answer.

All parts are of one moment: they are read in one snapshot of the database, over one connection. That connection is
given back as soon as all is read, however slowly the parts are taken, so the parts that are not yet taken wait in
memory, as a whole answer would.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from inspect import isawaitable
from typing import Any

import graphql
from graphql import (
    REMOVE,
    DirectiveNode,
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationType,
    Visitor,
    value_from_ast_untyped,
    visit,
)

from schema.answering.answer import Answer, Json, Part, Question, answered, told
from schema.context import Context
from schema.operation import Operation
from schema.record import Root

DEFER, STREAM = "defer", "stream"
# As in `streaming.py`: the library's own types are not whole.
_CORE: Any = graphql


def defers(document: DocumentNode, operation: Operation, variables: Mapping[str, Json] | None) -> bool:
    """Whether an answer comes in parts: a query that defers or streams something, with these variables."""
    found = _Found()
    visit(document, found)
    values = {**operation.defaults(), **(variables or {})}
    return operation.kind is OperationType.QUERY and any(_holds(each, values) for each in found.directives)


def may_defer(text: str) -> bool:
    """Whether a document of this text may have one of the two directives; other names may look like them."""
    return DEFER in text or STREAM in text


def whole(document: DocumentNode) -> DocumentNode:
    """The same document, asking for the answer in one piece."""
    changed: DocumentNode = visit(document, _Without())
    return changed


async def parts_of(
    schema: GraphQLSchema, document: DocumentNode, question: Question, context: Context, most_errors: int
) -> AsyncGenerator[Answer | Part, None]:
    """The parts of an answer, the first with all that waits for nothing; or the answer, where nothing was deferred."""
    read: asyncio.Queue[Answer | Part | None] = asyncio.Queue()

    async def read_all() -> None:
        try:
            async with (
                context.one_snapshot() as within,
                aclosing(_executed(schema, document, question, within, most_errors)) as parts,
            ):
                async for part in parts:
                    read.put_nowait(part)
        finally:
            read.put_nowait(None)

    reading = asyncio.create_task(read_all())
    try:
        while (part := await read.get()) is not None:
            yield part
        await reading
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def _executed(
    schema: GraphQLSchema, document: DocumentNode, question: Question, context: Context, most_errors: int
) -> AsyncGenerator[Answer | Part, None]:
    found = _CORE.experimental_execute_incrementally(
        schema,
        document,
        root_value=Root(context.today),
        context_value=context,
        variable_values=dict(question.variables or {}),
        operation_name=question.operation,
        max_coercion_errors=most_errors,
        # The objects of a streamed list are then read together, and not one after the other.
        enable_early_execution=_streams(document),
    )
    result = await found if isawaitable(found) else found
    if isinstance(result, ExecutionResult):
        yield answered(result)
        return
    first = result.initial_result
    yield Part({**_told(first.errors), "data": first.data, "pending": _formatted(first.pending), "hasNext": True})
    async for each in result.subsequent_results:
        yield Part(
            {
                **({"pending": _formatted(each.pending)} if each.pending else {}),
                **({"incremental": _formatted(each.incremental)} if each.incremental else {}),
                **({"completed": _formatted(each.completed)} if each.completed else {}),
                "hasNext": each.has_next,
            }
        )


def _formatted(results: Any) -> list[dict[str, object]]:  # noqa: ANN401 -- as _CORE
    """Results as the library writes them, but for their errors, which are told as those of every answer."""
    return [{**each.formatted, **_told(getattr(each, "errors", None))} for each in results]


def _told(errors: list[GraphQLError] | None) -> dict[str, object]:
    return {"errors": [told(error, None) for error in errors]} if errors else {}


def _streams(document: DocumentNode) -> bool:
    found = _Found()
    visit(document, found)
    return any(each.name.value == STREAM for each in found.directives)


def _holds(directive: DirectiveNode, values: Mapping[str, object]) -> bool:
    """Whether a directive does what it says: its `if` is true where nothing is given."""
    given = (value_from_ast_untyped(each.value, dict(values)) for each in _conditions(directive))
    return next(given, True) is not False


def _conditions(directive: DirectiveNode) -> Iterator[Any]:
    yield from (each for each in directive.arguments or () if each.name.value == "if")


class _Found(Visitor):
    """Every directive that defers or streams."""

    def __init__(self) -> None:
        super().__init__()
        self.directives: list[DirectiveNode] = []

    def enter_directive(self, node: DirectiveNode, *_where: Any) -> None:  # noqa: ANN401 -- as the library calls it
        """Note one."""
        if node.name.value in {DEFER, STREAM}:
            self.directives.append(node)


class _Without(Visitor):
    """Takes them out."""

    def enter_directive(self, node: DirectiveNode, *_where: Any) -> Any:  # noqa: ANN401 -- as the library calls it
        """Remove one."""
        return REMOVE if node.name.value in {DEFER, STREAM} else None
