"""The address `/graphql`: a question in, an answer out, and GraphiQL for a browser."""

import logging
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from auktor.auth import over_http
from auktor.core.bounded import of_short_texts
from auktor.core.errors import Refused, Unavailable
from auktor.core.vocabulary import Language
from auktor.encoding import chosen_encoding
from auktor.graphql.cross_origin import METHODS, PREFLIGHT, REVISION, require_known_origin
from auktor.graphql.documents import Documents
from auktor.graphql.errors import BadRequest, MethodNotAllowed
from auktor.graphql.multipart import in_parts
from auktor.graphql.negotiation import Form, chosen, takes_parts
from auktor.graphql.reading import json_of, question_in, question_of
from auktor.graphql.repeatable import Manner, Read, Repeatable, note
from auktor.graphql.writing import (
    PRIVATE_LINES,
    Shape,
    is_stored,
    repeated,
    with_cost,
    written,
)
from auktor.kept import KeptAnswer, KeptAnswers, Pay
from auktor.limits import Bill, Caller, OutOfPoints, Points, client_of, rate_head, rate_headers
from auktor.watching.seen import OTHER_DOCUMENT, noted
from auktor.whole_answer import Written
from db.revision import State
from schema.answering import Answer, Executor, Part, Question, RequestError
from schema.context import Context
from schema.limits import Cost

