"""Running a plan: breadth first, one statement a level over the keys of all parents, on one connection."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from graphql.execution.values import VariableValues

from auktor.core.moment import Moment
from db.visibility import Viewer
from schema.context import Context
from schema.execution.asking import Asking
from schema.execution.plan import (
    Constant,
    Day,
    Identities,
    Level,
    Moved,
    One,
    Page,
    Plan,
    Root,
    RootField,
    Single,
    Versions,
)
from schema.execution.statements import (
    Statement,
    count_statement,
    found_statement,
    one_statement,
    page_statement,
    versions_statement,
)
from schema.execution.wire_forms import NullWhereNoneMayBe
from schema.ids import parse_id
from schema.wording import in_words


class KindWithoutPlan(Exception):
    """What is asked turns out to be of a kind that only stock execution shows."""


Row: TypeAlias = Any
Answer: TypeAlias = Any


class Connection(Protocol):
    """What a plan asks of a connection: asyncpg's way of running a prepared statement."""

    async def fetch(self, query: str, *args: object) -> list[Row]:
        """Every row of a statement."""
        ...


async def run_plan(plan: Plan, connection: Connection, context: Context, variables: VariableValues) -> Answer:
    """The data of an answer."""
    return await _Run(connection, context, variables).root(plan.root, context.today)


@dataclass(slots=True)
class _Run:
    """One request on one connection."""

    connection: Connection
    context: Context
    variables: VariableValues

    @property
    def viewer(self) -> Viewer:
        return self.context.viewer

    async def root(self, root: Root, at: Moment) -> Answer:
        return {name: await self.root_field(each, at) for name, each in root.fields.items()}

    async def root_field(self, given: RootField, at: Moment) -> Answer:
        if isinstance(given, Constant):
            return given.value
        if isinstance(given, Page):
            return (await self.page(given, at, [None]))[None]
        if isinstance(given, Single):
            return await self.single(given, at)
        if isinstance(given, Identities):
            return await self.identities(given, at)
        return await self.of_moment(given, at)

    async def of_moment(self, given: Day | Moved, at: Moment) -> Answer:
        if isinstance(given, Day):
            return given.finish(given.declared.read(at))
        moved = given.declared.ask(at, self.context.now, **_both(given.arguments.values(self.variables)))
        return await self.root(given.root, moved)

    async def single(self, given: Single, at: Moment) -> Answer:
        asked = given.declared.ask(**given.arguments.values(self.variables))
        statement = found_statement(
            given.declared, given.level.columns(), tuple(asked), self.viewer, known=at.known_at is not None
        )
        rows = await self.fetch(statement, at, asked)
        found = given.build(rows, await self.below(given.level, rows, at), self.given(given.level))
        if not found and given.required:
            raise NullWhereNoneMayBe
        return found[0] if found else None

    async def identities(self, given: Identities, at: Moment) -> Answer:
        ids = given.declared.ask(**given.arguments.values(self.variables))
        keys: dict[str, list[str]] = defaultdict(list)
        for each in ids:
            type_name, key = parse_id(each)
            keys[type_name].append(key)
        if not given.branches.keys() >= keys.keys():
            raise KindWithoutPlan(f"an id is none of {', '.join(given.branches)}")
        found = {name: await self.one(given.branches[name], at, named) for name, named in keys.items()}
        shown = [found[name].get(key) for name, key in map(parse_id, ids)]
        return shown if given.several else shown[0]

    async def page(self, given: Page, at: Moment, parents: Sequence[Any]) -> dict[Any, Answer]:
        """The page of each parent, of the root where the parent is None."""
        asking = given.asking(self.variables)
        totals = await self.totals(given, asking, at, parents)
        found = await self.rows(given, asking, at, parents)
        groups = {parent: found.get(parent, []) for parent in parents}
        cut = {parent: _cut(rows, asking) for parent, rows in groups.items()}
        answers = await self.below(given.level, [row for rows in cut.values() for row in rows], at)
        own = self.given(given.level)
        return {
            parent: given.build(
                rows,
                answers,
                own,
                totals.get(parent, 0),
                *asking.goes_on(more=len(groups[parent]) > asking.size),
                asking.mark,
            )
            for parent, rows in cut.items()
        }

    async def rows(self, given: Page, asking: Asking, at: Moment, parents: Sequence[Any]) -> Mapping[Any, list[Row]]:
        if not given.reads:
            return {}
        columns = given.level.columns(cursors=given.marks)
        statement = page_statement(given.declared, columns, asking.shape, self.viewer, known=at.known_at is not None)
        rows = await self.fetch(statement, at, {**asking.values, "parents": parents})
        return {None: rows} if not given.nested else _by_parent(rows, given.level.parent)

    async def totals(self, given: Page, asking: Asking, at: Moment, parents: Sequence[Any]) -> Mapping[Any, int]:
        if not given.counts:
            return {}
        statement = count_statement(given.declared, asking.shape, self.viewer, known=at.known_at is not None)
        rows = await self.fetch(statement, at, {**asking.values, "parents": parents})
        return {row[0]: row[1] for row in rows}

    async def below(self, level: Level, rows: Sequence[Row], at: Moment) -> list[Mapping[Any, Answer]]:
        """The answers of each level below, by the keys that these rows name."""
        return [await self.part(child.part, _keys(rows, child.place), at) for child in level.children]

    async def part(self, part: One | Page | Versions, keys: list[Any], at: Moment) -> Mapping[Any, Answer]:
        if not keys:
            return {}
        if isinstance(part, Page):
            return await self.page(part, at, keys)
        if isinstance(part, One):
            return await self.one(part, at, keys)
        return await self.versions(part, at, keys)

    async def one(self, child: One, at: Moment, keys: list[Any]) -> Mapping[Any, Answer]:
        columns, known = child.level.columns(), at.known_at is not None
        statement = one_statement(child.declared, columns, self.viewer, known=known)
        rows = await self.fetch(statement, at, {"parents": keys})
        answers: Mapping[Any, Answer] = child.build(
            rows, await self.below(child.level, rows, at), self.given(child.level)
        )
        return answers

    async def versions(self, child: Versions, at: Moment, keys: list[Any]) -> Mapping[Any, Answer]:
        known = at.known_at is not None
        statement, read = versions_statement(child.model, self.viewer, known=known)  # pyright: ignore[reportArgumentType] -- a class is hashable
        groups: dict[Any, list[dict[str, Any]]] = {key: [] for key in keys}
        for row in await self.fetch(statement, at, {"parents": keys}):
            version = read(row)
            groups[version["id"]].append(version)
        return {key: child.finish(child.declared.entries(versions)) for key, versions in groups.items()}

    async def fetch(self, statement: Statement, at: Moment, values: Mapping[str, Any]) -> list[Row]:
        times = {"as_of": at.as_of, "known_at": at.known_at}
        return await self.connection.fetch(statement.sql, *statement.arguments({**values, **times}))

    def given(self, level: Level) -> list[Mapping[str, Any]]:
        return [in_words(each.values(self.variables), self.context.language) for each in level.given]


def _both(given: Mapping[str, Any]) -> dict[str, Any]:
    """Both times, None for one that was not given."""
    return {name: given.get(name) for name in ("as_of", "known_at")}


def _cut(rows: list[Row], asking: Asking) -> list[Row]:
    """The rows of the page in the order of the list, without the one that told whether it goes on."""
    kept = rows[: asking.size]
    return kept[::-1] if asking.shape.from_end else kept


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
