"""The stored questions of the pages, and the API they are put to."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from auktor.site.asking import Data, NotAnswered, ask_as
from db.engine import Database
from schema.answering import Executor, Json
from schema.context import Context
from schema.publications import Publications

FOLDER = Path(__file__).parent / "documents"


class Questions:
    """Puts stored questions to the API in this process, as a reader without a role."""

    def __init__(self, executor: Executor, database: Database, publications: Publications | None = None) -> None:
        self._executor = executor
        self._database = database
        self._publications = publications
        self._texts = {file.stem: file.read_text("utf-8") for file in FOLDER.glob("*.graphql")}

    def unconfirmed_since(self) -> datetime | None:
        """When the register was last known to be what is told of it, while nobody knows."""
        return self._database.standbys.unconfirmed_since

    def text(self, document: str) -> str:
        """A stored question as it is asked."""
        return self._texts[document]

    def named(self, document: str, variables: Mapping[str, Json]) -> dict[str, Json]:
        """Those of the variables that the question names."""
        declared = self._texts[document].partition("{")[0]
        return {name: value for name, value in variables.items() if f"${name}:" in declared}

    async def ask(self, document: str, variables: Mapping[str, Json]) -> Data:
        """The data of the answer; NotAnswered where the API refuses, Unavailable where it cannot answer now."""
        context = Context(self._database.chosen(), datetime.now(UTC), publications=self._publications)
        return await ask_as(self._executor, context, self._texts[document], self.named(document, variables))

    async def ask_if_known(self, document: str, variables: Mapping[str, Json]) -> Data | None:
        """The same; None where the API refuses to answer."""
        try:
            return await self.ask(document, variables)
        except NotAnswered:
            return None
