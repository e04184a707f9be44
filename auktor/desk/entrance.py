"""The desk's door: who is signed in, how one signs in and out, and what becomes of a form that came too late."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from auktor.auth import Door, Forbidden, IssuerUnavailable, Unauthenticated
from auktor.core.errors import AuktorError, Refused
from auktor.core.vocabulary import Language
from auktor.desk.addresses import DESK
from auktor.desk.at import PRIVATE, Answer, At, asked_in
from auktor.desk.paper import Paper
from auktor.desk.sealing import Seal, TooLongForCookie
from auktor.desk.sent import OfAnotherSession, sent_form
from auktor.desk.signing_in import Begun, Provider, Session, session
from auktor.desk.unsent import Unsent, unsent
from auktor.site.asking import NotAnswered

_SESSION, _BEGUN, _UNSENT = "auktor_desk", "auktor_signing_in", "auktor_unsent"
_LOCAL_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Entrance:
    """Lets people in; `provider` is where they sign in, None where only tokens made here open the desk."""

    door: Door
    seal: Seal
    provider: Provider | None
    takes_tokens: bool
    is_secure: bool
    paper: Paper

    def signed(self, language: Language, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        """`answer` for whoever is signed in; the others are asked to sign in, and every trouble is told as a page."""

        async def answered(request: Request) -> Response:
            held = self.seal.open(request.cookies.get(_SESSION), Session)
            try:
                if held is None:
                    return await self._asked_to_sign_in(request, language)
                viewer = await self.door.viewer(f"Bearer {held.token}")
                return await self._with_unsent(At(viewer, language, held.form_key, request), answer)
            except Unauthenticated:
                return await self._asked_to_sign_in(request, language)
            except (AuktorError, NotAnswered) as error:
                return self.paper.trouble(language, error)

        return answered

    async def _with_unsent(self, at: At, answer: Answer) -> Response:
        """The page, with what the same person wrote on it before; that is kept no longer than until it is shown."""
        kept = self.seal.open(at.request.cookies.get(_UNSENT), Unsent)
        here = (at.request.method, at.request.url.path, at.viewer.subject)
        if kept is None or here != ("GET", kept.path, kept.writer):
            return await answer(at)
        response = await answer(At(at.viewer, at.language, at.form_key, at.request, kept.fields))
        response.delete_cookie(_UNSENT, path="/")
        return response

    async def _asked_to_sign_in(self, request: Request, language: Language) -> Response:
        """The way to the sign-in and back; a form that was sent is kept in the browser meanwhile."""
        if request.method == "POST":
            return await self._too_late(request, language)
        return RedirectResponse(_sign_in_address(language, _path(request)), 303, PRIVATE)

    async def _too_late(self, request: Request, language: Language) -> Response:
        ended, back = Unauthenticated("Your sign-in has ended."), _sign_in_address(language, request.url.path)
        kept = unsent(request.url.path, await sent_form(request))
        try:
            value = self.seal.seal(kept)
        except TooLongForCookie:
            return self.paper.told(language, "ended_long", 401, ended, back)
        response = self.paper.told(language, "ended", 401, ended, back)
        self._keep(response, _UNSENT, value, kept.ends)
        return response

    async def sign_in(self, language: Language, request: Request) -> Response:
        """On to the provider; in development a form that takes a token made here."""
        back = _safe(request.query_params.get("till"), language)
        try:
            if request.method == "POST" and self.takes_tokens:
                return await self._token_given(request, language, back)
            if self.provider is not None:
                address, begun = await self.provider.begin(back)
                response = RedirectResponse(address, 303, PRIVATE)
                self._keep(response, _BEGUN, self.seal.seal(begun), begun.ends)
                return response
        except IssuerUnavailable as error:
            return self.paper.told(language, "no_provider", 503, error)
        if self.takes_tokens:
            return self._sign_in_page(language, None)
        unset = Refused("No OpenID provider is set: AUKTOR_OIDC_CLIENT_ID.")
        return self.paper.told(language, "no_provider", 503, unset)

    async def _token_given(self, request: Request, language: Language, back: str) -> Response:
        token = (await sent_form(request)).get("token", "").strip()
        try:
            await self.door.viewer(f"Bearer {token}")
            return self._welcome(session(token, _LOCAL_SECONDS), back)
        except (Unauthenticated, Forbidden, TooLongForCookie) as error:
            return self._sign_in_page(language, error)

    def _sign_in_page(self, language: Language, error: AuktorError | None) -> Response:
        values: dict[str, object] = {"error": error.message if error else None}
        return self.paper.plain("sign_in", asked_in(language, "sign_in"), values, 401 if error else 200)

    async def returned(self, request: Request) -> Response:
        """What the provider sends back: a session, or why there is none."""
        begun = self.seal.open(request.cookies.get(_BEGUN), Begun)
        language = Language.EN if begun and begun.back.startswith("/en/") else Language.SV
        try:
            if self.provider is None:
                raise Unauthenticated("No OpenID provider is set, so none sends anybody back.")
            held = await self.provider.finish(begun, dict(request.query_params))
            await self.door.viewer(f"Bearer {held.token}")
            response = self._welcome(held, begun.back if begun else "")
        except Forbidden as error:
            response = self.paper.told(language, "no_role", 403, error)
        except IssuerUnavailable as error:
            response = self.paper.told(language, "no_provider", 503, error)
        except Refused as error:
            response = self.paper.told(language, "not_signed_in", 401, error)
        response.delete_cookie(_BEGUN, path="/")
        return response

    def _welcome(self, held: Session, back: str) -> Response:
        response = RedirectResponse(back or DESK["desk"].sv, 303, PRIVATE)
        self._keep(response, _SESSION, self.seal.seal(held), held.ends)
        return response

    def _keep(self, response: Response, name: str, value: str, ends: float) -> None:
        """Lax, since the provider's redirect must bring it along; a form that changes something has its own secret."""
        age = max(int(ends - datetime.now(UTC).timestamp()), 0)
        response.set_cookie(name, value, max_age=age, path="/", secure=self.is_secure, httponly=True, samesite="lax")

    async def sign_out(self, at: At) -> Response:
        """Out, to the register's front page; a form left unsent goes too."""
        await form_of(at)
        response = RedirectResponse(at.asked("desk").link("front"), 303, PRIVATE)
        response.delete_cookie(_SESSION, path="/")
        response.delete_cookie(_UNSENT, path="/")
        return response


async def form_of(at: At) -> Mapping[str, str]:
    """What was sent, from a page of this very session: a form of another site does not know its secret."""
    sent = await sent_form(at.request)
    if not secrets.compare_digest(sent.get("form_key", "").encode(), at.form_key.encode()):
        raise OfAnotherSession(sent)
    return sent


def _sign_in_address(language: Language, back: str) -> str:
    return f"{DESK['sign_in'].in_language(language)}?{urlencode({'till': back})}"


def _path(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


def _safe(till: str | None, language: Language) -> str:
    """Where to go after the sign-in: a page of the desk, never another host."""
    pages = tuple(f"{DESK['desk'].in_language(each)}" for each in Language)
    is_ours = till is not None and till.startswith(pages) and "\\" not in till and till.isprintable()
    return str(till) if is_ours else DESK["desk"].in_language(language)
