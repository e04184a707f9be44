"""Running a plan: breadth first, one statement a level over the keys of all parents, on one connection.

What fails is kept as it is, where its answer would stand, and told when the answer is built; only a database that does
not answer ends the run.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Any, Protocol, TypeAlias

from graphql import ExecutionResult, GraphQLError
from graphql.execution.values import VariableValues

from auktor.core.moment import Moment
from db.visibility import Viewer
from db.written_sql import Statement
from schema.context import Context
from schema.execution import plan as plans
from schema.execution.asking import Asking
from schema.execution.calling import Call
from schema.execution.careful import Answers, Cut, Read, object_cells, page_cells
from schema.execution.completing import called, completed, tried
from schema.execution.flaws import Cell, Flawed, Place, is_flawed, list_of, object_of
from schema.execution.forms import Called, Constant, Rows
from schema.execution.plan import (
    Day,
    Identities,
    Level,
    Moved,
    One,
    Page,
    Plan,
    Ready,
    RootField,
    Single,
    Versions,
)
from schema.execution.statements import (
    count_statement,
    found_statement,
    one_statement,
    page_statement,
    parameter_of,
    values_of,
    versions_statement,
)
from schema.ids import parse_id, unknown_type
from schema.record import Record, Root

Row: TypeAlias = Any
Answer: TypeAlias = Any
_NONE: list[Row] = []
_ROWS: Callable[[Cut], Any] = attrgetter("rows")
_NOTHING: Mapping[Any, Any] = {}


class NotRead(Exception):
    """The database refused a statement or did not answer: nothing more can be read on this connection."""


class Result(ExecutionResult):
    """An answer, and the revision it was read at, where every statement told the same."""

    __slots__ = ("revision",)

    def __init__(self, data: Cell, errors: list[GraphQLError] | None = None, revision: int | None = None) -> None:
        super().__init__(data, errors)
        self.revision = revision


class Connection(Protocol):
    """What a plan asks of a connection: asyncpg's way of running a prepared statement."""

    async def fetch(self, query: str, *args: object) -> list[Row]:
        """Every row of a statement."""
        ...


async def run_plan(plan: Plan, connection: Connection, context: Context, variables: VariableValues) -> Result:
    """The answer, with its errors in the order of the question."""
    run = _Run(connection, context, variables)
    cell = await run.root(plan.root, context.today)
    revision = run.told.pop() if len(run.told) == 1 and not plan.calls else None
    if not isinstance(cell, Flawed):
        return Result(cell, None, revision)
    return Result(cell.value, [each.told() for each in cell.flaws], revision)


