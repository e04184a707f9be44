"""Chance that falls alike every time, in every version of Python and for each object by itself."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")

SEED = 20240101


class Chance:
    """Draws for one object, the same whatever is drawn for others."""

    def __init__(self, *about: object) -> None:
        # random() is the one method whose outcome Python promises to keep.
        self._draw = Random(f"{SEED} {about}").random  # noqa: S311 -- nothing here is secret

    def below(self, number: int) -> int:
        """A whole number from 0 up to, not including, `number`."""
        return int(self._draw() * number)

    def between(self, low: float, high: float) -> float:
        """A number from `low` up to `high`."""
        return low + self._draw() * (high - low)

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of `things`."""
        return things[self.below(len(things))]
