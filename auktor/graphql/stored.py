"""The addresses `/q/<document>`: a stored document by its name over GET, its variables as parameters of the address."""

import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from auktor.auth import over_http
from auktor.core.errors import Refused, Unavailable, shown
from auktor.graphql.endpoint import Admission
from auktor.graphql.errors import BadRequest, DocumentNotFound, NotAcceptable
from auktor.graphql.tabular import csv_of, excel_csv_of, parquet_of
from auktor.limits import NAMES, Bill, OutOfPoints, rate_headers
from auktor.ranges import Part, Unsatisfiable, part_asked
from auktor.validators import holds_already, not_modified
from auktor.watching.seen import noted
from schema.answering import Answer, Executor, Json, Question, RequestError
from schema.answering.parameters import BadParameter, values_of
from schema.answering.stored import Stored
from schema.answering.tables import Table, at
from schema.context import Context

_CORS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": ", ".join(
        ("ETag", "Link", "Content-Disposition", "Content-Length", "Content-Range", "Retry-After", *NAMES)
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


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of the answer: the ending of its address, and what writes it; `write` is None for the answer itself."""

    ending: str
    media_type: str
    write: Callable[[Table, Sequence[Sequence[Json]]], bytes] | None

    @property
    def bare_type(self) -> str:
        """The media type as Accept names it."""
        return self.media_type.partition(";")[0]


_FORMS = (
    _Form(".json", "application/json", None),
    _Form(".excel.csv", "text/csv; charset=utf-8", excel_csv_of),
    _Form(".csv", "text/csv; charset=utf-8; header=present", csv_of),
    _Form(".parquet", "application/vnd.apache.parquet", parquet_of),
)
_NEGOTIATED = (_FORMS[0], _FORMS[2], _FORMS[3])


class StoredDocuments:
    """Answers stored documents; `context` gives each request its own."""

    def __init__(
        self,
        executor: Executor,
        context: Callable[[Request], Awaitable[Context]],
        admission: Admission,
        stored: Mapping[str, Stored],
    ) -> None:
        self._executor = executor
        self._context = context
        self._admission = admission
        self._stored = stored

    def routes(self) -> list[Route]:
        """The list of what there is, and each document."""
        return [
            Route("/q", self._list, methods=["GET"]),
            Route("/q/{name}", self._told, methods=[*_METHODS, "POST", "PUT", "PATCH", "DELETE", "QUERY"]),
        ]

    async def _list(self, _request: Request) -> Response:
        """Every stored document with its parameters and forms."""
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
        except (OutOfPoints, BadRequest, BadParameter, RequestError) as error:
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
        question = Question(stored.text, None, values_of(stored.parameters, given))
        noted().document = name
        cost = self._executor.cost(question, reads_only=True)
        context.allowance = bill.settle(cost, context.now)
        noted().points = cost.points
        answer = await self._executor.answer(question, context, reads_only=True)
        if answer.errors or answer.data is None:
            return _unanswered(answer, bill)
        if table is None or form.write is None:
            body = orjson.dumps({"data": answer.data})
        else:
            body = form.write(table, table.rows(answer.data))
        headers = {
            **_CORS,
            **bill.headers(),
            **_kept(body, form, shared=context.viewer.subject is None),
            "content-disposition": f'inline; filename="{name}{form.ending}"',
            "link": ", ".join(_links(name, stored, form, request, answer.data)),
        }
        return _sent(request, body, headers)

    def _named(self, name: str) -> Stored:
        found = self._stored.get(name)
        if found is None:
            raise DocumentNotFound(
                f"{shown(name)} is no stored document. There are {', '.join(sorted(self._stored))}; /q describes each."
            )
        return found


def _asked(request: Request) -> tuple[str, _Form]:
    """The name of the document and the form: by the ending of the address, else by Accept, else JSON."""
    last = str(request.path_params["name"])
    for form in _FORMS:
        if last.endswith(form.ending):
            return last.removesuffix(form.ending), form
    wanted = [part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "*/*").split(",")]
    for each in wanted:
        for form in _NEGOTIATED:
            if each in {form.bare_type, "*/*", f"{form.bare_type.partition('/')[0]}/*"}:
                return last, form
    offered = ", ".join(form.bare_type for form in _NEGOTIATED)
    raise NotAcceptable(f"A stored document is {offered}, and Accept allows none of them. Add one, or an ending: .csv")


def _table(name: str, stored: Stored, form: _Form) -> Table | None:
    if form.write is not None and stored.table is None:
        raise NotAcceptable(f"{name} is no table: {stored.no_table}. Ask for {name}.json, or for another document: /q")
    return stored.table


def _not_let_in(error: Refused | Unavailable | BadRequest) -> Response:
    if isinstance(error, BadRequest):
        return _told_why(error)
    status, headers = over_http(error)
    return _refused(status, [_error(error.code, error.message)], headers)


def _told_why(error: OutOfPoints | BadRequest | BadParameter | RequestError) -> Response:
    if isinstance(error, RequestError):
        return _refused(400, error.errors)
    told = [_error(error.code, error.message)]
    if isinstance(error, OutOfPoints):
        return _refused(429, told, rate_headers(error.charge) | {"retry-after": str(error.wait_seconds)})
    return _refused(error.status if isinstance(error, BadRequest) else 400, told)


def _unanswered(answer: Answer, bill: Bill) -> Response:
    """A file that lacks a part is worse than none: any error is the whole answer."""
    if answer.unavailable:
        return _refused(503, answer.errors, bill.headers() | {"retry-after": _RETRY_SECONDS})
    failed = any(each.get("extensions", {}).get("code") == "INTERNAL_ERROR" for each in answer.errors)
    return _refused(500 if failed else 400, answer.errors, bill.headers())


def _kept(body: bytes, form: _Form, *, shared: bool) -> dict[str, str]:
    """What a cache may do with the body, and its name by its content."""
    return {
        "etag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "cache-control": "public, no-cache" if shared else "private, no-cache",
        "vary": "accept, authorization",
        "accept-ranges": "bytes",
        "content-type": form.media_type,
    }


def _sent(request: Request, body: bytes, headers: dict[str, str]) -> Response:
    """All of it, the part that is asked for, or nothing to one who has it."""
    if holds_already(request, headers["etag"]):
        return not_modified(headers)
    part = None
    if request.headers.get("if-range", headers["etag"]) == headers["etag"] and request.method == "GET":
        try:
            part = part_asked(request.headers.get("range"), len(body))
        except Unsatisfiable:
            return Response(status_code=416, headers=headers | {"content-range": f"bytes */{len(body)}"})
    if part is not None:
        return _part(body, part, headers)
    if request.method == "HEAD":
        return Response(headers=headers | {"content-length": str(len(body))})
    return Response(body, headers=headers)


def _part(body: bytes, part: Part, headers: dict[str, str]) -> Response:
    told = f"bytes {part.first}-{part.last}/{len(body)}"
    return Response(body[part.first : part.last + 1], HTTPStatus.PARTIAL_CONTENT, headers | {"content-range": told})


def _links(name: str, stored: Stored, form: _Form, request: Request, data: Mapping[str, Json]) -> list[str]:
    """The same answer in other forms, what describes it, and the next page."""
    asked = [(key, value) for key, value in request.query_params.multi_items() if value]
    others = [each for each in _FORMS if each is not form and (each.write is None or stored.table)]
    links = [f'<{_address(name, each, asked)}>; rel="alternate"; type="{each.bare_type}"' for each in others]
    links.append('</q>; rel="describedby"; type="application/json"')
    cursor = _next_cursor(data) if stored.pages else None
    if cursor:
        onward = [(key, value) for key, value in asked if key != "after"]
        links.append(f'<{_address(name, form, [*onward, ("after", cursor)])}>; rel="next"')
    return links


def _address(name: str, form: _Form, asked: Sequence[tuple[str, str]]) -> str:
    return f"/q/{name}{form.ending}" + (f"?{urlencode(asked)}" if asked else "")


def _next_cursor(data: Json) -> str | None:
    """Where the page that stands anywhere in the answer goes on."""
    if not isinstance(data, Mapping):
        return None
    if at(data, ("pageInfo", "hasNextPage")) is True:
        return str(at(data, ("pageInfo", "endCursor")))
    return next((found for each in data.values() if (found := _next_cursor(each))), None)


def _described(name: str, stored: Stored) -> dict[str, object]:
    forms = [form.ending for form in _FORMS if form.write is None or stored.table]
    return {
        "addresses": [f"/q/{name}{ending}" for ending in forms],
        "parameters": [
            {"name": each.name, "form": each.form, "required": each.required, "default": each.default}
            for each in stored.parameters
        ],
        "columns": [{"name": each.name, "kind": each.kind} for each in stored.table.columns] if stored.table else [],
    }


def _error(code: str, message: str) -> dict[str, object]:
    return {"message": message, "extensions": {"code": code}}


def _refused(status: int, errors: Sequence[object], headers: Mapping[str, str] | None = None) -> Response:
    every = {**_CORS, "cache-control": "no-store", "content-type": "application/json", **(headers or {})}
    return Response(orjson.dumps({"errors": errors}), status, every)
