"""The steps of a plan, in the order they are run: what each answers, what it reads, and its statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql.execution.values import VariableValues

from db.visibility import ANYONE
from db.written_sql import Statement
from resolvers.batch import PARENTS
from schema.execution.arguments import NO_VARIABLES
from schema.execution.forms import Attribute, Called, Choice, Form, Items, Rows, Shape
from schema.execution.plan import Identities, Level, Moved, One, Page, Plan, Root, Single
from schema.execution.statements import (
    count_statement,
    found_statement,
    one_statement,
    page_statement,
    versions_statement,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan: how deep it stands, what it answers, which facts it reads, its statement and their values.

    A resolver that is called has no statement: what it asks of the database is its own affair.
    """

    depth: int
    what: str
    reads: tuple[str, ...] = ()
    statement: Statement | None = None
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])


def steps(plan: Plan, variables: VariableValues = NO_VARIABLES, keys: str = PARENTS) -> Iterator[Step]:
    """Every step of a plan; the statements of levels below the first as written for these `keys`."""
    yield from _Steps(variables, keys).in_root(plan.root, 0)


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps for these values of variables."""

    variables: VariableValues
    keys: str

    def in_root(self, root: Root, depth: int) -> Iterator[Step]:
        for name, each in root.fields.items():
            if isinstance(each, Page):
                yield from self._in_page(name, each, depth)
            elif isinstance(each, Single):
                yield from self._in_single(name, each, depth)
            elif isinstance(each, Identities):
                for branch in each.branches.values():
                    yield from self._in_one(f"{name}({each.arguments.text}) by key", branch, depth)
            elif isinstance(each, Called):
                yield from self._in_called(name, each, depth)
            elif isinstance(each, Moved):
                yield from self.in_root(each.root, depth + 1)

    def _in_called(self, name: str, given: Called, depth: int) -> Iterator[Step]:
        if given.call.waits:
            said = f"({given.call.arguments.text})" if given.call.arguments.text else ""
            yield Step(depth, f"{name}{said} → {given.call.type_name}, by its resolver")
        yield from self._in_form(given.form, depth + given.call.waits)

    def _in_form(self, form: Form, depth: int) -> Iterator[Step]:
        if isinstance(form, Items):
            yield from self._in_form(form.item, depth)
        elif isinstance(form, Shape):
            for name, each in form.fields.items():
                if isinstance(each, Called):
                    yield from self._in_called(name, each, depth)
                elif isinstance(each, Attribute):
                    yield from self._in_form(each.form, depth)
        elif isinstance(form, Rows):
            yield from self._below(form.level, depth)
        elif isinstance(form, Choice):
            for possible in form.forms.values():
                yield from self._in_form(possible, depth)

    def _in_single(self, name: str, given: Single, depth: int) -> Iterator[Step]:
        asked = given.declared.ask(**given.arguments.values(self.variables))
        names = tuple(given.level.names)
        statement = found_statement(given.declared, given.level.columns(), tuple(asked), ANYONE, known=False)
        yield Step(depth, f"{name}{_said(given)} → {given.shown.type_name}", names, statement, asked)
        yield from self._below(given.level, depth + 1)

    def _in_page(self, name: str, given: Page, depth: int) -> Iterator[Step]:
        asking, model = given.asking(self.variables), given.declared.model.__name__
        what = f"{name}{_said(given)} → {model}"
        values = {**asking.values, self.keys: ()}
        if given.counts:
            counted = count_statement(given.declared, asking.shape, ANYONE, known=False, keys=self.keys)
            yield Step(depth, f"{name}{_said(given)}, counted", (), counted, values)
        if given.reads:
            columns = given.level.columns(cursors=given.marks)
            statement = page_statement(given.declared, columns, asking.shape, ANYONE, known=False, keys=self.keys)
            yield Step(depth, what, tuple(given.level.names), statement, values)
        yield from self._below(given.level, depth + 1)

    def _below(self, level: Level, depth: int) -> Iterator[Step]:
        for child in level.children:
            by, part = level.names[child.place], child.part
            if isinstance(part, Page):
                yield from self._in_page(f"{child.name} by {by}", part, depth)
            elif isinstance(part, One):
                yield from self._in_one(f"{child.name} by {by}", part, depth)
            else:
                statement = versions_statement(part.model, ANYONE, known=False)  # pyright: ignore[reportArgumentType] -- a class is hashable
                yield Step(depth, f"{child.name} by {by} → {part.model.__name__}", (), statement, {PARENTS: ()})

    def _in_one(self, what: str, given: One, depth: int) -> Iterator[Step]:
        names = tuple(given.level.names)
        statement = one_statement(given.declared, given.level.columns(), ANYONE, known=False, keys=self.keys)
        yield Step(depth, f"{what} → {given.shown.type_name}", names, statement, {self.keys: ()})
        yield from self._below(given.level, depth + 1)


def _said(given: Page | Single) -> str:
    return f"({given.arguments.text})" if given.arguments.text else ""
