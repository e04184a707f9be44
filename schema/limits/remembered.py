"""What was worked out for a text is kept for the next who asks it, within a bound on memory."""

from collections.abc import Callable
from typing import Generic, TypeVar

from auktor.core.bounded import Bounded

Kept = TypeVar("Kept")


class Remembered(Generic[Kept]):
    """What `work_out` gave for each text, as long as the texts together have at most `most_characters`.

    A parsed document takes 50 to 280 times the bytes of its text, so the bound is one on memory. What `work_out` raises
    is not remembered. What is told to be kept for good is, beside the bound.
    """

    def __init__(self, work_out: Callable[[str], Kept], most_characters: int) -> None:
        self._work_out = work_out
        self._kept: Bounded[Kept] = Bounded(most_characters)
        self._for_good: dict[str, Kept] = {}

    def __call__(self, text: str) -> Kept:
        """What `work_out` gives for `text`."""
        found = self._for_good.get(text) or self._kept.get(text)
        if found is None:
            found = self._work_out(text)
            self._kept.put(text, found, len(text))
        return found

    def keep(self, text: str, known: Kept) -> None:
        """Keep what is known of a text for as long as the program runs."""
        self._for_good[text] = known

    def __len__(self) -> int:
        return len(self._kept) + len(self._for_good)