@dataclass(slots=True)
class _Run:
    """One request on one connection. `flawed` once anything failed: from then on answers are built with care.

    `told` are the revisions at which statements were read, None of one that gave no row to say so.
    """

    connection: Connection
    context: Context
    variables: VariableValues
    flawed: bool = False
    told: set[int | None] = field(default_factory=set[int | None])

    @property
    def viewer(self) -> Viewer:
        return self.context.viewer

    async def root(self, root: plans.Root, at: Moment) -> Cell:
        cells = {name: await self.root_field(each, root.places[name], at) for name, each in root.fields.items()}
        return object_of(cells, root.places)

    async def root_field(self, given: RootField, place: Place, at: Moment) -> Cell:
        try:
            return await _AT_ROOT[given.__class__](self, given, at, place)
        except NotRead:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is told at its place
            return error

    async def constant(self, given: Constant, _at: Moment, _place: Place) -> Cell:
        return given.value

    async def resolved(self, given: Called, at: Moment, place: Place) -> Cell:
        return (await called(self, given, [Root(at)], place))[0]

    async def day(self, given: Day, at: Moment, place: Place) -> Cell:
        return (await completed(self, given.form, [tried(given.declared.read, at)], place))[0]

    async def page_at_root(self, given: Page, at: Moment, _place: Place) -> Cell:
        return (await self.page(given, at, [None]))[None]

    async def moved(self, given: Moved, at: Moment, _place: Place) -> Cell:
        moved = given.declared.ask(at, self.context.now, **_both(given.arguments.values(self.variables)))
        return await self.root(given.root, moved)

    async def single(self, given: Single, at: Moment, _place: Place) -> Cell:
        asked = given.declared.ask(**given.arguments.values(self.variables))
        statement = found_statement(
            given.declared, given.level.columns(), tuple(asked), self.viewer, known=at.known_at is not None
        )
        rows = await self.fetch(statement, at, asked)
        found = await self.objects(given, rows, at)
        return found[0] if found else None

    async def identities(self, given: Identities, at: Moment, _place: Place) -> Cell:
        ids = given.declared.ask(**given.arguments.values(self.variables))
        keys: dict[str, list[str]] = defaultdict(list)
        for each in ids:
            type_name, key = parse_id(each)
            if type_name not in given.branches and type_name not in given.others:
                raise unknown_type(each)
            keys[type_name].append(key)
        found = {name: await self.identified(given, name, named, at) for name, named in keys.items()}
        shown = [found[name].get(key) for name, key in map(parse_id, ids)]
        return list_of(shown, given.place, required=False) if given.several else shown[0]

    async def identified(self, given: Identities, name: str, keys: list[str], at: Moment) -> Mapping[str, Cell]:
        """The objects of one type by their keys."""
        if name in given.branches:
            return await self.one(given.branches[name], at, keys)
        values = [await given.declared.others[name](self.context, key) for key in keys]
        return dict(zip(keys, await completed(self, given.others[name], values, given.place), strict=True))

    async def page(self, given: Page, at: Moment, parents: Sequence[Any]) -> dict[Any, Cell]:
        """The page of each parent, of the root where the parent is None."""
        asking = given.asking(self.variables)
        totals = await self.had(self.totals(given, asking, at, parents)) if given.counts else _NOTHING
        found = await self.had(self.rows(given, asking, at, parents)) if given.reads else _NOTHING
        cuts = _cuts(parents, found, totals, asking)
        rows: list[Row] = [] if isinstance(found, Exception) else [*chain.from_iterable(map(_ROWS, cuts.values()))]
        read = await self.read(given.level, rows, at)
        if not self.flawed:
            try:
                build, answers, ready = given.build, read.answers, read.given
                return {
                    parent: build(own, answers, ready, total, before, after, mark)
                    for parent, (own, total, before, after, mark) in cuts.items()
                }
            except Exception:  # noqa: BLE001 -- met again with care
                self.flawed = True
        pages = await page_cells(self, given, list(cuts.values()), read)
        return dict(zip(cuts, pages, strict=True))

    async def rows(self, given: Page, asking: Asking, at: Moment, parents: Sequence[Any]) -> Mapping[Any, list[Row]]:
        columns = given.level.columns(cursors=given.marks)
        known, keys = at.known_at is not None, parameter_of(parents)
        statement = page_statement(given.declared, columns, asking.shape, self.viewer, known=known, keys=keys)
        rows = await self.fetch(statement, at, {**asking.values, **values_of(parents)})
        return {None: rows} if not given.nested else _by_parent(rows, given.level.parent)

    async def totals(self, given: Page, asking: Asking, at: Moment, parents: Sequence[Any]) -> Mapping[Any, int]:
        known, keys = at.known_at is not None, parameter_of(parents)
        statement = count_statement(given.declared, asking.shape, self.viewer, known=known, keys=keys)
        rows = await self.fetch(statement, at, {**asking.values, **values_of(parents)})
        return {row[0]: row[1] for row in rows}

    async def read(self, level: Level, rows: Sequence[Row], at: Moment) -> Read:
        """All that these rows are shown with: the answers of each level below, by the keys that they name."""
        below = [await self.had(self.part(child.part, _keys(rows, child.place), at)) for child in level.children]
        return Read(rows, below, self.given(level))

    async def part(self, part: One | Page | Versions, keys: list[Any], at: Moment) -> Mapping[Any, Cell]:
        if not keys:
            return {}
        if isinstance(part, Page):
            return await self.page(part, at, keys)
        if isinstance(part, One):
            return await self.one(part, at, keys)
        return await self.versions(part, at, keys)

    async def one(self, child: One, at: Moment, keys: list[Any]) -> Mapping[Any, Cell]:
        columns, known = child.level.columns(), at.known_at is not None
        statement = one_statement(child.declared, columns, self.viewer, known=known, keys=parameter_of(keys))
        rows = await self.fetch(statement, at, values_of(keys))
        found = await self.objects(child, rows, at)
        parent = child.level.parent
        return {row[parent]: cell for row, cell in zip(reversed(rows), reversed(found), strict=True)}

    async def versions(self, child: Versions, at: Moment, keys: list[Any]) -> Mapping[Any, Cell]:
        known = at.known_at is not None
        statement = versions_statement(child.model, self.viewer, known=known)  # pyright: ignore[reportArgumentType] -- a class is hashable
        groups: dict[Any, list[dict[str, Any]]] = {key: [] for key in keys}
        for row in await self.fetch(statement, at, {"parents": keys}, tell=False):  # its rows are facts alone
            version = statement.by_name(row)
            groups[version["id"]].append(version)
        entries = [tried(child.declared.entries, versions) for versions in groups.values()]
        cells = await completed(self, child.form, entries, child.place)
        self.flawed = self.flawed or any(map(is_flawed, cells))
        return dict(zip(groups, cells, strict=True))

    def resolver(self, call: Call) -> Callable[[Any], Any]:
        """A resolver, ready to be called with its object."""
        return call.resolver(self.context, self.variables)

    async def records(self, form: Rows, records: Sequence[Record]) -> list[Cell]:
        """The answer for each row that a resolver has read; those of one moment together."""
        names = form.level.names
        cells: dict[int, Cell] = {}
        for at in dict.fromkeys(each.at for each in records):
            numbers = [number for number, each in enumerate(records) if each.at == at]
            rows = [tuple(records[number][name] for name in names) for number in numbers]
            cells |= zip(numbers, await self.objects(form, rows, at), strict=True)
        return [cells[number] for number in range(len(records))]

    async def objects(self, given: Single | One | Rows, rows: Sequence[Row], at: Moment) -> Sequence[Cell]:
        """The object of each row of a level."""
        read = await self.read(given.level, rows, at)
        if not self.flawed:
            try:
                built: list[Cell] = given.build(read.rows, read.answers, read.given)
            except Exception:  # noqa: BLE001 -- met again with care
                self.flawed = True
            else:
                return built
        return await object_cells(self, given.shown, read)

    async def fetch(
        self, statement: Statement, at: Moment, values: Mapping[str, Any], *, tell: bool = True
    ) -> list[Row]:
        """Every row of a statement; `tell` where each says last at which revision it was read."""
        arguments = statement.arguments({**values, "as_of": at.as_of, "known_at": at.known_at})
        try:
            rows = await self.connection.fetch(statement.sql, *arguments)
        except Exception as error:
            raise NotRead(f"{type(error).__name__}: {error}") from error
        self.told.add(rows[0][-1] if rows and tell else None)
        return rows

    def given(self, level: Level) -> Sequence[Ready]:
        """The level's computations that take arguments, as functions of facts."""
        language = self.context.language
        known = level.given_in.get(language)
        if known is not None:
            return known
        given = [tried(each.ready, self.variables, language) for each in level.given]
        self.flawed = self.flawed or any(map(is_flawed, given))
        if not self.flawed and not any(each.arguments.varies for each in level.given):
            level.given_in[language] = given
        return given

    async def had(self, reading: Awaitable[Mapping[Any, Cell]]) -> Answers:
        """What was read, or why it could not be asked for."""
        try:
            return await reading
        except NotRead:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is told at its place
            self.flawed = True
            return error


