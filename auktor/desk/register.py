"""The register as whoever is signed in may ask it, and change it by a deed."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from auktor.desk.at import At
from auktor.desk.doing import Done, Refusal, Way, do
from auktor.site.asking import Data, ask_as
from db.engine import Database
from schema.answering import Executor, Json
from schema.context import Context
from schema.publications import Publications

_DOCUMENTS = Path(__file__).parent / "documents"


class Register:
    """The API in the same process, in the role of each who asks."""

    def __init__(self, executor: Executor, database: Database, publications: Publications) -> None:
        self._executor, self._database, self.publications = executor, database, publications
        self._documents = {file.stem: file.read_text("utf-8") for file in _DOCUMENTS.glob("*.graphql")}

    async def ask(self, at: At, document: str, given: Mapping[str, Json]) -> Data:
        """The answer to one of the desk's own questions; NotAnswered or RegisterUnavailable where there is none."""
        return await ask_as(self._executor, self._context(at), self._documents[document], given)

    async def do(self, at: At, way: Way, given: Mapping[str, Json]) -> Done | list[Refusal]:
        """Have a deed done; the audit log names the request."""
        return await do(self._executor, self._context(at, f"desk-{secrets.token_hex(8)}"), way, given)

    def _context(self, at: At, request_id: str | None = None) -> Context:
        now = datetime.now(UTC)
        database = self._database.chosen(newest=True)
        return Context(database, now, at.viewer, at.language, request_id, publications=self.publications)
