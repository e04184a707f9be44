"""What a load did, or would do, in numbers and plain words; and how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NounReport:
    """One kind of object: rows read, and objects added, corrected and left as they were (of volumes: rows)."""

    noun: str
    rows_read: int
    added: int
    corrected: int
    unchanged: int

    def __str__(self) -> str:
        rows = "row" if self.rows_read == 1 else "rows"
        return (
            f"{self.noun}: {self.rows_read:,} {rows} read, {self.added:,} added, {self.corrected:,} corrected, "
            f"{self.unchanged:,} unchanged"
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The whole load. `revision` is None when nothing changed; of a dry run it is the number it would have got."""

    nouns: tuple[NounReport, ...]
    revision: int | None
    dry_run: bool
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join([*map(str, self.nouns), self._outcome(), *(f"Note: {note}" for note in self.notes)])

    def _outcome(self) -> str:
        if self.revision is None:
            return "The register already holds all of this: nothing changes."
        if self.dry_run:
            return f"Dry run: this would be revision {self.revision}. Nothing was kept."
        return f"Recorded as revision {self.revision}."


@dataclass(frozen=True, slots=True)
class Step:
    """How far a load has come: what it does, with which file, and how much of the file's bytes is read."""

    doing: str
    file: str
    rows: int
    bytes_read: int
    bytes_in_all: int
    seconds: float

    @property
    def rows_per_second(self) -> float:
        """Rows read a second since the file was begun."""
        return self.rows / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Time left for the file at the speed so far; None before anything is read."""
        return self.seconds * (self.bytes_in_all / self.bytes_read - 1) if self.bytes_read else None


Progress = Callable[[Step], None]
