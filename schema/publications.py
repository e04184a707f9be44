"""Where editions are published: what the API is handed, since publishing and answering know nothing of each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from db.audit import Deed
from db.deeds import Issued


@dataclass(frozen=True, slots=True)
class Differences:
    """The first lines of a difference as `diff.ndjson` has them, and how many there are by table and change."""

    lines: tuple[Mapping[str, Any], ...]
    counts: Mapping[tuple[str, str], int]

    @property
    def total(self) -> int:
        """Of every table and change."""
        return sum(self.counts.values())


class Publications(Protocol):
    """The place of editions, as the program that serves has it set."""

    @property
    def four_eyes(self) -> bool:
        """Whether an edition is prepared by one publisher and published by another."""
        ...

    async def differences(self, before: int, after: int | None, most: int) -> "Differences":
        """By which lines edition `after` (the register now) differs from `before`: all counted, the first given."""
        ...

    async def publish(self, deed: Deed, *, accept_drop: bool) -> Issued:
        """Publish if there is something new to say; `deed` is what the audit log says of it. Raises Refused."""
        ...
