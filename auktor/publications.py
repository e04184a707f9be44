"""The editions of the settings in force, as the API publishes them."""

import asyncio
from dataclasses import dataclass

from auktor.editions import publish_edition
from auktor.settings import Settings
from db.audit import Deed
from db.deeds import Issued
from publish.release import Published


@dataclass(frozen=True, slots=True)
class Publications:
    """Where editions are published by request: in a thread with a connection of its own, for files are slow."""

    settings: Settings
    url: str

    @property
    def four_eyes(self) -> bool:
        """Whether two must publish an edition."""
        return self.settings.four_eyes_for_editions

    async def publish(self, deed: Deed, *, accept_drop: bool) -> Issued:
        """Publish what is new; goes on to its end even where nobody waits for it any more."""
        work = publish_edition(self.settings, self.url, accept_drop=accept_drop, deed=deed)
        outcome = await asyncio.to_thread(asyncio.run, work)
        return Issued(outcome.number, isinstance(outcome, Published))