_AT_ROOT: Mapping[type[RootField], Callable[[_Run, Any, Moment, Place], Awaitable[Cell]]] = {
    Constant: _Run.constant,
    Called: _Run.resolved,
    Day: _Run.day,
    Identities: _Run.identities,
    Moved: _Run.moved,
    Page: _Run.page_at_root,
    Single: _Run.single,
}


def _both(given: Mapping[str, Any]) -> dict[str, Any]:
    """Both times, None for one that was not given."""
    return {name: given.get(name) for name in ("as_of", "known_at")}


def _cuts(parents: Sequence[Any], found: Answers, totals: Answers, asking: Asking) -> dict[Any, Cut]:
    """The rows of each parent in the order of the list, without the one that told whether it goes on."""
    counted = dict.fromkeys(parents, totals) if isinstance(totals, Exception) else totals
    if isinstance(found, Exception):
        return {each: Cut(found, counted.get(each, 0), before=False, after=False, mark="") for each in parents}
    size, mark, from_end = asking.size, asking.mark, asking.shape.from_end
    whole, cut = asking.goes_on(more=False), asking.goes_on(more=True)
    cuts: dict[Any, Cut] = {}
    for parent in parents:
        rows = found.get(parent, _NONE)
        before, after = cut if len(rows) > size else whole
        kept = rows[:size] if len(rows) > size else rows
        cuts[parent] = Cut(kept[::-1] if from_end else kept, counted.get(parent, 0), before, after, mark)
    return cuts


def _by_parent(rows: Sequence[Row], place: int) -> Mapping[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[place]].append(row)
    return groups


def _keys(rows: Sequence[Row], place: int) -> list[Any]:
    """What the rows name, once each; a row that names nothing is left out."""
    named = dict.fromkeys(row[place] for row in rows)
    named.pop(None, None)
    return list(named)
