"""Where editions are published: what the API is handed, since publishing and answering know nothing of each other."""

from typing import Protocol

from db.audit import Deed
from db.deeds import Issued


class Publications(Protocol):
    """The place of editions, as the program that serves has it set."""

    @property
    def four_eyes(self) -> bool:
        """Whether an edition is prepared by one publisher and published by another."""
        ...

    async def publish(self, deed: Deed, *, accept_drop: bool) -> Issued:
        """Publish if there is something new to say; `deed` is what the audit log says of it. Raises Refused."""
        ...
