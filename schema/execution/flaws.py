"""Where an answer fails: a null rises to the nearest place that may be null, and each error keeps its path.

A cell is what was found for one place of the answer: a value, the exception that finding it raised, or a part that
holds errors. Errors come in the order in which graphql-core meets them when it runs one field after another: of a part
that becomes null, those that were met before the null are told, and nothing after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import GraphQLError, Location, Node, located_error

from schema.execution.kinds import Kind

Value: TypeAlias = Any
Cell: TypeAlias = Any
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A field where the question asks for it: whose field it is, of what kind, and where it is written."""

    owner: str
    name: str
    kind: Kind
    written: Sequence[Location | None]

    def null(self) -> TypeError:
        """What is wrong with a null here, in the words of graphql-core."""
        return TypeError(f"Cannot return null for non-nullable field {self.owner}.{self.name}.")


@dataclass(frozen=True, slots=True)
class Flaw:
    """An error, and its path from the part of the answer that holds it."""

    path: Path
    written: Sequence[Location | None]
    error: Exception

    def within(self, step: str | int) -> "Flaw":
        """The same, seen from one step further out."""
        return Flaw((step, *self.path), self.written, self.error)

    def told(self) -> GraphQLError:
        """As graphql-core tells it."""
        return located_error(self.error, [Node(loc=each) for each in self.written], self.path)


@dataclass(frozen=True, slots=True)
class Flawed:
    """A part of the answer with errors in it; None where they left nothing of it."""

    value: Value
    flaws: tuple[Flaw, ...]


_NO_VALUES = (Flawed, Exception)


def is_flawed(cell: Cell) -> bool:
    """Whether a cell is anything but a value."""
    return isinstance(cell, _NO_VALUES)


def settled(cell: Cell, place: Place, *, required: bool) -> tuple[Value, tuple[Flaw, ...]]:
    """The value of a cell and the errors in it; a null that may not be is one."""
    if isinstance(cell, Exception):
        return None, (Flaw((), place.written, cell),)
    value, flaws = (cell.value, cell.flaws) if isinstance(cell, Flawed) else (cell, ())
    if value is None and required and not flaws:
        return None, (Flaw((), place.written, place.null()),)
    return value, flaws


def object_of(cells: Mapping[str, Cell], places: Mapping[str, Place]) -> Cell:
    """An object of its fields; null where one of them is that may not be."""
    shown: dict[str, Value] = {}
    flaws: list[Flaw] = []
    for name, cell in cells.items():
        place = places[name]
        value, met = settled(cell, place, required=place.kind.required)
        if met:
            flaws += [each.within(name) for each in met]
        if value is None and place.kind.required:
            return Flawed(None, tuple(flaws))
        shown[name] = value
    return Flawed(shown, tuple(flaws)) if flaws else shown


def list_of(cells: Iterable[Cell], place: Place, *, required: bool) -> Cell:
    """A list of its items; null where one of them is and may not be (`required`)."""
    shown: list[Value] = []
    flaws: list[Flaw] = []
    for number, cell in enumerate(cells):
        value, met = settled(cell, place, required=required)
        if met:
            flaws += [each.within(number) for each in met]
        if value is None and required:
            return Flawed(None, tuple(flaws))
        shown.append(value)
    return Flawed(shown, tuple(flaws)) if flaws else shown


def objects_of(columns: Mapping[str, Sequence[Cell]], places: Mapping[str, Place], count: int) -> list[Cell]:
    """`count` objects from the columns of their fields."""
    if not columns:
        return [{} for _ in range(count)]
    rows = (dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True))
    if not any(_may_fail(cells, places[name]) for name, cells in columns.items()):
        return list(rows)
    return [object_of(each, places) for each in rows]


def _may_fail(cells: Sequence[Cell], place: Place) -> bool:
    return any(map(is_flawed, cells)) or (place.kind.required and None in cells)
