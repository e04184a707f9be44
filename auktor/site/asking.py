"""A page's question put to the API in the same process: of the site as a reader without a role, of the desk in one."""

from collections.abc import Mapping

from auktor.core.errors import Unavailable
from schema.answering import Answer, Executor, Json, Question, RequestError
from schema.context import Context

Data = Mapping[str, Json]


class RegisterUnavailable(Unavailable):
    """The register did not answer the question of a page."""

    code = "REGISTER_UNAVAILABLE"


class NotAnswered(Exception):
    """The API refused the question; `code` says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


async def ask_as(executor: Executor, context: Context, text: str, variables: Mapping[str, Json]) -> Data:
    """The data of the answer; NotAnswered where the API refuses, RegisterUnavailable where it cannot answer now."""
    try:
        answer = await executor.answer(Question(text, None, variables), context)
    except RequestError as error:
        raise _refused(error) from error
    if answer.unavailable:
        raise RegisterUnavailable("The register does not answer. Try again in a moment.")
    if answer.errors or answer.data is None:
        raise _refused(answer)
    return answer.data


def _refused(answer: Answer | RequestError) -> NotAnswered:
    """The first of its errors."""
    error = answer.errors[0]
    return NotAnswered(str(error.get("extensions", {}).get("code")), str(error.get("message")))
