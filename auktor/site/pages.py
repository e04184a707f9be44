"""The addresses of the site, and the way from one to its page: a stored question, its answer, a template."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from auktor.core.errors import AuktorError, Unavailable, shown
from auktor.core.identifiers import parse_organisation_number
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.site import troubles
from auktor.site.addresses import PLACES, Asked
from auktor.site.asking import Data, NotAnswered, ask
from auktor.site.catalogue import PAGES, Page
from auktor.site.choices import BadChoice
from auktor.site.fee import fee_question
from auktor.site.files import csv_of, table_at
from auktor.site.front import front_page
from auktor.site.front_answer import FrontAnswer
from auktor.site.writing import Writer
from db.engine import Database
from schema.answering import Executor, Json

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
REGISTER_BEGAN = date(2024, 1, 1)
MOST_ROWS, MOST_PAGES = 100, 100
_SHARED = {"access-control-allow-origin": "*", "cache-control": "no-cache"}
_RETRY = {"retry-after": "5"}
_REFUSED_ADDRESSES = {"NOT_FOUND", "BAD_ID", "BAD_KEY"}
Answer = Callable[[Request], Awaitable[Response]]


class _Trouble(Exception):
    """The reader is told why there is no page."""

    def __init__(self, trouble: troubles.Trouble, given: str) -> None:
        super().__init__(trouble.title.en)
        self.trouble = trouble
        self.given = given


class Site:
    """The pages; `executor` answers their questions, `asset` tells where a style sheet or a font is served."""

    def __init__(self, executor: Executor, database: Database, asset: Callable[[str], str]) -> None:
        self._executor = executor
        self._database = database
        self._documents = {file.stem: file.read_text("utf-8") for file in (FOLDER / "documents").glob("*.graphql")}
        self._writer = Writer(asset, FOLDER / "templates")

    def routes(self) -> list[Route]:
        """The addresses, each exact: every page in Swedish and in English, and its files."""
        return [
            Route("/en", _to_english, methods=["GET"]),
            *(route for language in Language for route in self._routes_in(language)),
        ]

    def _routes_in(self, language: Language) -> list[Route]:
        compressed = [Middleware(GZipMiddleware)]
        places = {name: place.in_language(language) for name, place in PLACES.items()}
        routes = [Route(places["front"], self._told(language, self._front), methods=["GET"], middleware=compressed)]
        for page in PAGES.values():
            answer = self._told(language, self._page_of(page))
            routes.append(Route(places[page.name], answer, methods=["GET"], middleware=compressed))
            if page.kind is None:
                files = places[page.name] + ".{suffix}"
                routes.append(Route(files, answer, methods=["GET"], middleware=compressed))
        return routes

    def last_route(self) -> Route:
        """The answer to every address that has no page; stands after all others."""
        return Route("/{path:path}", self._no_page, methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

    async def _no_page(self, request: Request) -> Response:
        language = Language.EN if request.url.path.startswith("/en/") else Language.SV
        return self._trouble(_plain(language), _Trouble(troubles.NO_PAGE, request.url.path))

    def _told(self, language: Language, answer: Callable[[Request, Language], Awaitable[Response]]) -> Answer:
        """`answer`, with every trouble told as a page in the language of the address."""

        async def told(request: Request) -> Response:
            try:
                return await answer(request, language)
            except _Trouble as error:
                return self._trouble(_plain(language), error)
            except BadChoice as error:
                return self._trouble(_plain(language), _Trouble(troubles.NOT_OFFERED, error.given))
            except NotAnswered as error:
                unknown = error.code in _REFUSED_ADDRESSES
                given = str(request.path_params.get("key", request.url.query))
                trouble = troubles.UNKNOWN if unknown else troubles.NOT_OFFERED
                return self._trouble(_plain(language), _Trouble(trouble, given))
            except Unavailable:
                return self._trouble(_plain(language), _Trouble(troubles.NO_ANSWER, ""), _RETRY)

        return told

    def _trouble(self, asked: Asked, error: _Trouble, headers: Mapping[str, str] | None = None) -> Response:
        trouble = error.trouble
        values: dict[str, object] = {"trouble": trouble, "given": shown(error.given)[1:-1] or "?", "turns": None}
        return self._writer.page("trouble", asked, values, trouble.status, headers)

    async def _front(self, request: Request, language: Language) -> Response:
        """The register as it stood on `datum`, today where nothing is said."""
        asked = _asked(request, "front", language, ())
        if _has_empty(request):
            return RedirectResponse(asked.here(), 303)
        question = self._documents["front"]
        variables: dict[str, Json] = {"asOf": str(asked.day), "language": str(language)}
        data = await self._ask("front", variables)
        page = front_page(msgspec.convert(data, FrontAnswer, strict=False), asked.day, asked.today)
        link = urlencode({"query": question, "variables": f'{{"asOf":"{asked.day}","language":"{language}"}}'})
        values = {"page": page, "turns": _turns(data), "question": question, "answer_link": f"/graphql?{link}"}
        return self._writer.page("front", asked, values)

    def _page_of(self, page: Page) -> Callable[[Request, Language], Awaitable[Response]]:
        async def answer(request: Request, language: Language) -> Response:
            suffix = request.path_params.get("suffix")
            asked = _asked(request, page.name, language, page.chosen_names)
            if page.kind is not None:
                asked, suffix = _without_suffix(asked)
                known_as = await self._named_by_number(page, asked)
                if known_as is not None:
                    return RedirectResponse(asked.link(page.name, known_as), 303)
            if suffix is not None:
                return await self._file(page, asked, suffix)
            if _has_empty(request):
                return RedirectResponse(asked.here(), 303)
            return await self._page(page, asked)

        return answer

    async def _page(self, page: Page, asked: Asked) -> Response:
        """The page itself; a search for nothing and a fee that is not known are answers too."""
        data = await self._answered(page, asked)
        _require_object(page, asked, data)
        values: dict[str, object] = {
            "data": data,
            "turns": _turns(data),
            "question": self._documents[page.document or page.name],
            "choices": page.choices,
            **(page.pictures(data, asked) if data else {}),
        }
        if page.name == "fee":
            values["years"] = await self._years(asked)
        return self._writer.page(page.name, asked, values)

    async def _answered(self, page: Page, asked: Asked) -> Data:
        variables = page.question(asked)
        if page.name == "search" and not variables["text"]:
            return {}
        try:
            return await self._ask(page.document or page.name, variables)
        except NotAnswered as error:
            if page.name == "fee" and error.code == "NO_FEE_RULE":
                return {}
            raise

    async def _years(self, asked: Asked) -> list[tuple[int, list[Mapping[str, Json]]]]:
        """The sums of the same volumes the year before, the year itself and the year after; none where not known."""
        return list(await asyncio.gather(*(self._year(asked, later) for later in (-1, 0, 1))))

    async def _year(self, asked: Asked, later: int) -> tuple[int, list[Mapping[str, Json]]]:
        question = fee_question(asked, later)
        given = question["input"]
        year = int(str(given["from"])[:4]) if isinstance(given, Mapping) else 0
        try:
            data = await self._ask("fee", question)
        except NotAnswered:
            return year, []
        return year, table_at(data, ("register", "feeEstimate", "totals"))

    async def _file(self, page: Page, asked: Asked, suffix: str) -> Response:
        """What the page shows as a file: the whole of a list, not only its first lines."""
        if suffix not in {"json", "csv"}:
            raise _Trouble(troubles.NO_PAGE, f"{PLACES[page.name].in_language(asked.language)}.{suffix}")
        name = page.document or page.name
        variables = page.question(asked)
        whole = suffix == "csv" and "first" in variables
        data = await self._ask(name, {**variables, "first": MOST_ROWS} if whole else variables)
        _require_object(page, asked, data)
        if suffix == "json":
            return JSONResponse({"data": data}, headers=_SHARED)
        rows = list(table_at(data, page.rows))
        for _ in range(MOST_PAGES if whole else 0):
            cursor = _next_cursor(data)
            if cursor is None:
                break
            data = await self._ask(name, {**variables, "first": MOST_ROWS, "after": cursor})
            rows += table_at(data, page.rows)
        disposition = {"content-disposition": f'inline; filename="{asked.key or page.name}-{asked.day}.csv"'}
        return Response(csv_of(rows), media_type="text/csv", headers={**_SHARED, **disposition})

    async def _named_by_number(self, page: Page, asked: Asked) -> str | None:
        """The key of what the address names by its organisation number; None where it names it by its key."""
        if page.name not in {"supplier", "actor"} or not (asked.key or "")[:1].isdecimal():
            return None
        try:
            number = parse_organisation_number(asked.key or "")
        except AuktorError:
            return None
        data = await self._ask("by_number", {"asOf": str(asked.day), "number": number})
        path = ("register", "supplier") if page.name == "supplier" else ("register", "publicActors", "nodes")
        found = table_at(data, path)
        return str(found[0]["key"]) if len(found) == 1 else None

    async def _ask(self, document: str, variables: Mapping[str, Json]) -> Data:
        text = self._documents[document]
        told = text.partition("{")[0]
        known = {name: value for name, value in variables.items() if f"${name}:" in told}
        return await ask(self._executor, self._database, text, known)


async def _to_english(_request: Request) -> Response:
    return RedirectResponse(PLACES["front"].en, 308)


def _plain(language: Language) -> Asked:
    """The front page's address in a language, from which a page of trouble links."""
    today = stockholm_today(datetime.now(UTC))
    return Asked("front", language, today, today)


