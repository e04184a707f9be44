"""From the JSON of a message to the answers it gives, each paid for."""

import asyncio
import logging
import secrets
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from auktor.core.errors import AuktorError
from auktor.graphql.endpoint import Admission
from auktor.graphql.reading import question_of
from auktor.limits import Bill, OutOfPoints
from db.visibility import Viewer
from schema.answering import Event, Executor, Json, RequestError
from schema.context import Context

EVENTS_A_POINT = 100
_log = logging.getLogger(__name__)

Told = Sequence[object]


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks over which connection. `resume_after` is the last event it has, where the protocol tells it."""

    connection: HTTPConnection
    viewer: Viewer
    reads_only: bool = False
    resume_after: int | None = None


class Asking:
    """Answers questions that may have many answers; `context` makes the context of one of them."""

    def __init__(self, executor: Executor, admission: Admission, context: Callable[[Asker], Context]) -> None:
        self._executor = executor
        self._admission = admission
        self._context = context

    def client(self, connection: HTTPConnection) -> bytes:
        """The address that a connection comes from, as a digest."""
        return self._admission.client(connection)

    async def events(self, given: Json, asker: Asker) -> AsyncGenerator[Event, None]:
        """The answers to the question `given`; what refuses it is raised before the first."""
        bill = self._admission.bill(asker.connection, asker.viewer.subject)
        question = self._admission.question(question_of(given, self._admission.documents))
        context = self._context(asker)
        cost = self._executor.cost(question, reads_only=asker.reads_only, streams=True)
        context.allowance = bill.settle(cost, context.now)
        known = context.of_the_primary() if question.may_name_a_moment else context
        async with aclosing(self._executor.events(question, known, reads_only=asker.reads_only)) as events:
            sent = 0
            async for event in events:
                yield event
                sent += 1
                if sent % EVENTS_A_POINT == 0:
                    await _pay(bill)


def errors_of(error: Exception) -> Told:
    """An error as the asker may see it; what no one foresaw becomes a reference number."""
    if isinstance(error, RequestError):
        return error.errors
    if isinstance(error, AuktorError):
        return [refusal(error.code, error.message)]
    reference = secrets.token_hex(6)
    _log.error("Reference %s: a subscription failed", reference, exc_info=error)
    message = f"The register failed to answer. Whoever runs it finds the reason under {reference}."
    return [refusal("INTERNAL_ERROR", message)]


def refusal(code: str, message: str) -> dict[str, object]:
    """An error without a place in the question."""
    return {"message": message, "extensions": {"code": code}}


async def _pay(bill: Bill) -> None:
    """Charge another point, however long it takes until there is one."""
    while True:
        try:
            bill.spend(1)
        except OutOfPoints as error:
            await asyncio.sleep(error.wait_seconds)
        else:
            return
