"""The web application: its addresses, what lives as long as it, and how errors become answers."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from auktor import graphiql
from auktor.accepting import ACCEPTING, Accepting
from auktor.assets import Assets
from auktor.auth import Door, door_of
from auktor.compressing import Compressing
from auktor.core.errors import AuktorError
from auktor.core.languages import preferred_language
from auktor.desk import STATIC as DESK_STATIC
from auktor.desk import desk_of
from auktor.errands import Errands
from auktor.graphql.again import AGAIN, PATH, Again
from auktor.graphql.endpoint import Admission, GraphqlEndpoint
from auktor.graphql.running import Running
from auktor.graphql.stored import StoredDocuments
from auktor.headers import SafeHeaders
from auktor.health import Readiness, livez
from auktor.identities import Identities
from auktor.kept import KeptAnswers, NotifiedState, StateSource, Store, StrictState
from auktor.limits import Points, Rates, agreeing, ledger_of
from auktor.live import Asking, EventStreams, LiveAddress, Places, WebSockets
from auktor.live.asking import Asker
from auktor.live.neighbours import Neighbours
from auktor.long_answer import DRAINING
from auktor.opendata import OpenData
from auktor.publications import Publications
from auktor.schema_texts import SchemaTexts
from auktor.settings import Cache, Mode, Settings
from auktor.site import STATIC, Questions, Site, documented
from auktor.standing_by import ReadingWithoutRole, Unconfirmed, revision_seen
from auktor.unanswered import failed, nothing_here, other_method, refused
from auktor.warm import Warm, schema_hash, warmed
from auktor.watching.metrics import Metrics
from auktor.watching.page import MetricsPage
from auktor.watching.requests import Watch, Watched
from auktor.watching.seen import begin, seen_now
from auktor.watching.sources import of_editions, of_followers, of_kept_answers, of_plans, of_pools, of_standbys
from auktor.watching.traces import NoTraces, Traces, traces_of
from db.engine import Database
from db.following import Followers, News
from db.revision import StateReader
from db.standbys import Standbys
from db.visibility import ANYONE
from schema.context import Context

_MEGABYTE = 1024 * 1024
_OTHER_METHOD = 405


class Application(Starlette):
    """The application. What is answered most often has its way past routes and middleware: `direct`, by exact path."""

    direct: Mapping[str, ASGIApp] = MappingProxyType({})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or what else the server tells."""
        direct = self.direct.get(scope["path"]) if scope["type"] == "http" else None
        if direct is None:
            await super().__call__(scope, receive, send)
        else:
            await direct(scope, receive, send)


