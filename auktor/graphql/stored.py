"""The addresses `/q/<document>`: a stored document by its name over GET, its variables as parameters of the address."""

import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from http import HTTPStatus

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from auktor.auth import over_http
from auktor.core.errors import Refused, Unavailable, shown
from auktor.graphql.cross_origin import REVISION
from auktor.graphql.endpoint import Admission
from auktor.graphql.errors import BadRequest, DocumentNotFound, NotAcceptable
from auktor.graphql.file_sent import FORMS, Form, completeness, cost_told, kept_as, links, sent_in_part_or_whole
from auktor.graphql.negotiation import chosen
from auktor.graphql.whole_list import (
    MOST_PAGES,
    ROWS_A_PAGE,
    Pages,
    PageUnanswered,
    is_asked_whole,
    one_answer,
    whole_list,
)
from auktor.kept import KeptAnswer, KeptAnswers, Sent
from auktor.limits import NAMES, Bill, OutOfPoints, rate_headers
from auktor.validators import holds_already, not_modified
from auktor.watching.seen import noted
from db.visibility import ANYONE
from schema.answering import Answer, Json, Question, RequestError
from schema.answering.parameters import BadParameter, values_of
from schema.answering.stored import Stored
from schema.answering.tables import Table
from schema.context import Context
from schema.limits import Cost

_CORS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": ", ".join(
        (
            "ETag",
            "Link",
            "Content-Disposition",
            "Content-Length",
            "Content-Range",
            "Retry-After",
            "Rows-Complete",
            REVISION,
            *NAMES,
        )
    ),
}
_PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "authorization, range, if-none-match, if-range",
    "access-control-max-age": "86400",
}
_METHODS = ("GET", "HEAD", "OPTIONS")
_RETRY_SECONDS = "5"
_log = logging.getLogger(__name__)


class _Negotiated(StrEnum):
    """The forms that Accept chooses among, the preferred one first among equals."""

    JSON = "application/json"
    CSV = "text/csv"
    PARQUET = "application/vnd.apache.parquet"


_BY_TYPE = {each.bare_type: each for each in (FORMS[0], FORMS[2], FORMS[3])}


class StoredDocuments:
    """Answers stored documents; `context` gives each request its own."""

    def __init__(
        self,
        kept: KeptAnswers,
        context: Callable[[Request], Awaitable[Context]],
        admission: Admission,
        stored: Mapping[str, Stored],
    ) -> None:
        self._kept = kept
        self._context = context
        self._admission = admission
        self._stored = stored

    def routes(self) -> list[Route]:
        """The list of what there is, and each document."""
        return [
            Route("/q", self._list, methods=[*_METHODS]),
            Route("/q/{name}", self._told, methods=[*_METHODS, "POST", "PUT", "PATCH", "DELETE", "QUERY"]),
        ]

    async def _list(self, request: Request) -> Response:
        """Every stored document with its parameters and forms."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        told = {name: _described(name, each) for name, each in sorted(self._stored.items())}
        return Response(orjson.dumps(told), headers=_CORS | {"content-type": "application/json"})

    async def _told(self, request: Request) -> Response:
        """The answer, or why there is none: always the JSON of an error of the API, with its status."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        if request.method not in _METHODS:
            told = "A stored document is asked for by GET; anything else is asked of /graphql."
            return _refused(405, [_error("METHOD_NOT_ALLOWED", told)], {"allow": ", ".join(_METHODS)})
        try:
            context = await self._context(request)
        except (Refused, Unavailable, BadRequest) as error:
            return _not_let_in(error)
        try:
            return await self._answer(request, context, self._admission.bill(request, context.viewer.subject))
        except (OutOfPoints, BadRequest, BadParameter, RequestError, PageUnanswered) as error:
            return _told_why(error)
        except Exception:  # noqa: BLE001 -- logged whole, under the reference the asker is given
            reference = secrets.token_hex(6)
            _log.exception("Reference %s: a stored document failed", reference)
            told = f"The register failed to answer. Whoever runs it finds the reason under {reference}."
            return _refused(500, [_error("INTERNAL_ERROR", told)])

    async def _answer(self, request: Request, context: Context, bill: Bill) -> Response:
        name, form = _asked(request)
        stored = self._named(name)
        table = _table(name, stored, form)
        given = {key: request.query_params.getlist(key) for key in request.query_params}
        variables = values_of(stored.parameters, given)
        noted().document = name
        is_file = table is not None and form.write is not None
        ask = self._ask(stored.text, context, bill)
        if is_file and is_asked_whole(stored, variables):
            pages = await whole_list(ask, variables, MOST_PAGES)
        else:
            pages = await one_answer(ask, variables)
        sent = self._written(pages, form, table)
        headers = {
            **_CORS,
            **bill.headers(),
            **cost_told(pages),
            **kept_as(sent, form, pages, shared=context.viewer == ANYONE),
            **completeness(name, form, stored, pages),
            "link": ", ".join(links(name, stored, form, request, pages.cursor)),
        }
        if holds_already(request, headers["etag"]):
            self._kept.store.counts.not_modified += 1
            return not_modified(headers)
        return sent_in_part_or_whole(request, sent.body, headers)

    def _ask(
        self, text: str, context: Context, bill: Bill
    ) -> Callable[[Mapping[str, Json]], Awaitable[KeptAnswer | Answer]]:
        """Asks the document with variables: of the answers that are kept where they stand, else of the register."""

        def pay(cost: Cost) -> None:
            settle = bill.settle if bill.cost is None else bill.settle_another
            context.allowance = settle(cost, context.now)
            noted().points = bill.cost.points if bill.cost else cost.points

        async def ask(variables: Mapping[str, Json]) -> KeptAnswer | Answer:
            return await self._kept.answer(Question(text, None, variables), context, pay)

        return ask

    def _written(self, pages: Pages, form: Form, table: Table | None) -> Sent:
        """The body in its form and its name by its content; kept with the answer it is written from."""
        first = pages.first
        place = (form.ending, tuple(each.etag for each in pages.answers if isinstance(each, KeptAnswer)))
        found = first.forms.get(place) if isinstance(first, KeptAnswer) else None
        if found is not None:
            return found
        if table is not None and form.write is not None:
            body = form.write(table, [row for data in pages.data() for row in table.rows(data)])
        else:
            body = first.body if isinstance(first, KeptAnswer) else orjson.dumps({"data": first.data})
        sent = Sent(f'"{hashlib.sha256(body).hexdigest()[:32]}"'.encode(), body)
        if isinstance(first, KeptAnswer):
            first.forms[place] = sent
            self._kept.store.put(first)
        return sent

    def _named(self, name: str) -> Stored:
        found = self._stored.get(name)
        if found is None:
            near = get_close_matches(name, self._stored, n=3)
            told = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(sorted(self._stored))}."
            raise DocumentNotFound(f"{shown(name)} is no stored document. {told} /q describes each.")
        return found


