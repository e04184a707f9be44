"""Building an answer in which something failed: field by field, from the rows that were read, nothing asked again.

The generated builders know no errors. Where one raises, or what it builds on is flawed, the same rows are gone through
here, and each failure is told at its place.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from schema.execution.build import Writer
from schema.execution.completing import Reader, completed, tried
from schema.execution.flaws import Cell, Place, list_of, object_of, objects_of
from schema.execution.forms import Constant
from schema.execution.plan import (
    Below,
    Computed,
    Cursor,
    Edges,
    Folded,
    Nodes,
    Object,
    ObjectField,
    Page,
    PageField,
    Ready,
    Stored,
    Total,
    order_in,
)
from schema.paging import cursor_at

Row = Any
Answers = Mapping[Any, Cell] | Exception


class Read(NamedTuple):
    """What was read for a level: its rows, the answers of the levels below it, its computations given arguments."""

    rows: Sequence[Row]
    answers: Sequence[Answers]
    given: Sequence[Ready]


class Cut(NamedTuple):
    """One parent's page: its rows and total, or why they could not be had; whether the list goes on; its mark."""

    rows: Sequence[Row] | Exception
    total: int | Exception
    before: bool
    after: bool
    mark: str


async def object_cells(reader: Reader, shown: Object, read: Read) -> list[Cell]:
    """The object of each row."""
    columns = {name: await _column(reader, each, shown.places[name], read) for name, each in shown.fields.items()}
    return objects_of(columns, shown.places, len(read.rows))


async def _column(reader: Reader, field: ObjectField, place: Place, read: Read) -> Sequence[Cell]:
    if isinstance(field, Computed):
        values = [tried(_computed, field, row, read.given) for row in read.rows]
        return await completed(reader, field.form, values, place)
    if isinstance(field, Folded):
        return await _folded(reader, field, read)
    if isinstance(field, Below):
        return [_below(field, row, read.answers[field.child]) for row in read.rows]
    if isinstance(field, Stored):
        return [tried(_stored, field, row) for row in read.rows]
    if isinstance(field, Constant):
        return [field.value] * len(read.rows)
    return [f"{field.type_name}:{row[field.place]}" for row in read.rows]


def _stored(field: Stored, row: Row) -> Cell:
    return field.change(row[field.place]) if field.change else row[field.place]


def _computed(field: Computed, row: Row, given: Sequence[Ready]) -> Cell:
    compute = field.compute if field.given is None else given[field.given]
    if isinstance(compute, Exception):
        raise compute
    return compute(*(_stored(each, row) for each in field.needs))


def _below(field: Below, row: Row, answers: Answers) -> Cell:
    if row[field.place] is None:
        return None
    return answers if isinstance(answers, Exception) else answers.get(row[field.place])


async def _folded(reader: Reader, field: Folded, read: Read) -> list[Cell]:
    there = [row for row in read.rows if row[field.place] is not None]
    cells = iter(await object_cells(reader, field.shown, Read(there, read.answers, read.given)))
    return [None if row[field.place] is None else next(cells) for row in read.rows]


async def page_cells(reader: Reader, page: Page, cuts: Sequence[Cut], read: Read) -> list[Cell]:
    """The page of each parent; `read.rows` are those of all of them, in order."""
    cells = {name: await _rows_of(reader, each, read) for name, each in page.fields.items()}
    pages: list[Cell] = []
    start = 0
    for cut in cuts:
        end = start + (0 if isinstance(cut.rows, Exception) else len(cut.rows))
        own = {name: [each[start:end] for each in columns] for name, columns in cells.items()}
        fields = {name: _page_cell(page, name, each, cut, own[name]) for name, each in page.fields.items()}
        pages.append(object_of(fields, page.places))
        start = end
    return pages


async def _rows_of(reader: Reader, field: PageField, read: Read) -> list[list[Cell]]:
    """The objects of a part of the page: one list for each way it shows the rows."""
    if isinstance(field, Nodes):
        return [await object_cells(reader, field.shown, read)]
    if isinstance(field, Edges):
        return [await object_cells(reader, each, read) for each in field.fields.values() if isinstance(each, Object)]
    return []


def _page_cell(page: Page, name: str, field: PageField, cut: Cut, shown: list[list[Cell]]) -> Cell:
    if isinstance(field, Constant):
        return field.value
    if isinstance(field, Total):
        return cut.total
    if isinstance(cut.rows, Exception):
        return cut.rows
    if isinstance(field, Nodes):
        return list_of(shown[0], page.places[name], required=True)
    if isinstance(field, Edges):
        edges = [_edge(page, field, cut, number, shown) for number in range(len(cut.rows))]
        return list_of(edges, page.places[name], required=True)
    build = Writer(page.level, nested=page.nested).page({name: field})
    return build(cut.rows, [], [], 0, cut.before, cut.after, cut.mark)[name]


def _edge(page: Page, field: Edges, cut: Cut, number: int, shown: list[list[Cell]]) -> Cell:
    nodes = iter(shown)
    rows: Any = cut.rows
    cells: dict[str, Cell] = {}
    for name, each in field.fields.items():
        if isinstance(each, Object):
            cells[name] = next(nodes)[number]
        elif isinstance(each, Cursor):
            cells[name] = cursor_at(cut.mark, rows[number][order_in(page.level.parent, nested=page.nested)])
        else:
            cells[name] = each.value
    return object_of(cells, field.places)
