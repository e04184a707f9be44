"""The addresses of the site, and the way from one to its page: a stored question, its answer, a template."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from auktor.core.errors import AuktorError, Unavailable, shown
from auktor.core.identifiers import parse_organisation_number
from auktor.core.vocabulary import Language
from auktor.site import serving, troubles
from auktor.site.addresses import PLACES, Asked
from auktor.site.asking import Data, NotAnswered
from auktor.site.catalogue import PAGES, Page
from auktor.site.choices import BadChoice
from auktor.site.comparing import chosen_change
from auktor.site.examples import EXAMPLES, files_of
from auktor.site.fee import fee_question, years_beside
from auktor.site.figures import CHARTS
from auktor.site.files import table_at
from auktor.site.front import front_page
from auktor.site.front_answer import FrontAnswer
from auktor.site.questions import Questions
from auktor.site.reading import Troubled, asked_of, has_empty, plainly, without_suffix
from auktor.site.trying import Documented, Run, Tried, typed, variables_in
from auktor.site.trying import shown as tried
from auktor.site.writing import Writer
from schema.answering import Json

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
GRAPHIQL = "/graphql"
_RETRY = {"retry-after": "5"}
_BY_CODE = {
    "NOT_FOUND": troubles.UNKNOWN,
    "BAD_ID": troubles.UNKNOWN,
    "BAD_KEY": troubles.UNKNOWN,
    "TOO_DIFFERENT": troubles.TOO_DIFFERENT,
}
Answer = Callable[[Request], Awaitable[Response]]
InLanguage = Callable[[Request, Language], Awaitable[Response]]


class Site:
    """The pages.

    `asset` tells where a style sheet or a font is served, `run` answers what a reader types, `known` are the questions
    of the documentation, and `root` is the address under which the public reaches the site.
    """

    def __init__(
        self,
        questions: Questions,
        asset: Callable[[str], str],
        run: Run,
        known: tuple[Documented, ...],
        root: str,
    ) -> None:
        self._questions = questions
        self._run = run
        self._known = known
        self._root = root
        self._writer = Writer(asset, FOLDER / "templates", root=root, unconfirmed=questions.unconfirmed_since)

    def routes(self) -> list[Route]:
        """The addresses, each exact: every page in Swedish and in English, and its files."""
        return [
            Route("/en", _to(PLACES["front"].en), methods=["GET"]),
            Route("/api/utforska", _to(GRAPHIQL), methods=["GET"]),
            *(route for language in Language for route in self._routes_in(language)),
        ]

    def _routes_in(self, language: Language) -> list[Route]:
        places = {name: place.in_language(language) for name, place in PLACES.items()}
        routes = [
            self._route(places["front"], self._front, language),
            self._route(places["try"], self._try, language),
        ]
        for page in PAGES.values():
            answer = self._page_of(page)
            routes.append(self._route(places[page.name], answer, language))
            if "{key}" not in places[page.name]:
                routes.append(self._route(places[page.name] + ".{suffix}", answer, language))
        diagrams = "/diagram/{key}" if language is Language.SV else "/en/diagram/{key}"
        return [*routes, self._route(diagrams, self._page_of(PAGES["chart"]), language)]

    def _route(self, path: str, answer: InLanguage, language: Language) -> Route:
        return Route(path, self._told(language, answer), methods=["GET"], middleware=[Middleware(GZipMiddleware)])

    async def no_page(self, request: Request) -> Response:
        """The answer to every address at which there is nothing."""
        language = Language.EN if request.url.path.startswith("/en/") else Language.SV
        return self._trouble(plainly(language), Troubled(troubles.NO_PAGE, request.url.path))

    def _told(self, language: Language, answer: InLanguage) -> Answer:
        """`answer`, with every trouble told as a page in the language of the address."""

        async def told(request: Request) -> Response:
            try:
                return await answer(request, language)
            except Troubled as error:
                return self._trouble(plainly(language), error)
            except BadChoice as error:
                return self._trouble(plainly(language), Troubled(troubles.NOT_OFFERED, error.given))
            except NotAnswered as error:
                trouble = _BY_CODE.get(error.code, troubles.NOT_OFFERED)
                given = str(request.path_params.get("key", request.url.query))
                return self._trouble(plainly(language), Troubled(trouble, given))
            except Unavailable:
                return self._trouble(plainly(language), Troubled(troubles.NO_ANSWER, ""), _RETRY)

        return told

    def _trouble(self, asked: Asked, error: Troubled, headers: Mapping[str, str] | None = None) -> Response:
        trouble = error.trouble
        values: dict[str, object] = {
            "trouble": trouble,
            "given": shown(error.given)[1:-1] or "?",
            "turns": None,
            "elsewhere": error.elsewhere,
            "address": error.address,
        }
        return self._writer.page("trouble", asked, values, trouble.status, headers)

    async def _front(self, request: Request, language: Language) -> Response:
        """The register as it stood on `datum`, today where nothing is said."""
        asked = asked_of(request, "front", language, ())
        if has_empty(request):
            return RedirectResponse(asked.here(), 303)
        variables: dict[str, Json] = {"asOf": str(asked.day), "language": str(language)}
        data = await self._questions.ask("front", variables)
        page = front_page(msgspec.convert(data, FrontAnswer, strict=False), asked.day, asked.today)
        question = self._questions.text("front")
        link = urlencode({"query": question, "variables": f'{{"asOf":"{asked.day}","language":"{language}"}}'})
        values = {"page": page, "turns": _turns(data), "question": question, "answer_link": f"/graphql?{link}"}
        return self._writer.page("front", asked, values)

    def _page_of(self, page: Page) -> InLanguage:
        async def answer(request: Request, language: Language) -> Response:
            suffix = request.path_params.get("suffix")
            asked = asked_of(request, page.name, language, page.chosen_names)
            if asked.key is not None:
                asked, suffix = without_suffix(asked)
                known_as = await self._known_otherwise(page, asked)
                if known_as is not None:
                    return RedirectResponse(asked.link(page.name, known_as), 303)
                _require_name(page, asked)
            if suffix is not None:
                return await self._file(page, asked, suffix)
            if has_empty(request):
                return RedirectResponse(asked.here(), 303)
            return await self._page(page, asked)

        return answer

    async def _page(self, page: Page, asked: Asked) -> Response:
        """The page itself; a search for nothing and a fee that is not known are answers too."""
        data = await self._answered(page, asked)
        await self._require_object(page, asked, data)
        gone_to = chosen_change(data, asked) if page.name == "compare" else None
        if gone_to is not None:
            return RedirectResponse(asked.on(gone_to), 303)
        values: dict[str, object] = {
            "data": data,
            "turns": _turns(data),
            "question": self._questions.text(page.asks(asked)),
            "choices": page.choices,
            "offers": page.offers,
            **(page.pictures(data, asked) if data else {}),
            **await self._beside(page, asked, data),
        }
        return self._writer.page(page.name, asked, values)

    async def _answered(self, page: Page, asked: Asked) -> Data:
        variables = page.question(asked)
        if page.name == "search" and not variables["text"]:
            return {}
        try:
            return await self._questions.ask(page.asks(asked), variables)
        except NotAnswered as error:
            if page.name == "fee" and error.code == "NO_FEE_RULE":
                return {}
            raise

    async def _beside(self, page: Page, asked: Asked, data: Data) -> dict[str, object]:
        """What a page shows beside the answer to its own question."""
        if page.name == "fee":
            return {"years": await asyncio.gather(*(self._year(asked, each) for each in years_beside(asked)))}
        if page.name == "edition":
            return {"differences": await self._differences(data)}
        if page.name == "api":
            return {"known": self._known, "examples": EXAMPLES.values()}
        if page.name == "example":
            key = asked.key or ""
            return {"example": EXAMPLES[key], "files": files_of(key)}
        return {}

    async def _year(self, asked: Asked, year: int) -> tuple[int, list[Mapping[str, Json]], list[Mapping[str, Json]]]:
        """The sums of the same volumes in another year, and its lines; none where not known."""
        data = await self._questions.ask_if_known("fee", fee_question(asked, year)) or {}
        path = ("register", "feeEstimate")
        return year, table_at(data, (*path, "totals")), table_at(data, (*path, "lines"))

    async def _differences(self, data: Data) -> list[Mapping[str, Json]] | None:
        """How many rows differ from the edition before; None where there is none to compare with."""
        (edition,) = table_at(data, ("edition",))
        number = int(str(edition["number"]))
        if number == 1:
            return None
        told = await self._questions.ask_if_known("edition_difference", {"before": number - 1, "number": number})
        return None if told is None else table_at(told, ("diff", "counts"))

    async def _file(self, page: Page, asked: Asked, suffix: str) -> Response:
        """What the page shows as a file: the whole of a list, not only its first lines."""
        if suffix not in page.offers:
            raise Troubled(troubles.NO_PAGE, f"{asked.here().partition('?')[0]}.{suffix}")
        variables = serving.whole_list(page.question(asked), suffix)
        data = await self._questions.ask(page.asks(asked), variables)
        await self._require_object(page, asked, data)
        if suffix == "csv":
            return await serving.csv_file(self._questions, page, asked, data)
        if suffix == "json":
            return serving.json_file(data)
        made = serving.svg_file(asked, data) if suffix == "svg" else serving.atom_file(page, asked, data, self._root)
        if made is None:
            raise Troubled(troubles.UNKNOWN, asked.key or page.name)
        return made

    async def _try(self, request: Request, language: Language) -> Response:
        """The runner: what is typed is answered, what is not an object of JSON is told beside its field."""
        asked = asked_of(request, "try", language, ())
        text, variables = typed(request, self._known)
        given = variables_in(variables)
        values: dict[str, object] = {"known": self._known, "turns": None, "bad_variables": given is None}
        if not text or given is None:
            told = {**values, "tried": Tried(text, variables)}
            return self._writer.page("try", asked, told, 200 if given is not None else 400)
        ran = await self._run(request, text, given)
        headers = _RETRY if ran.status in {429, 503} else None
        return self._writer.page("try", asked, {**values, "tried": tried(text, variables, ran)}, ran.status, headers)

    async def _known_otherwise(self, page: Page, asked: Asked) -> str | None:
        """The key of what the address names by a number or a day; None where it names it by its key."""
        key = asked.key or ""
        if page.name == "edition" and "-" in key:
            return await self._edition_of(key)
        if page.name not in {"supplier", "actor"} or not key[:1].isdecimal():
            return None
        try:
            number = parse_organisation_number(key)
        except AuktorError:
            return None
        data = await self._questions.ask("by_number", {"asOf": str(asked.day), "number": number})
        path = ("register", "supplier") if page.name == "supplier" else ("register", "publicActors", "nodes")
        found = table_at(data, path)
        return str(found[0]["key"]) if len(found) == 1 else None

    async def _edition_of(self, day: str) -> str | None:
        """The newest edition that describes a day."""
        data = await self._questions.ask("open_data", {"asOf": day})
        found = [each for each in table_at(data, ("rows", "nodes")) if each["asOf"] == day]
        return str(found[0]["number"]) if found else None

    async def _require_object(self, page: Page, asked: Asked, data: Data) -> None:
        """Troubled where the register does not hold it on the day; what begins or ended is told with its day."""
        if page.name == "edition" and not table_at(data, ("edition",)):
            raise Troubled(troubles.UNKNOWN, asked.key or "")
        if page.kind is None or table_at(data, page.rows):
            return
        variables = page.question(asked)
        told = await self._questions.ask_if_known("described_from", {"asOf": str(asked.day), "id": variables["id"]})
        begins = [row["describedFrom"] for row in table_at(told or {}, ("register",)) if row["describedFrom"]]
        if begins and str(begins[0]) > str(asked.day):
            day = date.fromisoformat(str(begins[0]))
            raise Troubled(troubles.NOT_YET, asked.key or "", asked.on(day), day)
        raise Troubled(troubles.UNKNOWN, asked.key or "")


def _to(address: str) -> Answer:
    async def answer(_request: Request) -> Response:
        return RedirectResponse(address, 308)

    return answer


def _require_name(page: Page, asked: Asked) -> None:
    """Charts and examples are known by name."""
    names = {"chart": CHARTS, "example": EXAMPLES}.get(page.name)
    if names is not None and asked.key not in names:
        raise Troubled(troubles.NO_PAGE, asked.here().partition("?")[0])


def _turns(data: Data) -> dict[str, date]:
    """The change days beside the one shown."""
    days = [(name, row.get(name)) for row in table_at(data, ("register",)) for name in ("previousChange", "nextChange")]
    return {name: date.fromisoformat(str(day)) for name, day in days if day is not None}
