"""One request at the desk: who asks, in which language, and where its page leads."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.desk.addresses import EVERYWHERE
from auktor.site.addresses import Asked
from db.visibility import Viewer

PRIVATE: Mapping[str, str] = MappingProxyType({"cache-control": "no-store", "vary": "cookie"})
"""What every answer of the desk says: it is for this one person, and for nobody to keep."""


@dataclass(frozen=True, slots=True)
class At:
    """One request at the desk: who is signed in, in which language, and the secret of this browser's forms.

    `unsent` is a form that met an ended sign-in, brought along to the page it was made on.
    """

    viewer: Viewer
    language: Language
    form_key: str
    request: Request
    unsent: Mapping[str, str] | None = None

    def asked(self, page: str, key: str | None = None, chosen: Mapping[str, str] | None = None) -> Asked:
        """The page asked for, from which its links lead."""
        return asked_in(self.language, page, key, chosen)


Answer = Callable[[At], Awaitable[Response]]


def asked_in(language: Language, page: str, key: str | None = None, chosen: Mapping[str, str] | None = None) -> Asked:
    """A page of the desk: always of today, for work is done on the register as it is."""
    today = stockholm_today(datetime.now(UTC))
    return Asked(page, language, today, today, key, chosen, EVERYWHERE)
