"""The addresses of the site, and the way from one to its page: a stored question, its answer, a template."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from auktor.core.errors import Unavailable, shown
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language, Term
from auktor.core.wording import Wording
from auktor.site.front import front_page
from auktor.site.front_answer import FrontAnswer
from auktor.site.words import count, in_words, kronor, on_day, size
from db.engine import Database
from schema.answering import Executor, Question
from schema.context import Context

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
HOME = {Language.SV: "/", Language.EN: "/en/"}
_WRITTEN_BY_LANGUAGE: tuple[Callable[..., str], ...] = (on_day, count, in_words, size, kronor)
_ASK_AGAIN = {"cache-control": "no-cache", "vary": "accept-encoding"}


class RegisterUnavailable(Unavailable):
    """The register did not answer the question of a page."""

    code = "REGISTER_UNAVAILABLE"


class Site:
    """The pages; `executor` answers their questions, `asset` tells where a style sheet or a font is served."""

    def __init__(self, executor: Executor, database: Database, asset: Callable[[str], str]) -> None:
        self._executor = executor
        self._database = database
        self._question = (FOLDER / "documents" / "front.graphql").read_text("utf-8")
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._always = {"asset": asset, "question": self._question, "here": HOME}

    def routes(self) -> list[Route]:
        """The addresses, each exact: the Swedish page and the same in English."""
        compressed = [Middleware(GZipMiddleware)]
        pages = [
            Route(path, self._front_in(language), methods=["GET"], middleware=compressed)
            for language, path in HOME.items()
        ]
        return [*pages, Route("/en", _to_english, methods=["GET"])]

    def _front_in(self, language: Language) -> Callable[[Request], object]:
        async def front(request: Request) -> Response:
            return await self._front(request, language)

        return front

    async def _front(self, request: Request, language: Language) -> Response:
        """The register as it stood on `datum`, today where nothing is said."""
        now = datetime.now(UTC)
        today = stockholm_today(now)
        given = request.query_params.get("datum")
        if given == "":
            return RedirectResponse(HOME[language], 303)
        day = _day(given) if given else today
        if day is None:
            return self._written("wrong_day.html", language, 400, given=shown(given or ""), today=today, day=today)
        answer = await self._ask({"asOf": day.isoformat(), "language": str(language)}, now)
        page = front_page(msgspec.convert(answer, FrontAnswer, strict=False), day, today)
        link = urlencode({"query": self._question, "variables": f'{{"asOf":"{day}","language":"{language}"}}'})
        return self._written(
            "front.html", language, 200, page=page, today=today, day=day, answer_link=f"/graphql?{link}"
        )

    async def _ask(self, variables: dict[str, str], now: datetime) -> object:
        answer = await self._executor.answer(Question(self._question, None, variables), Context(self._database, now))
        if answer.errors:
            raise RegisterUnavailable(f"{answer.errors[0].get('message')} Try again in a moment.")
        return answer.data

    def _written(self, template: str, language: Language, status: int, **values: object) -> Response:
        """A page in one language; templates call `t` for what is said in both."""

        def t(sv: str, en: str) -> str:
            return Wording(sv, en).in_language(language)

        def term(value: Term) -> str:
            return t(value.sv, value.en)

        helpers = {write.__name__: partial(write, language=language) for write in _WRITTEN_BY_LANGUAGE}
        page = self._templates.get_template(template)
        text = page.render(**self._always, t=t, term=term, language=language, **helpers, **values)
        return HTMLResponse(text, status, {**_ASK_AGAIN, "content-language": language.lower()})


async def _to_english(_request: Request) -> Response:
    return RedirectResponse(HOME[Language.EN], 308)


def _day(text: str) -> date | None:
    """The day `text` writes as YYYY-MM-DD; None where it writes none."""
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == len("2026-01-01") else None
    except ValueError:
        return None
