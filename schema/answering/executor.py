"""Questions answered by plan, or by the stock executor of graphql-core where there is no plan for them."""

import re
from collections.abc import AsyncGenerator, Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, aclosing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from inspect import isawaitable
from typing import NamedTuple, cast

import strawberry
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationType,
    experimental_execute_incrementally,  # pyright: ignore[reportUnknownVariableType] -- the library leaves it open
    get_operation_ast,
)

from auktor.core.bounded import Bounded
from schema.answering.answer import Answer, Event, Json, Part, Question, RequestError, answered, told
from schema.answering.parsing import forget_words, literals, parsed
from schema.answering.parts import defers, may_defer, parts_of, whole
from schema.answering.standing import Standing, Stands, stands
from schema.answering.streaming import events_of
from schema.answering.valid import flaws
from schema.context import Context
from schema.execution.answer import MOST_ERRORS, Fallback, Planner
from schema.execution.arguments import NO_VARIABLES
from schema.execution.explain import explain
from schema.execution.measured import measured
from schema.execution.operations import Operations
from schema.execution.plan import NotPlanned, Plan
from schema.limits import Cost, Costing, Limits, Prices, Remembered, keep_readable, keep_within
from schema.limits.errors import TooLarge, TooManyTokens
from schema.operation import Operation, operations_of
from schema.record import Root