_ANSWERS = (Form.JSON, Form.GRAPHQL)
_ASKING = frozenset({"query", "documentId", "extensions"})
_RETRY_SECONDS = "5"
# What is left of the body is not waited for, so nothing else can come over the connection.
_UNREAD = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may ask what: points of clients, proxies believed, documents with names, origins that may change things."""

    points: Points
    trusted_proxies: int
    documents: Documents
    trusted_origins: Collection[str] = ()

    def bill(self, request: HTTPConnection, subject: str | None) -> Bill:
        """The bill of a request, with its first point charged."""
        noted().points = 1
        return Bill(self.points, self.client(request, subject), known=subject is not None)

    def question(self, question: Question) -> Question:
        """The same question, noted by the name of its document for those who watch the program."""
        noted().document = self.named(question)
        return question

    def named(self, question: Question) -> str:
        """The name of its document, for those who watch the program."""
        return self.documents.name_of(question.text) or OTHER_DOCUMENT

    def client(self, request: HTTPConnection, subject: str | None = None) -> bytes:
        """Who is asking, as a digest."""
        peer = request.client.host if request.client else None
        caller = Caller(peer, request.headers.getlist("x-forwarded-for"), subject)
        return client_of(caller, self.trusted_proxies)


class GraphqlEndpoint:
    """Answers GraphQL over HTTP; `context` gives each request its own, `page` is what a browser is shown."""

    def __init__(
        self,
        executor: Executor,
        kept: KeptAnswers,
        context: Callable[[Request], Awaitable[Context]],
        page: Callable[[], Response],
        admission: Admission,
    ) -> None:
        self._executor = executor
        self._kept = kept
        self._context = context
        self._page = page
        self._admission = admission

    async def __call__(self, request: Request) -> ASGIApp:
        """The answer to one request; whatever goes wrong is an answer too."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        form = Form.JSON
        try:
            _require_method(request.method)
            form = _form(request)
            return self._page() if form is Form.HTML else await self._answer(request, form)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # noqa: BLE001 -- told by what it is
            return _refused(form, error)

    def read_as(self, manner: Manner, body: bytes) -> Read | None:
        """What a body asks in a manner that is known from another; None where its request must be looked at whole.

        That is so for what is no question, what nobody has asked yet, and answers that are in parts or nobody's else.
        """
        try:
            question = question_of(json_of(body, "The body"), self._admission.documents)
        except (BadRequest, RequestError):
            return None
        if not self._executor.may_be_repeated(question):
            return None
        return Read(question, self._admission.named(question), manner)

    async def answer_at(
        self, state: State, asked: Repeatable, context: Context, bill: Bill, scope: Scope
    ) -> Written | Response:
        """The answer to what is repeatable, by a state that was read since; whatever goes wrong is an answer too."""
        answering = self._kept.answer_at(state, asked.answer, asked.read.question, context, _paying(bill, context))
        try:
            return await self._answered(answering, asked.read, context, bill, scope)
        except Exception as error:  # noqa: BLE001 -- told by what it is
            return _refused(asked.read.manner.shape.form, error)

    async def _answer(self, request: Request, form: Form) -> ASGIApp:
        try:
            context = await self._context(request)
        except (Refused, Unavailable) as error:
            status, headers = over_http(error)
            return written(form, status, _refusal(error.code, error.message), headers)
        bill = self._admission.bill(request, context.viewer.subject)
        try:
            read = await self._read(request, form, context.language)
            if read.in_parts:
                return await self._parted(read, context, bill)
        except RequestError as error:
            return _not_executed(form, error, bill)
        reads_only = request.method != "POST"
        answering = self._kept.answer(read.question, context, _paying(bill, context), reads_only=reads_only)
        return await self._answered(answering, read, context, bill, request.scope)

    async def _answered(
        self, answering: Awaitable[KeptAnswer | Answer], read: Read, context: Context, bill: Bill, scope: Scope
    ) -> Written | Response:
        shape = read.manner.shape
        try:
            answer = await answering
        except RequestError as error:
            return _not_executed(shape.form, error, bill)
        if isinstance(answer, KeptAnswer):
            note(scope, read, answer.name)
            answered = repeated(answer, shape, read.manner.if_none_match, self._kept.store)
            return answered.also(read.manner.beside + rate_head(bill.charge, answer.cost.points))
        cost = bill.cost if shape.tells_cost else None
        return _told(shape.form, answer, _about(bill, context) | _revision_of(context, answer), cost)

    async def _read(self, request: Request, form: Form, language: Language) -> Read:
        """What the request asks for, and how."""
        question = self._admission.question(await question_in(request, self._admission.documents))
        headers = request.headers
        self._require_known_origin(request, question)
        # To whoever does not take the parts of what is deferred, the answer is whole.
        takes = request.method != "HEAD" and takes_parts(headers.get("accept"))
        in_parts = takes and self._executor.comes_in_parts(question)
        encoding = chosen_encoding(headers.get("accept-encoding"))
        shape = Shape(form, encoding, _prefers_cost(request), is_stored(request.method))
        manner = Manner(shape, language, headers.get("if-none-match", "").encode())
        return Read(question, noted().document, manner, in_parts)

    async def _parted(self, read: Read, context: Context, bill: Bill) -> ASGIApp:
        """The answer in parts. The first is waited for here: what refuses the whole question is told by its status."""
        question, form, tells_cost = read.question, read.manner.shape.form, read.manner.shape.tells_cost
        cost = self._executor.cost(question, reads_only=True)
        context.allowance = bill.settle(cost, context.now)
        noted().points = cost.points
        known = context.of_the_primary() if question.may_name_a_moment else context
        parts = self._executor.parts(question, known)
        try:
            first = await anext(parts)
        except Unavailable as error:
            status, headers = over_http(error)
            return written(form, status, _refusal(error.code, error.message), bill.headers() | headers)
        if isinstance(first, Answer):
            return _told(form, first, _about(bill, context), bill.cost if tells_cost else None)
        body = {
            **first.as_json(),
            **({"extensions": with_cost(cost.points, cost.nodes)} if tells_cost else {}),
        }
        return in_parts(_each(body, parts), PRIVATE_LINES | _about(bill, context))

    def _require_known_origin(self, request: Request, question: Question) -> None:
        """Only for what changes the register: anybody's page may ask."""
        if request.method == "POST" and self._executor.stands(question).writes:
            require_known_origin(request, self._admission.trusted_origins)


