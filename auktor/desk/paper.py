"""The desk's pages as they leave it: for one person alone, and every trouble told as a page."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path

from starlette.responses import Response

from auktor.auth import Forbidden
from auktor.core.errors import AuktorError, Refused, Unavailable
from auktor.core.vocabulary import Language
from auktor.desk.at import PRIVATE, At, asked_in
from auktor.desk.refusals import heading
from auktor.site import STATIC as SITE_STATIC
from auktor.site.addresses import Asked
from auktor.site.asking import NotAnswered
from auktor.site.choices import BadChoice
from auktor.site.writing import Since, Writer

_RETRY_SECONDS = "5"
_TEMPLATES = Path(__file__).parent / "templates"


class Paper:
    """Writes a page from its template; `asset` tells where a style sheet is served, `unconfirmed` as to a `Writer`."""

    def __init__(self, asset: Callable[[str], str], unconfirmed: Since) -> None:
        self._writer = Writer(asset, _TEMPLATES, SITE_STATIC.parent / "templates", unconfirmed=unconfirmed)

    def signed(self, at: At, template: str, asked: Asked, values: Mapping[str, object], status: int = 200) -> Response:
        """A page for somebody who is signed in."""
        of_all = {"viewer": at.viewer, "form_key": at.form_key, "heading": heading, "mine": at.viewer.subject}
        return self.plain(template, asked, {**of_all, **values}, status)

    def plain(self, template: str, asked: Asked, values: Mapping[str, object], status: int = 200) -> Response:
        """A page that says nothing of who reads it."""
        return self._writer.page(template, asked, {"turns": None, **values}, status, PRIVATE)

    def trouble(self, language: Language, error: AuktorError | NotAnswered) -> Response:
        """What went wrong, as a page."""
        match error:
            case NotAnswered():
                return self.told(language, "not_found", 404, Refused(str(error)))
            case BadChoice():
                return self.told(language, "not_offered", 400, error)
            case Forbidden():
                return self.told(language, "no_role", 403, error)
            case Unavailable():
                return self.told(language, "no_answer", 503, error)
            case _:
                return self.told(language, "bad_form", 400, error)

    def told(
        self,
        language: Language,
        what: str,
        status: int,
        error: AuktorError,
        back: str | None = None,
    ) -> Response:
        """One of the troubles the template knows, by its name; `back` is where a sign-in leads on to."""
        values: dict[str, object] = {"what": what, "message": error.message, "back": back}
        response = self.plain("trouble_at_desk", asked_in(language, "desk"), values, status)
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            response.headers["retry-after"] = _RETRY_SECONDS
        return response
