"""Completing Python values in their form: all values of one place together, so that nothing is asked once a value.

A column holds one cell for each object of a place. What failed stays in its cell; see `flaws`.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from inspect import isawaitable
from itertools import islice
from typing import Any, Protocol

from schema.execution.calling import Call
from schema.execution.flaws import Cell, Place, Value, list_of, objects_of
from schema.execution.forms import Attribute, Called, Choice, Constant, Form, Items, Leaf, Rows, Shape, type_name_of
from schema.execution.wire_forms import NullWhereNoneMayBe
from schema.record import Record


class Reader(Protocol):
    """What completing asks of whoever runs the plan."""

    def resolver(self, call: Call) -> Callable[[Any], Any]:
        """A resolver, ready to be called with its object."""
        ...

    async def records(self, form: Rows, records: Sequence[Record]) -> list[Cell]:
        """The answer for each row."""
        ...


def tried(function: Callable[..., Any], *given: object) -> Cell:
    """What a function gives, or the exception it raises."""
    try:
        return function(*given)
    except NullWhereNoneMayBe:
        return None
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is told at its place
        return error


async def completed(reader: Reader, form: Form, column: Sequence[Cell], place: Place) -> list[Cell]:
    """The column with each value in its form; nulls and exceptions stay what they are."""
    values = [each for each in column if each is not None and not isinstance(each, Exception)]
    made = iter(await _made(reader, form, values, place))
    return [each if each is None or isinstance(each, Exception) else next(made) for each in column]


async def _made(reader: Reader, form: Form, values: list[Value], place: Place) -> Sequence[Cell]:
    if isinstance(form, Leaf):
        return [tried(form.kind.serialize, each) for each in values]
    if isinstance(form, Items):
        return await _lists(reader, form, values, place)
    if isinstance(form, Shape):
        return await _shapes(reader, form, values)
    if isinstance(form, Rows):
        return await reader.records(form, values)
    return await _chosen(reader, form, values, place)


async def _lists(reader: Reader, form: Items, values: list[Value], place: Place) -> list[Cell]:
    lists = [list(each) for each in values]
    items = iter(await completed(reader, form.item, [item for each in lists for item in each], place))
    return [list_of(islice(items, len(each)), place, required=form.kind.required) for each in lists]


async def _shapes(reader: Reader, form: Shape, values: list[Value]) -> list[Cell]:
    columns = {name: await _column(reader, field, values, form.places[name]) for name, field in form.fields.items()}
    return objects_of(columns, form.places, len(values))


async def _column(
    reader: Reader, field: Constant | Attribute | Called, values: list[Value], place: Place
) -> Sequence[Cell]:
    if isinstance(field, Constant):
        return [field.value] * len(values)
    if isinstance(field, Called):
        return await called(reader, field, values, place)
    return await completed(reader, field.form, [tried(field.read, each) for each in values], place)


async def called(reader: Reader, field: Called, values: Iterable[Value], place: Place) -> list[Cell]:
    """What a resolver gives for each object; where it must wait, all wait together."""
    resolver = tried(reader.resolver, field.call)
    if isinstance(resolver, Exception):
        return [resolver for _ in values]
    given = await _awaited([tried(resolver, each) for each in values])
    return await completed(reader, field.form, given, place)


async def _awaited(cells: list[Cell]) -> list[Cell]:
    waiting: list[Awaitable[Any]] = [each for each in cells if isawaitable(each)]
    if not waiting:
        return cells
    found = iter(await asyncio.gather(*waiting, return_exceptions=True))
    return [next(found) if isawaitable(each) else each for each in cells]


async def _chosen(reader: Reader, form: Choice, values: list[Value], place: Place) -> list[Cell]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(values):
        groups[type_name_of(each)].append(number)
    cells: list[Cell] = [None] * len(values)
    for name, numbers in groups.items():
        of_type = await completed(reader, form.forms[name], [values[number] for number in numbers], place)
        for number, cell in zip(numbers, of_type, strict=True):
            cells[number] = cell
    return cells
