"""Persistent addresses: `/id/…` names a thing for ever, `/def` explains the words, and both lead to what can be read.

A thing is not a document, so its address answers 303 (See Other) with the way to one: the page of the site for people,
`/doc/…` as JSON-LD, Turtle, N-Triples or RDF/XML for programs, as the `Accept` header wishes.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from auktor.core.languages import preferred_language
from auktor.core.moment import Moment
from auktor.core.periods import stockholm_today
from auktor.graphql.errors import NotAcceptable
from auktor.graphql.negotiation import chosen
from auktor.site.addresses import PLACES
from db.engine import Database
from publish.publisher import Publisher
from publish.rdf import Node, written
from publish.things import TOLD_BY, thing
from publish.vocabulary import prefixes, vocabulary

_PAGES = {
    "supplier": "supplier",
    "service": "service",
    "regulation": "regulation",
    "public-actor": "actor",
    "fee-rule": "fee",
}
_OF_THE_CATALOGUE = ("catalogue", "dataset/", "distribution/", "contact", "period", "service-api")
_HEADERS = {"access-control-allow-origin": "*", "cache-control": "no-cache", "vary": "accept, accept-language"}


class Document(StrEnum):
    """The forms of a document about a thing, the preferred one first among equals."""

    HTML = "text/html"
    JSON_LD = "application/ld+json"
    TURTLE = "text/turtle"
    N_TRIPLES = "application/n-triples"
    RDF_XML = "application/rdf+xml"

    @property
    def ending(self) -> str:
        """What the name of such a document ends with."""
        return _ENDINGS[self]


_ENDINGS = {
    Document.HTML: ".html",
    Document.JSON_LD: ".jsonld",
    Document.TURTLE: ".ttl",
    Document.N_TRIPLES: ".nt",
    Document.RDF_XML: ".rdf",
}


class Identities:
    """The addresses of things and words."""

    def __init__(self, database: Database, publisher: Publisher) -> None:
        self._database, self._publisher = database, publisher

    def routes(self) -> list[Route]:
        """The addresses; those of the catalogue's own things come last."""
        return [
            _route("/def", self.words),
            _route("/doc/{noun:str}/{name:str}", self.document),
            _route("/id/{path:path}", self.identity),
        ]

    async def identity(self, request: Request) -> Response:
        """The way to a document about a thing; the page of one that is not known says so itself."""
        path: str = request.path_params["path"]
        noun, _, key = path.partition("/")
        wished = chosen(request.headers.get("accept"), tuple(Document))
        if path == "standard/columns":
            return _see_other("/def")
        if path.startswith(_OF_THE_CATALOGUE):
            return _see_other(f"/opendata/latest/{_IN_THE_EDITION.get(wished, 'catalog.ttl')}")
        if noun not in TOLD_BY or not key or "/" in key:
            return _absent(f"/id/{path}")
        page = PLACES[_PAGES[noun]].in_language(preferred_language(request.headers.get("accept-language")))
        tells_itself = wished is Document.HTML and "{key}" in page
        if not tells_itself and not await self._told(noun, key):
            return _absent(f"/id/{path}")
        if wished is Document.HTML:
            return _see_other(page.format(key=quote(key, safe="")))
        return _see_other(f"/doc/{noun}/{quote(key, safe='')}{wished.ending}")

    async def document(self, request: Request) -> Response:
        """What the register says now of a thing, in the form of the ending."""
        noun, name = request.path_params["noun"], request.path_params["name"]
        key, _, ending = name.rpartition(".")
        form = next((each for each in Document if each.ending == f".{ending}" and each is not Document.HTML), None)
        if noun not in TOLD_BY or form is None:
            return _absent(request.url.path)
        told = await self._told(noun, key)
        return self._as(form, told) if told else _absent(request.url.path)

    async def _told(self, noun: str, key: str) -> list[Node]:
        """What the register says now of a thing; nothing of one that it does not know."""
        now = datetime.now(UTC)
        async with self._database.reading() as connection:
            return await thing(connection, noun, key, Moment(stockholm_today(now), now), self._publisher)

    async def words(self, request: Request) -> Response:
        """The vocabulary: a page with every word, or linked data."""
        form = chosen(request.headers.get("accept"), tuple(Document))
        every = list(vocabulary(self._publisher))
        if form is not Document.HTML:
            return self._as(form, every)
        from publish.pages import vocabulary_page  # noqa: PLC0415 -- seldom asked for, and it knows all of an edition

        return HTMLResponse(vocabulary_page(every), headers=_HEADERS)

    def _as(self, form: Document, told: Sequence[Node]) -> Response:
        body = written(told, form.ending, prefixes(self._publisher))
        return Response(body, headers={**_HEADERS, "content-type": f"{form}; charset=utf-8"})


_IN_THE_EDITION = {
    Document.HTML: "index.html",
    Document.JSON_LD: "catalog.jsonld",
    Document.RDF_XML: "catalog.rdf",
}


def _route(path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> Route:
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except NotAcceptable as error:
            return PlainTextResponse(f"{error}\n", 406, _HEADERS)

    return Route(path, answer, methods=["GET"])


def _see_other(address: str) -> Response:
    return RedirectResponse(address, 303, _HEADERS)


def _absent(address: str) -> Response:
    return PlainTextResponse(f"The register knows nothing by the address {address[:200]!r}.\n", 404, _HEADERS)
