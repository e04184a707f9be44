"""A question that a reader types into the site: checked, charged and answered as at `/graphql`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from auktor.core.errors import Unavailable
from auktor.graphql.documents import Asked
from auktor.graphql.endpoint import Admission
from auktor.graphql.errors import BadRequest
from auktor.limits import OutOfPoints
from schema.answering import Executor, Json, Question, RequestError
from schema.answering.stored import stored_document
from schema.answering.tables import Table
from schema.context import Context
from schema.schema import SCHEMA

NO_ANSWER = "The register does not answer. Try again in a moment."


@dataclass(frozen=True, slots=True)
class Ran:
    """The status, the answer as JSON, its points, and the table it makes where it is one flat list."""

    status: int
    body: Mapping[str, object]
    points: int | None = None
    table: Table | None = None


class Running:
    """Runs what is typed; `context` gives each request its own."""

    def __init__(
        self, executor: Executor, context: Callable[[Request], Awaitable[Context]], admission: Admission
    ) -> None:
        self._executor = executor
        self._context = context
        self._admission = admission

    async def __call__(self, request: Request, text: str, variables: Mapping[str, Json]) -> Ran:
        """The answer, or why there is none: always something that can be shown."""
        try:
            context = await self._context(request)
            bill = self._admission.bill(request, context.viewer.subject)
            known = self._admission.documents.text_of(Asked(text))
            question = self._admission.question(Question(known, None, variables))
            cost = self._executor.cost(question, reads_only=True)
            context.allowance = bill.settle(cost, context.now)
            answer = await self._executor.answer(question, context, reads_only=True)
        except RequestError as error:
            return Ran(400, {"errors": [*error.errors]})
        except OutOfPoints as error:
            return Ran(429, _refusal(error.code, error.message))
        except BadRequest as error:
            return Ran(error.status, _refusal(error.code, error.message))
        except Unavailable as error:
            return Ran(503, _refusal(error.code, NO_ANSWER))
        status = 503 if answer.unavailable else 200
        document = self._executor.document(known)
        stored = stored_document(SCHEMA, known, document) if answer.data is not None else None
        return Ran(status, answer.as_json(), cost.points, stored.table if stored else None)


def _refusal(code: str, message: str) -> dict[str, object]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}
