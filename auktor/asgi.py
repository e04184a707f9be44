"""The web application: its addresses, what lives as long as it, and how errors become answers."""

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from auktor import graphiql
from auktor.assets import Assets
from auktor.auth import Door, door_of
from auktor.core.errors import AuktorError, Unavailable
from auktor.core.languages import preferred_language
from auktor.desk import STATIC as DESK_STATIC
from auktor.desk import desk_of
from auktor.graphql.documents import Documents, shipped_documents
from auktor.graphql.endpoint import METHODS, Admission, GraphqlEndpoint
from auktor.graphql.stored import StoredDocuments
from auktor.headers import SafeHeaders
from auktor.health import Readiness, livez
from auktor.limits import Points, Rates, agreeing
from auktor.live import Asking, EventStreams, LiveAddress, Places, WebSockets
from auktor.live.asking import Asker
from auktor.live.event_stream import DRAINING
from auktor.opendata import OpenData
from auktor.settings import Settings, read_settings
from auktor.site import STATIC, Site
from auktor.workers import end_with_parent
from db.engine import Database
from db.following import Followers, News
from schema.answering import Executor
from schema.answering.stored import Stored, stored_document
from schema.context import Context
from schema.schema import SCHEMA, federated, sdl

_log = logging.getLogger(__name__)
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")


def worker_app() -> Starlette:
    """The application in a process of its own, with the settings of its environment."""
    settings = read_settings()
    if settings.database_url is None:
        message = "A worker is told its database by the program that starts it."
        raise RuntimeError(message)
    end_with_parent()
    return create_app(settings, settings.database_url)


def create_app(settings: Settings, database_url: str) -> Starlette:
    """The application on one database."""
    database = Database(database_url, read_url=next(iter(settings.read_database_urls), None))

    points = Points(Rates(settings.points_a_minute, settings.points_a_minute_with_token))
    door = door_of(settings)
    listen_url = None if settings.read_database_urls else settings.listen_database_url or database_url
    followers = Followers(database, News(database, listen_url))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[dict[str, object], None]:
        async with agreeing(points, database):
            yield {DRAINING: asyncio.Event()}
        await followers.close()
        await door.close()
        await database.close()

    app = Starlette(
        routes=_routes(settings, database, points, door, followers),
        lifespan=lifespan,
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={AuktorError: _told, Exception: _failed},
    )
    app.router.redirect_slashes = False  # an address is exact: a POST that is redirected has lost its question
    return app


def _routes(
    settings: Settings, database: Database, points: Points, door: Door, followers: Followers
) -> list[BaseRoute]:
    executor = Executor(SCHEMA, settings.limits)
    documents = _documents(settings, executor)
    assets = Assets(STATIC, DESK_STATIC, graphiql.STATIC)
    schema_text = sdl()

    async def context(request: Request) -> Context:
        # Two headers are one that no issuer writes, and refused: a proxy in between may have believed the other.
        given = ", ".join(request.headers.getlist("authorization")) or None
        return Context(
            database,
            datetime.now(UTC),
            await door.viewer(given),
            preferred_language(request.headers.get("accept-language")),
            _request_id(request),
        )

    def explorer() -> Response:
        headers = {"content-security-policy": graphiql.CONTENT_SECURITY_POLICY, "vary": "accept"}
        return HTMLResponse(graphiql.page(assets.address), headers=headers)

    async def schema(request: Request) -> Response:
        wanted = federated() if "federation" in request.query_params else schema_text
        return PlainTextResponse(wanted, headers={"access-control-allow-origin": "*", "cache-control": "no-cache"})

    admission = Admission(points, settings.trusted_proxies, documents)
    graphql = GraphqlEndpoint(executor, context, explorer, admission)
    streams, sockets = _live(settings, Asking(executor, admission, _following(database, followers)), door)
    site = Site(executor, database, assets.address)
    desk = desk_of(settings, executor=executor, database=database, door=door, asset=assets.address)
    return [
        *site.routes(),
        *desk.routes(),
        Route("/graphql", LiveAddress(graphql, streams), methods=[*METHODS, "PUT", "DELETE"]),
        WebSocketRoute("/graphql", sockets.__call__),
        *StoredDocuments(executor, context, admission, _stored(documents)).routes(),
        Route("/schema.graphql", schema, methods=["GET"]),
        *OpenData(settings.editions).routes(),
        assets.route(),
        Route("/livez", livez, methods=["GET"]),
        Route("/readyz", Readiness(database, settings.editions).__call__, methods=["GET"]),
        site.last_route(),
    ]


def _following(database: Database, followers: Followers) -> Callable[[Asker], Context]:
    def context(asker: Asker) -> Context:
        request_id = _request_id(asker.connection)
        context = Context(database, datetime.now(UTC), asker.viewer, request_id=request_id)
        context.followers, context.resume_after = followers, asker.resume_after
        return context

    return context


def _live(settings: Settings, asking: Asking, door: Door) -> tuple[EventStreams, WebSockets]:
    """Both ways to follow, which share their places."""
    places, operations = Places(settings.live_connections, settings.live_connections_a_client), settings.live_operations
    streams = EventStreams(asking, door, places, operations=operations, alone=settings.workers == 1)
    return streams, WebSockets(asking, door, places, public_url=settings.public_url, operations=operations)


def _documents(settings: Settings, executor: Executor) -> Documents:
    """The shipped documents, each parsed and validated before the first request asks for it."""
    documents = Documents(shipped_documents(), only_shipped=settings.safelist)
    for text in documents.shipped.values():
        executor.prepare(text)
    return documents


def _stored(documents: Documents) -> dict[str, Stored]:
    """Those of the shipped documents that are one query, which may be asked by their names over GET."""
    found = {name: stored_document(SCHEMA, text) for name, text in documents.shipped.items()}
    return {name: stored for name, stored in found.items() if stored}


def _request_id(request: HTTPConnection) -> str:
    """What the audit log knows the request by: its `X-Request-Id` where that is a plain word, else a new one."""
    given = request.headers.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)


async def _told(_request: Request, error: Exception) -> Response:
    """An error that is told in words: 503 for what may come back, 400 for what the asker can mend."""
    if isinstance(error, Unavailable):
        return PlainTextResponse(f"{error}\n", 503, headers={"retry-after": "5"})
    return PlainTextResponse(f"{error}\n", 400)


async def _failed(_request: Request, error: Exception) -> Response:
    reference = secrets.token_hex(6)
    _log.error("Reference %s: a page failed", reference, exc_info=error)
    return PlainTextResponse(f"The register failed. Whoever runs it finds the reason under {reference}.\n", 500)