def _asked(request: Request) -> tuple[str, Form]:
    """The name of the document and the form: by the ending of the address, else by Accept, else JSON."""
    last = str(request.path_params["name"])
    for form in FORMS:
        if last.endswith(form.ending):
            return last.removesuffix(form.ending), form
    try:
        return last, _BY_TYPE[chosen(request.headers.get("accept"), tuple(_Negotiated))]
    except NotAcceptable as error:
        raise NotAcceptable(f"{error.message} Or ask by an ending: {last}.csv") from error


def _table(name: str, stored: Stored, form: Form) -> Table | None:
    if form.write is not None and stored.table is None:
        raise NotAcceptable(f"{name} is no table: {stored.no_table}. Ask for {name}.json, or for another document: /q")
    return stored.table


def _not_let_in(error: Refused | Unavailable | BadRequest) -> Response:
    if isinstance(error, BadRequest):
        return _told_why(error)
    status, headers = over_http(error)
    return _refused(status, [_error(error.code, error.message)], headers)


def _told_why(error: OutOfPoints | BadRequest | BadParameter | RequestError | PageUnanswered) -> Response:
    if isinstance(error, PageUnanswered):
        return _unanswered(error.answer)
    if isinstance(error, RequestError):
        return _refused(400, error.errors)
    told = [_error(error.code, error.message)]
    if isinstance(error, OutOfPoints):
        return _refused(429, told, rate_headers(error.charge) | {"retry-after": str(error.wait_seconds)})
    status = error.status if isinstance(error, BadRequest) else 400
    later = {"retry-after": _RETRY_SECONDS} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return _refused(status, told, later)


def _unanswered(answer: Answer) -> Response:
    """A file that lacks a part is worse than none: any error is the whole answer."""
    if answer.unavailable:
        return _refused(503, answer.errors, {"retry-after": _RETRY_SECONDS})
    failed = any(each.get("extensions", {}).get("code") == "INTERNAL_ERROR" for each in answer.errors)
    return _refused(500 if failed else 400, answer.errors)


def _described(name: str, stored: Stored) -> dict[str, object]:
    forms = [form.ending for form in FORMS if form.write is None or stored.table]
    return {
        "addresses": [f"/q/{name}{ending}" for ending in forms],
        "parameters": [
            {"name": each.name, "form": each.form, "required": each.required, "default": each.default}
            for each in stored.parameters
        ],
        "most_rows": MOST_PAGES * ROWS_A_PAGE if stored.pages else None,
        "columns": [{"name": each.name, "kind": each.kind} for each in stored.table.columns] if stored.table else [],
    }


def _error(code: str, message: str) -> dict[str, object]:
    return {"message": message, "extensions": {"code": code}}


def _refused(status: int, errors: Sequence[object], headers: Mapping[str, str] | None = None) -> Response:
    every = {**_CORS, "cache-control": "no-store", "content-type": "application/json", **(headers or {})}
    return Response(orjson.dumps({"errors": errors}), status, every)
