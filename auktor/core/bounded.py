"""A memory that is bounded by what lies in it: what was used least lately is forgotten first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
Text = TypeVar("Text", str, str | None)
_SHORT_TEXTS, _SHORT = 512, 200


def of_short_texts(read: Callable[[Text], Kept]) -> Callable[[Text], Kept]:
    """`read`, which remembers what the last short texts gave it: most callers send the same header lines."""
    remembered = lru_cache(_SHORT_TEXTS)(read)

    @wraps(read)
    def found(text: Text) -> Kept:
        return remembered(text) if len(text or "") <= _SHORT else read(text)

    return found


class Bounded(Generic[Kept]):
    """Values by name, as long as their sizes together are at most `most`; one larger than that is not kept at all."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self.size = 0

    def get(self, name: Hashable) -> Kept | None:
        """The value of a name; None where it is not kept, or no longer."""
        found = self._kept.get(name)
        if found is None:
            return None
        self._kept.move_to_end(name)
        return found[0]

    def put(self, name: Hashable, value: Kept, size: int) -> None:
        """Keep a value, and forget others for it."""
        _, before = self._kept.pop(name, (None, 0))
        if size > self._most:  # it would drive out all others and then itself
            self.size -= before
            return
        self._kept[name] = (value, size)
        self.size += size - before
        while self.size > self._most:
            _, (_, forgotten) = self._kept.popitem(last=False)
            self.size -= forgotten

    def __len__(self) -> int:
        return len(self._kept)
