"""The address `/graphql`: a question in, an answer out, and GraphiQL for a browser."""

import logging
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from auktor.graphql.errors import BadRequest
from auktor.graphql.negotiation import Form, chosen
from auktor.graphql.reading import question_in
from schema.answering import Answer, Executor, RequestError
from schema.context import Context

METHODS = ("GET", "POST", "QUERY", "OPTIONS")
_ANSWERS = (Form.JSON, Form.GRAPHQL)
_EVERY_HEADER = {"access-control-allow-origin": "*", "vary": "accept", "cache-control": "no-store"}
_PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": ", ".join(METHODS),
    "access-control-allow-headers": "content-type, accept",
    "access-control-max-age": "86400",
}
_RETRY_SECONDS = "5"
_log = logging.getLogger(__name__)


class GraphqlEndpoint:
    """Answers GraphQL over HTTP; `context` gives each request its own."""

    def __init__(self, executor: Executor, context: Callable[[Request], Context], page: Callable[[], Response]) -> None:
        self._executor = executor
        self._context = context
        self._page = page

    async def __call__(self, request: Request) -> Response:
        """The answer to one request; whatever goes wrong is an answer too."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        form = Form.JSON
        try:
            form = _form(request)
            return self._page() if form is Form.HTML else await self._answer(request, form)
        except BadRequest as error:
            return _written(form, error.status, _refusal(error.code, error.message))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception:  # noqa: BLE001 -- _failed logs it whole, under the reference the asker is given
            return _failed(form)

    async def _answer(self, request: Request, form: Form) -> Response:
        question = await question_in(request)
        reads_only = request.method != "POST"
        try:
            answer = await self._executor.answer(question, self._context(request), reads_only=reads_only)
        except RequestError as error:
            return _written(form, _status(error, form), {"errors": error.errors})
        return _answered(form, answer)


def _form(request: Request) -> Form:
    """The form of the answer: HTML only where it is named and no question is asked, for browsers accept everything."""
    accept = request.headers.get("accept")
    shows_page = request.method in {"GET", "HEAD"} and "query" not in request.query_params
    if shows_page and "text/html" in (accept or ""):
        return chosen(accept, (Form.HTML, *_ANSWERS))
    return chosen(accept, _ANSWERS)


def _status(error: RequestError, form: Form) -> int:
    """200 for a client that knows only JSON, as the specification has it, unless the method itself was wrong."""
    if any(each.get("extensions", {}).get("code") == "NOT_BY_THIS_METHOD" for each in error.errors):
        return HTTPStatus.METHOD_NOT_ALLOWED
    return 400 if form is Form.GRAPHQL else 200


def _answered(form: Form, answer: Answer) -> Response:
    if answer.unavailable:
        return _written(form, 503, answer.as_json(), {"retry-after": _RETRY_SECONDS})
    return _written(form, 200, answer.as_json())


def _failed(form: Form) -> Response:
    reference = secrets.token_hex(6)
    _log.exception("Reference %s: a question failed", reference)
    message = f"The register failed to answer. Whoever runs it finds the reason under {reference}."
    return _written(form, 500, _refusal("INTERNAL_ERROR", message))


def _refusal(code: str, message: str) -> dict[str, object]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


def _written(form: Form, status: int, body: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Response:
    allow = {"allow": ", ".join(METHODS)} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    every = {**_EVERY_HEADER, **allow, **(headers or {}), "content-type": form.content_type}
    return Response(orjson.dumps(body), status, every)