def create_app(
    settings: Settings,
    database_url: str,
    traces: Traces | None = None,
    warm: Warm | None = None,
    errands: Errands | None = None,
) -> Application:
    """The application on one database; its spans go to `traces`, or where the environment says.

    `warm` is what another process has made for it already, and `errands` reach the process that publishes.
    """
    traces, warm = traces or traces_of(), warm or warmed(settings, schema_hash())
    on_statement = None if isinstance(traces, NoTraces) else traces.statement
    database = Database(
        database_url,
        read_urls=settings.read_database_urls,
        most_behind_seconds=settings.read_most_behind_seconds,
        on_statement=on_statement,
        statement_seconds=settings.limit_seconds,
    )
    ledger = ledger_of(settings, database)
    points = Points(Rates(settings.points_a_minute, settings.points_a_minute_with_token))
    door = door_of(settings)
    # Standbys carry no word that something moved; a pooler would lose it.
    listen_url = None if settings.read_database_urls else settings.listen_database_url or database_url
    followers = Followers(database, News(database, listen_url))
    revisions = {server: StateReader(server.url) for server in database.servers}
    states = {server: _state(settings, reader, listen_url) for server, reader in revisions.items()}

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[dict[str, object], None]:
        draining = asyncio.Event()
        async with AsyncExitStack() as kept_up:
            for each in (*(state.kept_current() for state in states.values()), database.standbys.watching()):
                await kept_up.enter_async_context(each)
            if neighbours:
                await kept_up.enter_async_context(neighbours.answering(streams, draining))
            async with agreeing(points, ledger), metrics_page.kept_written():
                yield {DRAINING: draining, **_for_connections(again, traces, settings.workers)}
        await followers.close()
        await door.close()
        for reader in revisions.values():
            await reader.close()
        await database.close()
        await asyncio.to_thread(traces.close)

    metrics = Metrics()
    metrics_page = MetricsPage(metrics, door, settings.home / "metrics" if settings.workers > 1 else None)
    executor, publications = warm.executor, Publications(settings, database.url, errands)
    executor.step = traces.step
    context = _context(database, door, publications)
    assets = Assets(STATIC, DESK_STATIC, graphiql.STATIC)
    admission = Admission(points, settings.trusted_proxies, warm.documents, settings.trusted_origins)
    places = Places(settings.live_connections, settings.live_connections_a_client)
    neighbours = Neighbours(settings.home) if settings.workers > 1 else None
    asking = Asking(executor, admission, _following(database, followers))
    streams = EventStreams(asking, door, places, operations=settings.live_operations, neighbours=neighbours)
    sockets = WebSockets(asking, door, places, public_url=settings.public_url, operations=settings.live_operations)

    def state_of(reading: Database) -> StateSource:
        return states[reading.server]

    kept = KeptAnswers(executor, state_of, Store(settings.cache_megabytes * _MEGABYTE), warm.program)
    site = Site(
        Questions(executor, database, publications),
        assets.address,
        Running(executor, context, admission),
        documented(warm.documents.shipped),
        str(settings.public_url),
    )
    # In development, where people read the log, what went well is no news.
    watch = Watch(metrics, logging.INFO if settings.mode is Mode.PRODUCTION else logging.DEBUG)
    says_unconfirmed = [Middleware(Unconfirmed, database.standbys)] if database.standbys else []
    app = Application(
        routes=[
            WebSocketRoute("/graphql", sockets.__call__),
            Route("/metrics", metrics_page.__call__, methods=["GET"]),
            *StoredDocuments(kept, context, admission, warm.stored).routes(),
            *_routes(settings, publications, database, warm, door, assets, site),
        ],
        lifespan=lifespan,
        middleware=[
            Middleware(Watched, watch, traces),
            *says_unconfirmed,
            Middleware(SafeHeaders),
            Middleware(Compressing),
        ],
        exception_handlers={AuktorError: refused, _OTHER_METHOD: other_method, Exception: failed},
    )
    app.router.default = nothing_here(site.no_page)
    app.router.redirect_slashes = False  # an address is exact: a POST that is redirected has lost its question

    endpoint = GraphqlEndpoint(executor, kept, context, _explorer(assets), admission)
    remembered = max(settings.cache_megabytes // 8, 1) * _MEGABYTE  # of what was read, also where no answer is kept
    reading, confirmed = ReadingWithoutRole(database, publications), _confirming(database.standbys)
    again = Again(endpoint, kept, reading, admission, watch, lambda each: confirmed(_dressed(each)), remembered)
    app.direct = {PATH: Watched(confirmed(LiveAddress(endpoint, streams, _dressed)), watch, traces)}
    for source in (
        of_kept_answers(kept.store),
        of_plans(executor),
        of_pools(database),
        of_standbys(database.standbys),
        of_editions(settings.editions),
        of_followers(places, followers),
    ):
        metrics.ask(source)
    return app


def _dressed(answer: ASGIApp) -> ASGIApp:
    """An answer with what every other is sent with."""
    return SafeHeaders(Compressing(answer))


def _confirming(standbys: Standbys) -> Callable[[ASGIApp], ASGIApp]:
    """What has answers say that the primary is silent, where others are read from."""
    return lambda answer: Unconfirmed(answer, standbys) if standbys else answer


def _for_connections(again: Again, traces: Traces, workers: int) -> dict[str, object]:
    """How several processes share them; what they answer themselves, unless spans are wanted, for they open none."""
    answering: dict[str, object] = {AGAIN: again} if isinstance(traces, NoTraces) else {}
    return answering | ({ACCEPTING: Accepting()} if workers > 1 else {})


def _state(settings: Settings, revisions: StateReader, listen_url: str | None) -> StrictState:
    """How the register's state is learnt; where nobody tells that it moved, it is asked each time."""
    if settings.cache is Cache.NOTIFY and listen_url:
        return NotifiedState(revisions.read, listen_url)
    return StrictState(revisions.read)


def _context(database: Database, door: Door, publications: Publications) -> Callable[[Request], Awaitable[Context]]:
    async def context(request: Request) -> Context:
        # Two headers are one that no issuer writes, and refused: a proxy in between may have believed the other.
        given = ", ".join(request.headers.getlist("authorization")) or None
        viewer = await door.viewer(given)
        return Context(
            # Whoever has a role may have written just now, and decides by what is.
            database.chosen(newest=viewer != ANYONE, least=revision_seen(request.headers)),
            datetime.now(UTC),
            viewer,
            preferred_language(request.headers.get("accept-language")),
            _request_id(request),
            publications=publications,
        )

    return context


def _explorer(assets: Assets) -> Callable[[], Response]:
    def explorer() -> Response:
        headers = {"content-security-policy": graphiql.CONTENT_SECURITY_POLICY, "vary": "accept"}
        return HTMLResponse(graphiql.page(assets.address), headers=headers)

    return explorer


def _routes(  # noqa: PLR0913, PLR0917 -- what the pages are made of
    settings: Settings,
    publications: Publications,
    database: Database,
    warm: Warm,
    door: Door,
    assets: Assets,
    site: Site,
) -> list[BaseRoute]:
    desk = desk_of(
        settings,
        executor=warm.executor,
        database=database,
        door=door,
        asset=assets.address,
        publications=publications,
    )
    return [
        *site.routes(),
        *desk.routes(),
        *SchemaTexts().routes(),
        *OpenData(settings.editions).routes(),
        *Identities(database, settings.publisher).routes(),
        assets.route(),
        Route("/livez", livez, methods=["GET"]),
        Route("/readyz", Readiness(database, settings.editions).__call__, methods=["GET"]),
    ]


def _following(database: Database, followers: Followers) -> Callable[[Asker], Context]:
    def context(asker: Asker) -> Context:
        request_id = _request_id(asker.connection)
        context = Context(database, datetime.now(UTC), asker.viewer, request_id=request_id)
        context.followers, context.resume_after = followers, asker.resume_after
        return context

    return context


def _request_id(request: HTTPConnection) -> str:
    """What the audit log and the program's own log know the request by."""
    seen = seen_now() or begin(request.headers.get("x-request-id"))
    return seen.request_id
