"""The two times of a question: which day's law, and as known when."""

from dataclasses import dataclass
from datetime import date, datetime

from auktor.core.errors import TimeWithoutZone


@dataclass(frozen=True, slots=True)
class Moment:
    """The law as it stood on `as_of`, as the register knew it at `known_at`; without `known_at`, as it knows it now."""

    as_of: date
    known_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.known_at is not None and self.known_at.tzinfo is None:
            raise TimeWithoutZone(
                f"{self.known_at.isoformat()} does not say in which zone. Add the offset, as in 2026-01-01T00:30:00Z.",
                time=self.known_at,
            )
