"""The web application: its addresses, what lives as long as it, and how errors become answers."""

import logging
import re
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from auktor import graphiql
from auktor.assets import Assets
from auktor.auth import Door, door_of
from auktor.core.errors import AuktorError, Unavailable
from auktor.graphql.documents import Documents, shipped_documents
from auktor.graphql.endpoint import METHODS, Admission, GraphqlEndpoint
from auktor.headers import SafeHeaders
from auktor.health import Readiness, livez
from auktor.limits import Points, Rates, agreeing
from auktor.opendata import OpenData
from auktor.settings import Settings, read_settings
from auktor.site import STATIC, Site
from auktor.workers import end_with_parent
from db.engine import Database
from schema.answering import Executor
from schema.context import Context
from schema.schema import SCHEMA

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

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[None, None]:
        async with agreeing(points, database):
            yield
        await door.close()
        await database.close()

    app = Starlette(
        routes=_routes(settings, database, points, door),
        lifespan=lifespan,
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={AuktorError: _told, Exception: _failed},
    )
    app.router.redirect_slashes = False  # an address is exact: a POST that is redirected has lost its question
    return app


def _routes(settings: Settings, database: Database, points: Points, door: Door) -> list[Route]:
    executor = Executor(SCHEMA, settings.limits)
    documents = _documents(settings, executor)
    assets = Assets(STATIC, graphiql.STATIC)
    schema_text = SCHEMA.as_str() + "\n"

    async def context(request: Request) -> Context:
        # Two headers are one that no issuer writes, and refused: a proxy in between may have believed the other.
        given = ", ".join(request.headers.getlist("authorization")) or None
        return Context(database, datetime.now(UTC), await door.viewer(given), request_id=_request_id(request))

    def explorer() -> Response:
        headers = {"content-security-policy": graphiql.CONTENT_SECURITY_POLICY, "vary": "accept"}
        return HTMLResponse(graphiql.page(assets.address), headers=headers)

    async def schema(_request: Request) -> Response:
        return PlainTextResponse(schema_text, headers={"access-control-allow-origin": "*", "cache-control": "no-cache"})

    admission = Admission(points, settings.trusted_proxies, documents)
    site = Site(executor, database, assets.address)
    return [
        *site.routes(),
        Route("/graphql", GraphqlEndpoint(executor, context, explorer, admission).__call__, methods=list(METHODS)),
        Route("/schema.graphql", schema, methods=["GET"]),
        *OpenData(settings.editions).routes(),
        assets.route(),
        Route("/livez", livez, methods=["GET"]),
        Route("/readyz", Readiness(database, settings.editions).__call__, methods=["GET"]),
        site.last_route(),
    ]


def _documents(settings: Settings, executor: Executor) -> Documents:
    """The shipped documents, each parsed and validated before the first request asks for it."""
    documents = Documents(shipped_documents(), only_shipped=settings.safelist)
    for text in documents.shipped.values():
        executor.prepare(text)
    return documents


def _request_id(request: Request) -> str:
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
