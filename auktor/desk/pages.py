"""The desk's addresses, and the way from one to its page: who is signed in, a question to the API, a template."""

import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from auktor.auth import Door, Forbidden, IssuerUnavailable, Unauthenticated
from auktor.core.errors import AuktorError, Refused, Unavailable
from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.desk.addresses import DESK, EVERYWHERE, RETURNED
from auktor.desk.doing import DECISIONS, WAYS, Done, Refusal, Way, do, viewer_may
from auktor.desk.forms import Control, controls, variables
from auktor.desk.publishing import PUBLISHES, said_of, way_and_input
from auktor.desk.refusals import heading
from auktor.desk.sealing import Seal, TokenTooLong
from auktor.desk.sent import sent_form
from auktor.desk.signing_in import Begun, Provider, Session, session
from auktor.desk.steps import ways_from
from auktor.site import STATIC as SITE_STATIC
from auktor.site.addresses import Asked
from auktor.site.asking import Data, NotAnswered, ask_as
from auktor.site.files import table_at
from auktor.site.writing import Writer
from db.engine import Database
from db.facts import NOUNS
from db.visibility import Viewer
from schema.answering import Executor, Json
from schema.context import Context
from schema.publications import Publications

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
SOON = timedelta(days=180)
_SESSION, _BEGUN = "auktor_desk", "auktor_signing_in"
_PRIVATE = {"cache-control": "no-store", "vary": "cookie"}
_LOCAL_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class At:
    """One request at the desk: who is signed in, in which language, and the secret of this browser's forms."""

    viewer: Viewer
    language: Language
    form_key: str
    request: Request

    def asked(self, page: str, key: str | None = None) -> Asked:
        """The page asked for, from which its links lead."""
        return _asked(page, self.language, key)


Answer = Callable[[At], Awaitable[Response]]


