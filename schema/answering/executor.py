"""Questions answered by the stock executor of graphql-core, through the resolvers of the schema."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from inspect import isawaitable

import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    TokenKind,
    execute,  # pyright: ignore[reportUnknownVariableType] -- graphql-core leaves the type of its context open
    get_operation_ast,
    parse,
    recommended_rules,
    specified_rules,
    validate,
)

from schema.answering import limits
from schema.answering.answer import Answer, Json, Question, RequestError, answered, told
from schema.context import Context
from schema.register import Root

REMEMBERED_DOCUMENTS = 500
_MAX_ERRORS = 20
_RULES = [*specified_rules, *recommended_rules]
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


class Executor:
    """Answers questions of one schema; remembers the newest documents it found valid."""

    def __init__(self, schema: strawberry.Schema) -> None:
        self._schema: GraphQLSchema = schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
        self._parsed = lru_cache(REMEMBERED_DOCUMENTS)(_parsed)
        self.prepare = lru_cache(REMEMBERED_DOCUMENTS)(self._prepare)

    async def answer(self, question: Question, context: Context, *, reads_only: bool = False) -> Answer:
        """The answer to `question`; one that cannot be executed is a `RequestError`.

        `reads_only` refuses all but queries: what comes by GET may be prefetched or repeated.
        """
        _refuse_kind(_operation(self._parsed(question.text), question.operation), reads_only=reads_only)
        document = self.prepare(question.text)
        _refuse_unreadable(question.variables)
        return answered(await self._execute(document, question, context))

    def _prepare(self, text: str) -> DocumentNode:
        """The document `text` holds, valid by the schema."""
        document = self._parsed(text)
        errors = validate(self._schema, document, _RULES, max_errors=_MAX_ERRORS)
        if errors:
            raise RequestError(told(error, "NOT_VALID") for error in errors)
        return document

    async def _execute(self, document: DocumentNode, question: Question, context: Context) -> ExecutionResult:
        result = execute(
            self._schema,
            document,
            root_value=Root(context.today),
            context_value=context,
            variable_values=dict(question.variables or {}),
            operation_name=question.operation,
            max_coercion_errors=_MAX_ERRORS,
        )
        return await result if isawaitable(result) else result


def _parsed(text: str) -> DocumentNode:
    """The document `text` holds, within the limits."""
    if len(text) > limits.MAX_CHARACTERS:
        raise RequestError.saying(
            "QUESTION_TOO_LARGE",
            f"The question has {len(text)} characters; at most {limits.MAX_CHARACTERS} are read. Ask in several parts.",
        )
    try:
        document = parse(text, max_tokens=limits.MAX_TOKENS)
    except GraphQLError as error:
        raise RequestError([told(error, "NOT_GRAPHQL")]) from error
    _refuse_unreadable(text, *_literals(document))
    try:
        limits.keep_within(document)
    except RecursionError as error:  # fragments within fragments, each deep
        raise RequestError.saying("QUESTION_TOO_LARGE", "The question is nested too deeply. Flatten it.") from error
    return document


def _operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    operation = get_operation_ast(document, name)
    if operation is None:
        raise RequestError.saying("NO_SUCH_OPERATION", _unfound(name))
    return operation


def _unfound(name: str | None) -> str:
    if name is None:
        return "The document has several operations, or none. Say which by operationName."
    return f"The document has no operation {name[:60]!r}. Correct operationName."


def _refuse_kind(operation: OperationDefinitionNode, *, reads_only: bool) -> None:
    if operation.operation is OperationType.SUBSCRIPTION:
        raise RequestError.saying("NOT_A_QUERY", "A subscription is not answered here. Ask by query.")
    if reads_only and operation.operation is OperationType.MUTATION:
        raise RequestError.saying("NOT_BY_THIS_METHOD", "This method only reads. Send a mutation by POST.")


def _refuse_unreadable(*values: Json) -> None:
    """Refuse NUL and lone surrogates, wherever they stand in `values`: no text of the register can hold them."""
    waiting: list[Json] = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if _UNREADABLE.search(value):
                raise RequestError.saying("UNREADABLE_TEXT", "A text has a NUL or half a surrogate pair. Remove it.")
        elif isinstance(value, Mapping):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, Sequence):
            waiting += value


def _literals(document: DocumentNode) -> Iterator[str]:
    """The strings written in a document, as they read once their escapes are undone."""
    token = document.loc.start_token if document.loc else None
    while token:
        if token.kind in {TokenKind.STRING, TokenKind.BLOCK_STRING}:
            yield token.value or ""
        token = token.next