def _require_method(method: str) -> None:
    if method not in METHODS:
        raise MethodNotAllowed(f"{method[:20]} is not understood here. Ask by {', '.join(METHODS[:-1])}.")


def _form(request: Request) -> Form:
    """The form of the answer: HTML only where it is named and no question is asked, for browsers accept everything."""
    accept = request.headers.get("accept")
    shows_page = request.method in {"GET", "HEAD"} and _ASKING.isdisjoint(request.query_params)
    if shows_page and "text/html" in (accept or ""):
        return chosen(accept, (Form.HTML, *_ANSWERS))
    return _form_of_answer(accept)


@of_short_texts
def _form_of_answer(accept: str | None) -> Form:
    # Parts are JSON, and so is what comes in one piece to a client that names nothing but parts.
    return chosen(f"{accept}, {Form.JSON};q=0.001" if takes_parts(accept) else accept, _ANSWERS)


def _status(error: RequestError, form: Form) -> int:
    """200 for a client that knows only JSON, as the specification has it, unless the method itself was wrong."""
    if any(each.get("extensions", {}).get("code") == "NOT_BY_THIS_METHOD" for each in error.errors):
        return HTTPStatus.METHOD_NOT_ALLOWED
    return 400 if form is Form.GRAPHQL else 200


def _prefers_cost(request: Request) -> bool:
    """Whether the header `Prefer: cost` (RFC 7240) asks for the cost beside the answer."""
    wishes = (each.strip().lower() for line in request.headers.getlist("prefer") for each in line.split(","))
    return "cost" in wishes


def _about(bill: Bill, context: Context) -> dict[str, str]:
    """What the header tells of an answer: what it cost, and the language of what was asked for in none."""
    return bill.headers() | {"content-language": context.language.lower()}


def _revision_of(context: Context, answer: Answer) -> dict[str, str]:
    """After a deed the revision that holds it, so that whoever asks next is shown no older one."""
    revision = answer.revision if context.revision_written is None else context.revision_written
    return {} if revision is None else {REVISION: str(revision)}


def _told(form: Form, answer: Answer, headers: dict[str, str], cost: Cost | None) -> Response:
    """An answer that nobody else is given."""
    noted().errors = bool(answer.errors)
    body = answer.as_json()
    if cost:
        body["extensions"] = with_cost(cost.points, cost.nodes)
    if answer.unavailable:
        return written(form, 503, body, headers | {"retry-after": _RETRY_SECONDS})
    return written(form, 200, body, headers)


async def _each(
    first: Mapping[str, object], rest: AsyncGenerator[Answer | Part, None]
) -> AsyncGenerator[Mapping[str, object], None]:
    async with aclosing(rest):
        yield first
        async for part in rest:
            yield part.as_json()


def _paying(bill: Bill, context: Context) -> Pay:
    def pay(cost: Cost) -> None:
        context.allowance = bill.settle(cost, context.now)
        noted().points = cost.points

    return pay


def _not_executed(form: Form, error: RequestError, bill: Bill) -> Response:
    noted().errors = True
    return written(form, _status(error, form), {"errors": error.errors}, bill.headers())


def _refused(form: Form, error: Exception) -> Response:
    if isinstance(error, OutOfPoints):
        headers = rate_headers(error.charge) | {"retry-after": str(error.wait_seconds)}
        return written(form, 429, _refusal(error.code, error.message), headers)
    if isinstance(error, BadRequest):
        close = {"connection": "close"} if error.status in _UNREAD else {}
        return written(form, error.status, _refusal(error.code, error.message), close)
    reference = secrets.token_hex(6)
    _log.error("Reference %s: a question failed", reference, exc_info=error)
    message = f"The register failed to answer. Whoever runs it finds the reason under {reference}."
    return written(form, 500, _refusal("INTERNAL_ERROR", message))


def _refusal(code: str, message: str) -> dict[str, object]:
    return {"errors": [{"message": message, "extensions": {"code": code}}]}