class Desk:
    """The pages; `provider` is where people sign in, None where only tokens made here open the desk."""

    def __init__(  # noqa: PLR0913 -- each is one thing the desk is put together from, always named
        self,
        *,
        executor: Executor,
        database: Database,
        door: Door,
        seal: Seal,
        provider: Provider | None,
        takes_tokens: bool,
        is_secure: bool,
        asset: Callable[[str], str],
        publications: Publications,
    ) -> None:
        self._executor, self._database, self._door, self._seal = executor, database, door, seal
        self._publications = publications
        self._provider, self._takes_tokens, self._is_secure = provider, takes_tokens, is_secure
        self._documents = {file.stem: file.read_text("utf-8") for file in (FOLDER / "documents").glob("*.graphql")}
        self._writer = Writer(asset, FOLDER / "templates", SITE_STATIC.parent / "templates")

    def routes(self) -> list[Route]:
        """The addresses, each exact, in Swedish and in English."""
        return [Route(RETURNED, self._returned, methods=["GET"])] + [
            Route(DESK[page].in_language(language), answer, methods=methods)
            for language in Language
            for page, answer, methods in self._pages(language)
        ]

    def _pages(self, language: Language) -> list[tuple[str, Callable[[Request], Awaitable[Response]], list[str]]]:
        signed = partial(self._signed, language)
        return [
            ("desk", signed(self._overview), ["GET"]),
            ("desk_application", signed(self._application), ["GET"]),
            ("desk_preparation", signed(self._preparation), ["GET", "POST"]),
            ("desk_deeds", signed(self._deeds), ["GET"]),
            ("desk_deed", signed(self._deed), ["GET", "POST"]),
            ("desk_done", signed(self._done), ["GET"]),
            ("desk_publish", signed(self._publish), ["GET", "POST"]),
            ("sign_out", signed(self._sign_out), ["POST"]),
            ("sign_in", partial(self._sign_in, language), ["GET", "POST"]),
        ]

    # --- who is there -----------------------------------------------------------------------------------------------

    def _signed(self, language: Language, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        """`answer` for whoever is signed in; the others are asked to sign in, and every trouble is told as a page."""

        async def answered(request: Request) -> Response:
            held = self._seal.open(request.cookies.get(_SESSION), Session)
            try:
                if held is None:
                    return self._asked_to_sign_in(request, language)
                viewer = await self._door.viewer(f"Bearer {held.token}")
                return await answer(At(viewer, language, held.form_key, request))
            except Unauthenticated:
                return self._asked_to_sign_in(request, language)
            except (AuktorError, NotAnswered) as error:
                return self._trouble(language, error)

        return answered

    def _trouble(self, language: Language, error: AuktorError | NotAnswered) -> Response:
        """What went wrong, as a page."""
        match error:
            case NotAnswered():
                return self._told(language, "not_found", 404, Refused(str(error)))
            case Forbidden():
                return self._told(language, "no_role", 403, error)
            case Unavailable():
                return self._told(language, "no_answer", 503, error, {"retry-after": "5"})
            case _:
                return self._told(language, "bad_form", 400, error)

    def _asked_to_sign_in(self, request: Request, language: Language) -> Response:
        """The way to the sign-in and back; a form that was sent is not lost but told of."""
        if request.method == "POST":
            ended = Unauthenticated("Your sign-in has ended.")
            return self._told(language, "ended", 401, ended)
        address = DESK["sign_in"].in_language(language)
        return RedirectResponse(f"{address}?{urlencode({'till': _path(request)})}", 303, _PRIVATE)

    async def _sign_in(self, language: Language, request: Request) -> Response:
        """On to the provider; in development a form that takes a token made here."""
        back = _safe(request.query_params.get("till"), language)
        try:
            if request.method == "POST" and self._takes_tokens:
                return await self._token_given(request, language, back)
            if self._provider is not None:
                address, begun = await self._provider.begin(back)
                response = RedirectResponse(address, 303, _PRIVATE)
                self._keep(response, _BEGUN, self._seal.seal(begun), begun.ends)
                return response
        except IssuerUnavailable as error:
            return self._told(language, "no_provider", 503, error, {"retry-after": "10"})
        if self._takes_tokens:
            return self._sign_in_page(language, None)
        return self._told(language, "no_provider", 503, Refused("No OpenID provider is set: AUKTOR_OIDC_CLIENT_ID."))

    async def _token_given(self, request: Request, language: Language, back: str) -> Response:
        token = (await sent_form(request)).get("token", "").strip()
        try:
            await self._door.viewer(f"Bearer {token}")
            return self._welcome(session(token, _LOCAL_SECONDS), back)
        except (Unauthenticated, Forbidden, TokenTooLong) as error:
            return self._sign_in_page(language, error)

    def _sign_in_page(self, language: Language, error: AuktorError | None) -> Response:
        values: dict[str, object] = {"error": error.message if error else None}
        return self._page("sign_in", _asked("sign_in", language), values, 401 if error else 200)

    async def _returned(self, request: Request) -> Response:
        """What the provider sends back: a session, or why there is none."""
        begun = self._seal.open(request.cookies.get(_BEGUN), Begun)
        language = Language.EN if begun and begun.back.startswith("/en/") else Language.SV
        try:
            if self._provider is None:
                raise Unauthenticated("No OpenID provider is set, so none sends anybody back.")
            held = await self._provider.finish(begun, dict(request.query_params))
            await self._door.viewer(f"Bearer {held.token}")
            response = self._welcome(held, begun.back if begun else "")
        except Forbidden as error:
            response = self._told(language, "no_role", 403, error)
        except IssuerUnavailable as error:
            response = self._told(language, "no_provider", 503, error, {"retry-after": "10"})
        except Refused as error:
            response = self._told(language, "not_signed_in", 401, error)
        response.delete_cookie(_BEGUN, path="/")
        return response

    def _welcome(self, held: Session, back: str) -> Response:
        response = RedirectResponse(back or DESK["desk"].sv, 303, _PRIVATE)
        self._keep(response, _SESSION, self._seal.seal(held), held.ends)
        return response

    def _keep(self, response: Response, name: str, value: str, ends: float) -> None:
        """Lax, since the provider's redirect must bring it along; a form that changes something has its own secret."""
        age = max(int(ends - datetime.now(UTC).timestamp()), 0)
        response.set_cookie(name, value, max_age=age, path="/", secure=self._is_secure, httponly=True, samesite="lax")

    async def _sign_out(self, at: At) -> Response:
        await self._form(at)
        response = RedirectResponse(_asked("desk", at.language).link("front"), 303, _PRIVATE)
        response.delete_cookie(_SESSION, path="/")
        return response

    # --- the pages --------------------------------------------------------------------------------------------------

    async def _overview(self, at: At) -> Response:
        """What waits: applications, preparations, and what ends or begins within 180 days."""
        today = stockholm_today(datetime.now(UTC))
        asked: dict[str, Json] = {"today": str(today), "soon": str(today + SOON), "language": str(at.language)}
        data = await self._ask(at, "overview", asked)
        values = {"data": data, "decisions": DECISIONS, "mine": at.viewer.subject}
        return self._page("overview", at.asked("desk"), {**self._common(at), **values})

    async def _application(self, at: At) -> Response:
        key = str(at.request.path_params["key"])
        data = await self._ask(at, "application", {"id": f"Application:{key}", "language": str(at.language)})
        found = table_at(data, ("node",))
        if not found:
            raise NotAnswered("NOT_FOUND", f"No application {key} is shown to you.")
        ways = [way for way in ways_from(str(found[0]["status"])) if viewer_may(at.viewer, way)]
        values = {"object": found[0], "ways": ways, "preset": {"application": f"Application:{key}"}}
        return self._page("application", at.asked("desk_application", key), {**self._common(at), **values})

    async def _deeds(self, at: At) -> Response:
        """Every deed the role may do, by what it changes."""
        grouped: dict[str, list[Way]] = {}
        for way in WAYS.values():
            if viewer_may(at.viewer, way):
                grouped.setdefault(way.deed.changes, []).append(way)
        values = {"grouped": grouped, "nouns": {name: model.noun for name, model in NOUNS.items()}}
        return self._page("deeds", at.asked("desk_deeds"), {**self._common(at), **values})

    async def _deed(self, at: At) -> Response:
        """The form of a deed; sent, the deed done, or the form again with every refusal beside its control."""
        name = str(at.request.path_params["key"])
        way = WAYS.get(name)
        if way is None:
            raise NotAnswered("NOT_FOUND", f"There is no deed {name}.")
        asked = controls(way.deed.order)
        if at.request.method == "GET":
            sent = {"clientMutationId": secrets.token_urlsafe(12), **dict(at.request.query_params)}
            return await self._form_page(at, way, asked, sent, [])
        sent = dict(await self._form(at))
        outcome = await self._do(at, way, {**variables(asked, sent), **_of_every_deed(sent)})
        if isinstance(outcome, Done):
            return self._lead_on(at, way, outcome)
        return await self._form_page(at, way, asked, sent, outcome)

    async def _form_page(
        self, at: At, way: Way, asked: tuple[Control, ...], sent: Mapping[str, str], refusals: list[Refusal]
    ) -> Response:
        known = {name for name, _ in _all_of(asked)}
        places = [(_nearest(refusal.control, known), refusal) for refusal in refusals]
        beside = {place: refusal for place, refusal in reversed(places) if place}
        whole = [refusal for place, refusal in places if not place]
        objects = await self._objects(at, asked)
        labels = {name: control.label for name, control in _all_of(asked)}
        values: dict[str, object] = {"way": way, "controls": asked, "sent": sent, "objects": objects}
        values |= {"beside": beside, "whole": whole, "labels": labels}
        status = 422 if refusals else 200
        return self._page("deed", at.asked("desk_deed", way.name), {**self._common(at), **values}, status)

    async def _objects(self, at: At, asked: tuple[Control, ...]) -> Data:
        """The objects that the controls of a form can name, by table; those that are few enough to choose from."""
        wanted = {control.refers_to for _, control in _all_of(asked) if control.refers_to}
        chosen: dict[str, Json] = {f"with_{table}": table in wanted for table in _CHOOSABLE}
        if not any(chosen.values()):
            return {}
        return await self._ask(at, "objects", {**chosen, "language": str(at.language)})

    async def _preparation(self, at: At) -> Response:
        """What was prepared, and the button that decides it."""
        number = str(at.request.path_params["key"])
        found = table_at(await self._ask(at, "preparation", {"number": _number(number)}), ("preparations", "nodes"))
        if not found or str(found[0]["deed"]) not in DECISIONS:
            raise NotAnswered("NOT_FOUND", f"No preparation {number} is shown to you.")
        way, refusals = DECISIONS[str(found[0]["deed"])], list[Refusal]()
        sent: Mapping[str, str] = {"clientMutationId": secrets.token_urlsafe(12)}
        if at.request.method == "POST":
            sent = await self._form(at)
            outcome = await self._do(at, way, {"preparation": str(found[0]["id"]), **_of_every_deed(sent)})
            if isinstance(outcome, Done):
                return self._lead_on(at, way, outcome)
            refusals = outcome
        content = json.loads(str(found[0]["content"]))
        values = {"object": found[0], "way": way, "content": content, "whole": refusals, "sent": sent}
        values |= {"labels": {c.own_name: c.label for c in controls(way.deed.order)}, "mine": at.viewer.subject}
        asked = at.asked("desk_preparation", number)
        return self._page("preparation", asked, {**self._common(at), **values}, 422 if refusals else 200)

    async def _done(self, at: At) -> Response:
        """What came of a deed, and where to look at it."""
        kind, _, key = at.request.query_params.get("id", "").partition(":")
        way = {**WAYS, **DECISIONS}.get(at.request.query_params.get("gjort", ""))
        if way is None or not key:
            raise NotAnswered("NOT_FOUND", "Nothing is said to be done.")
        return self._page(
            "done", at.asked("desk_done"), {**self._common(at), "kind": kind, "object_key": key, "way": way}
        )

    async def _publish(self, at: At) -> Response:
        """The newest edition, what the next would say, and the button that publishes it or prepares it."""
        sent: Mapping[str, str] = {"clientMutationId": secrets.token_urlsafe(12)}
        refusals, outcome, four_eyes = list[Refusal](), "", self._publications.four_eyes
        if at.request.method == "POST":
            sent = await self._form(at)
            way, given = way_and_input(sent, four_eyes=four_eyes)
            came = await self._do(at, way, {**given, **_of_every_deed(sent)})
            if isinstance(came, Done):
                outcome, sent = said_of(came), {"clientMutationId": secrets.token_urlsafe(12)}
            else:
                refusals = came
        values = await self._to_publish(at)
        values |= {"whole": refusals, "sent": sent, "outcome": outcome, "four_eyes": four_eyes}
        asked = at.asked("desk_publish")
        return self._page("publish", asked, {**self._common(at), **values}, 422 if refusals else 200)

    async def _to_publish(self, at: At) -> dict[str, object]:
        data = await self._ask(at, "publish", {})
        editions = table_at(data, ("editions", "nodes"))
        preview: Data = await self._ask(at, "preview", {"number": editions[0]["number"]}) if editions else {}
        return {
            "edition": editions[0] if editions else None,
            "preview": preview.get("diff"),
            "preparations": table_at(data, ("preparations", "nodes")),
            "may": viewer_may(at.viewer, PUBLISHES),
            "mine": at.viewer.subject,
        }

    def _lead_on(self, at: At, way: Way, done: Done) -> Response:
        address = f"{DESK['desk_done'].in_language(at.language)}?{urlencode({'gjort': way.name, 'id': done.id})}"
        return RedirectResponse(address, 303, _PRIVATE)

    # --- what they share --------------------------------------------------------------------------------------------

    async def _form(self, at: At) -> Mapping[str, str]:
        """What was sent, from a page of this very session: a form of another site does not know its secret."""
        sent = await sent_form(at.request)
        if not secrets.compare_digest(sent.get("form_key", "").encode(), at.form_key.encode()):
            raise Refused("The form was made in another session. Open it anew; nothing was done.")
        return sent

    async def _do(self, at: At, way: Way, given: Mapping[str, Json]) -> Done | list[Refusal]:
        request_id = f"desk-{secrets.token_hex(8)}"
        context = self._context(at, request_id)
        return await do(self._executor, context, way, given)

    async def _ask(self, at: At, document: str, given: Mapping[str, Json]) -> Data:
        return await ask_as(self._executor, self._context(at), self._documents[document], given)

    def _context(self, at: At, request_id: str | None = None) -> Context:
        now = datetime.now(UTC)
        return Context(self._database, now, at.viewer, at.language, request_id, publications=self._publications)

    def _common(self, at: At) -> dict[str, object]:
        return {"viewer": at.viewer, "form_key": at.form_key, "heading": heading}

    def _told(
        self,
        language: Language,
        what: str,
        status: int,
        error: AuktorError,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        values: dict[str, object] = {"what": what, "message": error.message}
        return self._page("trouble_at_desk", _asked("desk", language), values, status, headers)

    def _page(
        self,
        template: str,
        asked: Asked,
        values: Mapping[str, object],
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        return self._writer.page(template, asked, {"turns": None, **values}, status, {**_PRIVATE, **(headers or {})})


_CHOOSABLE = (
    "supplier",
    "service",
    "application",
    "decision",
    "supplier_agreement",
    "requirements_version",
    "regulation",
    "rectification_case",
    "review",
    "review_finding",
)
"""Tables of which there are few enough objects to choose from; an actor is named by its id."""


def _all_of(asked: tuple[Control, ...]) -> list[tuple[str, Control]]:
    """Every control of a form by name, those in groups too."""
    inner = [each for control in asked for group in control.groups for each in _all_of(group)]
    return [(control.name, control) for control in asked] + inner


def _nearest(place: str, known: set[str]) -> str:
    """The control a refusal is about: that of the place itself, or of what it stands in; empty for the whole form."""
    while place and place not in known:
        place = place.rpartition(".")[0]
    return place


def _of_every_deed(sent: Mapping[str, str]) -> dict[str, Json]:
    """What every form has beside the deed's own input; what is empty is left out."""
    version = sent.get("expectedVersion", "")
    known: dict[str, Json] = {"expectedVersion": int(version)} if version.isascii() and version.isdecimal() else {}
    texts = {name: sent[name].strip() for name in ("clientMutationId", "reason") if sent.get(name, "").strip()}
    return {**known, **texts}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0  # noqa: PLR2004 -- a bigint


def _asked(page: str, language: Language, key: str | None = None) -> Asked:
    today: date = stockholm_today(datetime.now(UTC))
    return Asked(page, language, today, today, key, None, EVERYWHERE)


def _path(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _safe(till: str | None, language: Language) -> str:
    """Where to go after the sign-in: a page of the desk, never another host."""
    pages = tuple(f"{DESK['desk'].in_language(each)}" for each in Language)
    is_ours = till is not None and till.startswith(pages) and "\\" not in till and till.isprintable()
    return str(till) if is_ours else DESK["desk"].in_language(language)
