"""The editions of the settings in force, as the API publishes and compares them.

What makes editions is imported when they are compared: a process that only answers does without it.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auktor.errands import Errands
from auktor.publishing import issue
from auktor.settings import Settings
from db.audit import Deed
from db.deeds import Issued
from db.engine import Database
from schema.publications import Differences

if TYPE_CHECKING:
    from publish.diff import Record


@dataclass(frozen=True, slots=True)
class Publications:
    """Where editions are published by request: by the process that is there for it, which `errands` reach.

    An application by itself has none. It publishes in a thread with a connection of its own, for files are slow.
    """

    settings: Settings
    url: str
    errands: Errands | None = None

    @property
    def four_eyes(self) -> bool:
        """Whether two must publish an edition."""
        return self.settings.four_eyes_for_editions

    async def differences(self, before: int, after: int | None, most: int) -> Differences:
        """The lines of `diff.ndjson`, read from the editions that lie in the home."""
        return await asyncio.to_thread(lambda: asyncio.run(self._differences(before, after, most)))

    async def _differences(self, before: int, after: int | None, most: int) -> Differences:
        from auktor.editions import place_of  # noqa: PLC0415 -- as the head of the file says
        from publish.release import compare  # noqa: PLC0415

        database = Database(self.url, pool_size=1)
        try:
            return await compare(database, place_of(self.settings), before, after, lambda lines: _counted(lines, most))
        finally:
            await database.close()

    async def publish(self, deed: Deed, *, accept_drop: bool) -> Issued:
        """Publish what is new; goes on to its end even where nobody waits for it any more."""
        return await asyncio.to_thread(self._publish, deed, accept_drop)

    def _publish(self, deed: Deed, accept_drop: bool) -> Issued:  # noqa: FBT001 -- as `Issue` has it
        if self.errands:
            issued: Issued = self.errands.outcome(deed, accept_drop)
            return issued
        return asyncio.run(issue(self.settings, self.url, deed, accept_drop))


def _counted(lines: "Iterator[Record]", most: int) -> Differences:
    counts = Counter[tuple[str, str]]()
    first: list[Record] = []
    for line in lines:
        counts[line["table"], line["change"]] += 1
        if len(first) < most:
            first.append(line)
    return Differences(tuple(first), counts)
