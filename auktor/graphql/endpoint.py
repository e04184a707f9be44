"""The address `/graphql`: a question in, an answer out, and GraphiQL for a browser."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

import orjson
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response

from auktor.auth import over_http
from auktor.core.errors import Refused, Unavailable
from auktor.graphql.documents import Documents
from auktor.graphql.errors import BadRequest
from auktor.graphql.negotiation import Form, chosen
from auktor.graphql.reading import question_in
from auktor.limits import NAMES, Bill, Caller, OutOfPoints, Points, client_of, rate_headers
from schema.answering import Answer, Executor, RequestError
from schema.context import Context

METHODS = ("GET", "POST", "QUERY", "OPTIONS")
_ANSWERS = (Form.JSON, Form.GRAPHQL)
_EVERY_HEADER = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": ", ".join(("Retry-After", "WWW-Authenticate", *NAMES)),
    "vary": "accept, accept-language, prefer",
    "cache-control": "no-store",
}
_PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": ", ".join((*METHODS, "PUT", "DELETE")),
    "access-control-allow-headers": (
        "authorization, content-type, accept, prefer, last-event-id, x-graphql-event-stream-token"
    ),
    "access-control-max-age": "86400",
}
_ASKING = frozenset({"query", "documentId", "extensions"})
_RETRY_SECONDS = "5"
# What is left of the body is not waited for, so nothing else can come over the connection.
_UNREAD = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may ask what: points of each client, how many proxies are believed, and the documents that have names."""

    points: Points
    trusted_proxies: int
    documents: Documents

    def bill(self, request: HTTPConnection, subject: str | None) -> Bill:
        """The bill of a request, with its first point charged."""
        return Bill(self.points, self.client(request, subject), known=subject is not None)

    def client(self, request: HTTPConnection, subject: str | None = None) -> bytes:
        """Who is asking, as a digest."""
        peer = request.client.host if request.client else None
        caller = Caller(peer, request.headers.getlist("x-forwarded-for"), subject)
        return client_of(caller, self.trusted_proxies)


class GraphqlEndpoint:
    """Answers GraphQL over HTTP; `context` gives each request its own."""

    def __init__(
        self,
        executor: Executor,
        context: Callable[[Request], Awaitable[Context]],
        page: Callable[[], Response],
        admission: Admission,
    ) -> None:
        self._executor = executor
        self._context = context
        self._page = page
        self._admission = admission

    async def __call__(self, request: Request) -> Response:
        """The answer to one request; whatever goes wrong is an answer too."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        form = Form.JSON
        try:
            form = _form(request)
            return self._page() if form is Form.HTML else await self._answer(request, form)
        except OutOfPoints as error:
            return _out_of_points(form, error)
        except BadRequest as error:
            close = {"connection": "close"} if error.status in _UNREAD else {}
            return _written(form, error.status, _refusal(error.code, error.message), close)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception:  # noqa: BLE001 -- _failed logs it whole, under the reference the asker is given
            return _failed(form)

    async def _answer(self, request: Request, form: Form) -> Response:
        try:
            context = await self._context(request)
        except (Refused, Unavailable) as error:
            status, headers = over_http(error)
            return _written(form, status, _refusal(error.code, error.message), headers)
        bill = self._admission.bill(request, context.viewer.subject)
        reads_only = request.method != "POST"
        try:
            question = await question_in(request, self._admission.documents)
            context.allowance = bill.settle(self._executor.cost(question, reads_only=reads_only), context.now)
            answer = await self._executor.answer(question, context, reads_only=reads_only)
        except RequestError as error:
            return _written(form, _status(error, form), {"errors": error.errors}, bill.headers())
        return _answered(form, answer, bill, tells_cost=_prefers_cost(request))


def _form(request: Request) -> Form:
    """The form of the answer: HTML only where it is named and no question is asked, for browsers accept everything."""
    accept = request.headers.get("accept")
    shows_page = request.method in {"GET", "HEAD"} and _ASKING.isdisjoint(request.query_params)
    if shows_page and "text/html" in (accept or ""):
        return chosen(accept, (Form.HTML, *_ANSWERS))
    return chosen(accept, _ANSWERS)


def _status(error: RequestError, form: Form) -> int:
    """200 for a client that knows only JSON, as the specification has it, unless the method itself was wrong."""
    if any(each.get("extensions", {}).get("code") == "NOT_BY_THIS_METHOD" for each in error.errors):
        return HTTPStatus.METHOD_NOT_ALLOWED
    return 400 if form is Form.GRAPHQL else 200


def _prefers_cost(request: Request) -> bool:
    """Whether the header `Prefer: cost` (RFC 7240) asks for the cost beside the answer."""
    wishes = (each.strip().lower() for line in request.headers.getlist("prefer") for each in line.split(","))
    return "cost" in wishes


def _answered(form: Form, answer: Answer, bill: Bill, *, tells_cost: bool) -> Response:
    body = answer.as_json()
    if tells_cost and bill.cost:
        body["extensions"] = {"cost": {"points": bill.cost.points, "nodes": bill.cost.nodes}}
    if answer.unavailable:
        return _written(form, 503, body, bill.headers() | {"retry-after": _RETRY_SECONDS})
    return _written(form, 200, body, bill.headers())


def _out_of_points(form: Form, error: OutOfPoints) -> Response:
    headers = rate_headers(error.charge) | {"retry-after": str(error.wait_seconds)}
    return _written(form, 429, _refusal(error.code, error.message), headers)


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
