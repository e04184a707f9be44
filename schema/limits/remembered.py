"""What was worked out for a text is kept for the next who asks it, within a bound on memory."""

from collections.abc import Callable
from typing import Generic, TypeVar

from auktor.core.bounded import Bounded

Kept = TypeVar("Kept")
_SHARE_OF_NEW = 8
_TEXTS_HEARD = 1000


class Remembered(Generic[Kept]):
    """What `work_out` gave for each text, as long as the texts together have at most `most_characters`.

    What is known of a document, with its plan, takes 60 times the bytes of its text, so the bound is one on memory. A
    new text has its place in an eighth of it; a place in the rest is for texts that were forgotten and are asked again.
    So texts that nobody repeats, however many, take little, and drive out none that are repeated. What `work_out`
    raises is not remembered. What is told to be kept for good is, beside the bound.
    """

    def __init__(self, work_out: Callable[[str], Kept], most_characters: int) -> None:
        self._work_out = work_out
        of_new = most_characters // _SHARE_OF_NEW
        self._new: Bounded[Kept] = Bounded(of_new)
        self._repeated: Bounded[Kept] = Bounded(most_characters - of_new)
        self._heard: Bounded[bool] = Bounded(_TEXTS_HEARD)
        self._for_good: dict[str, Kept] = {}

    def __call__(self, text: str) -> Kept:
        """What `work_out` gives for `text`."""
        found = self.known(text)
        if found is None:
            found = self._work_out(text)
            place = self._repeated if self._heard.get(hash(text)) else self._new
            place.put(text, found, len(text))
            self._heard.put(hash(text), value=True, size=1)
        return found

    def known(self, text: str) -> Kept | None:
        """What is remembered of `text`."""
        return self._for_good.get(text) or self._repeated.get(text) or self._new.get(text)

    def keep(self, text: str, known: Kept) -> None:
        """Keep what is known of a text for as long as the program runs."""
        self._for_good[text] = known

    def __len__(self) -> int:
        return len(self._new) + len(self._repeated) + len(self._for_good)
