"""How far publishing has come, told by those who write to whoever wants to see it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Each = TypeVar("Each")
Told = Callable[[int], None]
"""Hears that so many more rows are read."""
AT_A_TIME = 10_000
ENTERED = ("edition", "pointer", "feeds", "published")
"""The steps after the register has entered the edition: whatever happens then, it will be published."""


class Progress(Protocol):
    """Told each step before it is taken, and within a long one the rows and the bytes so far, where they are known.

    A step is a file by its name, a table, whose rows go into two files, `inspection`, `manifest`, `coats`, `disk`,
    `entry` or one of `ENTERED`.
    """

    def __call__(self, step: str, rows: int, size: int = 0, /) -> None:
        """Hear of it."""
        ...


def quiet(step: str, rows: int, size: int = 0, /) -> None:
    """Progress that nobody looks at."""


def unheard(rows: int) -> None:
    """For those to whom it is all the same."""


def counted(each: Iterable[Each], told: Told) -> Iterator[Each]:
    """The same things; every ten thousand are told of."""
    for number, one in enumerate(each, start=1):
        yield one
        if number % AT_A_TIME == 0:
            told(AT_A_TIME)