def _asked(request: Request, page: str, language: Language, names: tuple[str, ...]) -> Asked:
    """What the address asks for; a day that is none, or before the register began, is told to the reader."""
    today = stockholm_today(datetime.now(UTC))
    given = request.query_params.get("datum") or str(today)
    day = _day(given)
    if day is None:
        raise _Trouble(troubles.NOT_A_DAY, given)
    if day < REGISTER_BEGAN:
        raise _Trouble(troubles.TOO_EARLY, given)
    key = request.path_params.get("key")
    chosen = {name: request.query_params[name] for name in names if request.query_params.get(name)}
    return Asked(page, language, day, today, key, chosen)


def _has_empty(request: Request) -> bool:
    """Whether the form sent fields that were left empty; the address is then written without them."""
    return any(value == "" for name, value in request.query_params.items() if name != "q")


def _without_suffix(asked: Asked) -> tuple[Asked, str | None]:
    """The key of an object's address apart from the ending of its file: a key has no dot."""
    key, dot, suffix = (asked.key or "").rpartition(".")
    if not dot:
        return asked, None
    return Asked(asked.page, asked.language, asked.day, asked.today, key, asked.chosen), suffix


def _require_object(page: Page, asked: Asked, data: Data) -> None:
    if page.kind is not None and not table_at(data, page.rows):
        raise _Trouble(troubles.UNKNOWN, asked.key or "")


def _turns(data: Data) -> dict[str, date]:
    """The change days beside the one shown."""
    days = [(name, row.get(name)) for row in table_at(data, ("register",)) for name in ("previousChange", "nextChange")]
    return {name: date.fromisoformat(str(day)) for name, day in days if day is not None}


def _next_cursor(data: Data) -> str | None:
    rows = table_at(data, ("register", "rows", "pageInfo"))
    return str(rows[0]["endCursor"]) if rows and rows[0].get("hasNextPage") else None


def _day(text: str) -> date | None:
    """The day `text` writes as YYYY-MM-DD; None where it writes none."""
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == len("2026-01-01") else None
    except ValueError:
        return None
