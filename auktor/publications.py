"""The editions of the settings in force, as the API publishes them."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auktor.editions import place_of, publish_edition
from auktor.settings import Settings
from db.audit import Deed
from db.deeds import Issued
from db.engine import Database
from publish.diff import Record
from publish.release import Published, compare
from schema.publications import Differences


@dataclass(frozen=True, slots=True)
class Publications:
    """Where editions are published by request: in a thread with a connection of its own, for files are slow."""

    settings: Settings
    url: str

    @property
    def four_eyes(self) -> bool:
        """Whether two must publish an edition."""
        return self.settings.four_eyes_for_editions

    async def differences(self, before: int, after: int | None, most: int) -> Differences:
        """The lines of `diff.ndjson`, read from the editions that lie in the home."""
        return await asyncio.to_thread(lambda: asyncio.run(self._differences(before, after, most)))

    async def _differences(self, before: int, after: int | None, most: int) -> Differences:
        database = Database(self.url, pool_size=1)
        try:
            return await compare(database, place_of(self.settings), before, after, lambda lines: _counted(lines, most))
        finally:
            await database.close()

    async def publish(self, deed: Deed, *, accept_drop: bool) -> Issued:
        """Publish what is new; goes on to its end even where nobody waits for it any more."""
        outcome = await asyncio.to_thread(
            lambda: asyncio.run(publish_edition(self.settings, self.url, accept_drop=accept_drop, deed=deed))
        )
        return Issued(outcome.number, isinstance(outcome, Published))


def _counted(lines: Iterator[Record], most: int) -> Differences:
    counts, first = Counter[tuple[str, str]](), list[Record]()
    for line in lines:
        counts[line["table"], line["change"]] += 1
        if len(first) < most:
            first.append(line)
    return Differences(tuple(first), counts)