REMEMBERED_CHARACTERS = 100_000
_READ_CHARACTERS = 8_000
Step = Callable[[str], AbstractContextManager[object]]
_NO_STREAM = (
    "A subscription has many answers. Ask over a WebSocket (subprotocol graphql-transport-ws), or with the header "
    "Accept: text/event-stream."
)
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is remembered of a document that is valid by the schema: all but the document, which takes more than that.

    `operations` ask for their answer in one piece; `may_defer`, whether the document says that a part may come later.
    """

    operations: Operations
    prices: Prices
    stand: Mapping[str | None, Stands]
    may_defer: bool

    def stands(self, name: str | None) -> Stands:
        """What the answers of one of its operations rest on; RequestError where there is no such."""
        found = self.stand.get(name)
        if found is None:
            raise RequestError.saying("NO_SUCH_OPERATION", _unfound(name))
        return found


class Ready(NamedTuple):
    """A question whose document is valid, what is remembered of that, and what the answer rests on."""

    question: Question
    prepared: Prepared
    stands: Stands


class Executor:
    """Answers questions of one schema within `limits`; remembers the newest documents it found valid.

    `step` is put around each part of an answer: `plan`, and `graphql-core` where that has to answer.
    """

    def __init__(self, schema: strawberry.Schema, limits: Limits | None = None, step: Step = nullcontext) -> None:
        self.step = step
        self._schema: GraphQLSchema = schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
        self._limits = limits or Limits()
        self.planner = Planner(schema)
        self._strawberry = schema
        self._costing = Costing(self._schema, self._limits.points)
        self._read: Bounded[DocumentNode] = Bounded(_READ_CHARACTERS)
        self.prepare = Remembered(self._prepare, REMEMBERED_CHARACTERS)

    def keep(self, text: str, *, valid: bool) -> None:
        """Prepare a document for as long as the program runs, with its plans; a `valid` one is not validated."""
        document = self.document(text)
        if not valid:
            self._require_valid(document)
        prepared = self._prepared(text, document)
        for name, operation in prepared.operations.named.items():
            if not operation.deciding:
                prepared.operations.plan(self._strawberry, name, NO_VARIABLES)
        self.prepare.keep(text, prepared)

    def ready(self, question: Question) -> Ready:
        """The question, ready to be answered; one that is not valid is a `RequestError`."""
        prepared = self.prepare.known(question.text)
        if prepared is None:
            _require_operation(self.document(question.text), question.operation)  # first, for to validate takes longer
            prepared = self.prepare(question.text)
        return Ready(question, prepared, prepared.stands(question.operation))

    def stands(self, question: Question) -> Stands:
        """What the answer to `question` rests on; one that is not valid is a `RequestError`."""
        return self.ready(question).stands

    def may_be_repeated(self, question: Question) -> bool:
        """Whether its document was asked before, and its answer is one and for everybody alike."""
        prepared = self.prepare.known(question.text)
        if prepared is None:
            return False
        return not prepared.may_defer and prepared.stands(question.operation).on is not Standing.ASKER

    def cost(self, question: Question, *, reads_only: bool = False, streams: bool = False) -> Cost:
        """What `question` costs, before anything is read; one that would not be executed is a `RequestError`.

        `streams`: it is `events` that is to answer it, and not `answer`.
        """
        return self.cost_of(self.ready(question), reads_only=reads_only, streams=streams)

    def cost_of(self, ready: Ready, *, reads_only: bool = False, streams: bool = False) -> Cost:
        """The same, of a question that is ready."""
        operation = ready.stands.operation
        _refuse_kind(operation, reads_only=reads_only, streams=streams)
        cost = ready.prepared.prices.of(operation, ready.question.variables or {})
        try:
            self._costing.require_affordable(cost)
        except TooLarge as error:
            raise RequestError.saying(error.code, error.message) from error
        return cost

    async def answer(self, question: Question, context: Context, *, reads_only: bool = False) -> Answer:
        """The answer to `question`; one that cannot be executed is a `RequestError`.

        `reads_only` refuses all but queries: what comes by GET may be prefetched or repeated.
        """
        ready = self.ready(question)
        self.cost_of(ready, reads_only=reads_only)
        return await self.answer_to(ready, context)

    async def answer_to(self, ready: Ready, context: Context, *, compared: bool = False) -> Answer:
        """The answer to a question whose cost was asked for.

        `compared`: whoever asks compares the state of the register before and after, and reads an answer anew that was
        read while it moved.
        """
        question, operations = ready.question, ready.prepared.operations
        if question.variables:
            _refuse_unreadable(question.variables)
        with self.step("plan"):
            planned = await self.planner.planned(
                operations, context, question.variables, question.operation, compared=compared
            )
        if isinstance(planned, Fallback):
            with self.step("graphql-core"):
                return answered(await self._execute(operations.read(), question, context))
        return answered(planned, planned.revision)

    async def events(
        self, question: Question, context: Context, *, reads_only: bool = False
    ) -> AsyncGenerator[Event, None]:
        """What `question` gives over time: each event of a subscription, each part of an answer, or one answer."""
        if self.comes_in_parts(question):
            async with aclosing(self.parts(question, context)) as parts:
                async for part in parts:
                    yield Event(part)
            return
        if self.stands(question).operation.kind is not OperationType.SUBSCRIPTION:
            yield Event(await self.answer(question, context, reads_only=reads_only))
            return
        self.cost(question, streams=True)
        _refuse_unreadable(question.variables)
        document = self.prepare(question.text).operations.read()
        async with aclosing(events_of(self._schema, document, question, context)) as events:
            async for event in events:
                yield event

    def comes_in_parts(self, question: Question) -> bool:
        """Whether a question is a query that defers or streams a part of its answer."""
        ready = self.ready(question)
        return ready.prepared.may_defer and defers(
            self.document(question.text), ready.stands.operation, question.variables
        )

    async def parts(self, question: Question, context: Context) -> AsyncGenerator[Answer | Part, None]:
        """The answer to such a question, part by part and all of one moment."""
        self.cost(question, reads_only=True)
        _refuse_unreadable(question.variables)
        document = self.document(question.text)
        with self.step("graphql-core"):
            async with aclosing(parts_of(self._schema, document, question, context, MOST_ERRORS)) as parts:
                async for part in parts:
                    yield part

    def explain(self, question: Question) -> str:
        """How `question` is answered, in lines: its points, then the statements of its plan, or why it has none.

        What @skip and @include decide by variables is explained as with their defaults.
        """
        points, plan = f"{self.cost(question).points} points", self._plan(question)
        if isinstance(plan, NotPlanned):
            return f"{points}\nno plan: {plan.reason}; graphql-core answers it, field by field"
        return f"{points}\n{explain(plan)}"

    async def measure(self, question: Question, context: Context) -> str:
        """What each statement of the plan of `question` gives now and costs, in lines; nothing where it has no plan."""
        plan = self._plan(question)
        return "" if isinstance(plan, NotPlanned) else await measured(plan, context)

    def _plan(self, question: Question) -> Plan | NotPlanned:
        return self.prepare(question.text).operations.plan(self._strawberry, question.operation, NO_VARIABLES)

    def _prepare(self, text: str) -> Prepared:
        """The document `text` holds, valid by the schema, with its prices."""
        document = self.document(text)
        self._require_valid(document)
        return self._prepared(text, document)

    def _require_valid(self, document: DocumentNode) -> None:
        errors = flaws(self._schema, document)
        if errors:
            raise RequestError(told(error, "NOT_VALID") for error in errors)

    def _prepared(self, text: str, document: DocumentNode) -> Prepared:
        forget_words(document)
        read, named = partial(self.document, text), operations_of(document)
        in_parts = may_defer(text) and whole(document) is not document
        in_one_piece = (lambda: whole(read())) if in_parts else read
        stand = {name: stands(self._schema, document, each) for name, each in named.items()}
        return Prepared(Operations(named, in_one_piece), self._costing.prices(read), stand, in_parts)

    def document(self, text: str) -> DocumentNode:
        """The document that a text within the limits holds, read now if it was not lately."""
        found = self._read.get(text)
        if found is None:
            found = self._parsed(text) if self.prepare.known(text) is None else self._parsed_again(text)
            self._read.put(text, found, min(len(text), _READ_CHARACTERS))
        return found

    def _parsed_again(self, text: str) -> DocumentNode:
        document = parsed(text, self._limits.tokens)
        forget_words(document)
        return document

    def _parsed(self, text: str) -> DocumentNode:
        with _told_as_request_errors():
            keep_readable(text, self._limits)
            document = _parsed(text, self._limits.tokens)
            _refuse_unreadable(text, *literals(document))
            keep_within(document, self._limits)
        return document

    async def _execute(self, document: DocumentNode, question: Question, context: Context) -> ExecutionResult:
        # The plain `execute` takes no schema that knows @defer; of a document that defers nothing, this is the same.
        result = experimental_execute_incrementally(
            self._schema,
            document,
            root_value=Root(context.today),
            context_value=context,
            variable_values=dict(question.variables or {}),
            operation_name=question.operation,
            max_coercion_errors=MOST_ERRORS,
        )
        return cast("ExecutionResult", await result if isawaitable(result) else result)


@contextmanager
def _told_as_request_errors() -> Generator[None, None, None]:
    """A limit that is passed, told as an error of the whole question."""
    try:
        yield
    except TooLarge as error:
        raise RequestError.saying(error.code, error.message) from error


def _parsed(text: str, most_tokens: int) -> DocumentNode:
    try:
        return parsed(text, most_tokens)
    except GraphQLError as error:
        if error.message.startswith("Syntax Error: Document contains more than"):
            message = f"The question has more than {most_tokens:,} words and signs. Ask in several parts."
            raise TooManyTokens(message) from error
        raise RequestError([told(error, "NOT_GRAPHQL")]) from error


def _require_operation(document: DocumentNode, name: str | None) -> None:
    if get_operation_ast(document, name) is None:
        raise RequestError.saying("NO_SUCH_OPERATION", _unfound(name))


def _unfound(name: str | None) -> str:
    if name is None:
        return "The document has several operations, or none. Say which by operationName."
    return f"The document has no operation {name[:60]!r}. Correct operationName."


def _refuse_kind(operation: Operation, *, reads_only: bool, streams: bool) -> None:
    if operation.kind is OperationType.SUBSCRIPTION and not streams:
        raise RequestError.saying("NOT_A_QUERY", _NO_STREAM)
    if reads_only and operation.kind is OperationType.MUTATION:
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
