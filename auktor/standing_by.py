"""What readers of standbys tell and are told: the revision they have seen, and that the primary does not answer."""

import re
from collections.abc import Sequence
from datetime import datetime

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auktor.core.errors import shown
from auktor.core.vocabulary import Language
from auktor.graphql.cross_origin import REVISION, UNCONFIRMED
from auktor.graphql.errors import BadRequest
from auktor.whole_answer import Line
from db.engine import Database
from db.standbys import Standbys
from schema.context import Context
from schema.publications import Publications

_WHOLE = re.compile(r"[0-9]{1,18}")


class BadRevision(BadRequest):
    """A revision that the caller says it has seen, and that is none."""

    code = "BAD_REVISION"


def revision_seen(headers: Headers) -> int:
    """The revision that a request says its sender has seen, 0 where it says none: it is answered by no older one."""
    given = headers.get(REVISION)
    if given is None:
        return 0
    if not _WHOLE.fullmatch(given):
        raise BadRevision(
            f"{REVISION} is {shown(given)}. Send the number that an answer bore in the header of that name, or none."
        )
    return int(given)


class Unconfirmed:
    """Has every answer of `app` say so while the primary is silent: since when nobody knows what it has recorded."""

    def __init__(self, app: ASGIApp, standbys: Standbys) -> None:
        self._app = app
        self._standbys = standbys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let `app` answer, and add what is known of the primary when the answer begins."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *unconfirmed(self._standbys)]
            await send(message)

        await self._app(scope, receive, told)


class ReadingWithoutRole:
    """What those without a role are answered from, and what they are told beside every answer."""

    def __init__(self, database: Database, publications: Publications) -> None:
        self._database = database
        self._publications = publications

    def database(self, lines: Sequence[Line]) -> Database:
        """Where a request with these header lines is read for."""
        if not self._database.standbys:
            return self._database
        return self._database.chosen(least=revision_seen(Headers(raw=list(lines))))

    def context(self, lines: Sequence[Line], language: Language, now: datetime) -> Context:
        """What its resolvers share; no id of the request, which only the record of a deed tells."""
        return Context(self.database(lines), now, language=language, publications=self._publications)

    def beside(self) -> list[Line]:
        """The header lines that say how far what is read may be behind."""
        return unconfirmed(self._database.standbys)


def unconfirmed(standbys: Standbys) -> list[Line]:
    """The header line that says so, while there is something to say."""
    since = standbys.unconfirmed_since
    if since is None:
        return []
    return [(UNCONFIRMED.lower().encode(), since.isoformat(timespec="seconds").replace("+00:00", "Z").encode())]
