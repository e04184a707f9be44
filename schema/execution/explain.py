"""A plan in words: its levels, the statement of each, and the resolvers it calls."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql.execution.values import VariableValues

from db.visibility import ANYONE
from schema.execution.arguments import NO_VARIABLES
from schema.execution.forms import Attribute, Called, Choice, Form, Items, Rows, Shape
from schema.execution.plan import Identities, Level, Moved, One, Page, Plan, Root, Single
from schema.execution.statements import (
    Statement,
    count_statement,
    found_statement,
    one_statement,
    page_statement,
    versions_statement,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan: how deep it stands, what it answers, which facts it reads, and its statement.

    A resolver that is called has none: what it asks of the database is its own affair.
    """

    depth: int
    what: str
    reads: tuple[str, ...] = ()
    statement: Statement | None = None


def steps(plan: Plan, variables: VariableValues = NO_VARIABLES) -> Iterator[Step]:
    """Every step of a plan, in the order they are run."""
    yield from _in_root(plan.root, variables, 0)


def explain(plan: Plan, variables: VariableValues = NO_VARIABLES) -> str:
    """The plan as an indented list: what each step answers, and the facts it reads."""
    found = list(steps(plan, variables))
    statements = sum(each.statement is not None for each in found)
    called = len(found) - statements
    counts = [_several(statements, "statement"), *([_several(called, "resolver")] if called else [])]
    return "\n".join([f"{plan.name or 'query'}: {', '.join(counts)}", *map(_line, range(1, len(found) + 1), found)])


def _line(number: int, step: Step) -> str:
    reads = f"  reads {', '.join(step.reads)}" if step.reads else ""
    return f"{number:>3}  {'  ' * step.depth}{step.what}{reads}"


def _several(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _in_root(root: Root, variables: VariableValues, depth: int) -> Iterator[Step]:
    for name, each in root.fields.items():
        if isinstance(each, Page):
            yield from _in_page(name, each, variables, depth)
        elif isinstance(each, Single):
            yield from _in_single(name, each, variables, depth)
        elif isinstance(each, Identities):
            for branch in each.branches.values():
                yield from _in_one(f"{name}({each.arguments.text}) by key", branch, variables, depth)
        elif isinstance(each, Called):
            yield from _in_called(name, each, variables, depth)
        elif isinstance(each, Moved):
            yield from _in_root(each.root, variables, depth + 1)


def _in_called(name: str, given: Called, variables: VariableValues, depth: int) -> Iterator[Step]:
    if given.call.waits:
        said = f"({given.call.arguments.text})" if given.call.arguments.text else ""
        yield Step(depth, f"{name}{said} → {given.call.type_name}, by its resolver")
    yield from _in_form(given.form, variables, depth + given.call.waits)


def _in_form(form: Form, variables: VariableValues, depth: int) -> Iterator[Step]:
    if isinstance(form, Items):
        yield from _in_form(form.item, variables, depth)
    elif isinstance(form, Shape):
        for name, each in form.fields.items():
            if isinstance(each, Called):
                yield from _in_called(name, each, variables, depth)
            elif isinstance(each, Attribute):
                yield from _in_form(each.form, variables, depth)
    elif isinstance(form, Rows):
        yield from _below(form.level, variables, depth)
    elif isinstance(form, Choice):
        for possible in form.forms.values():
            yield from _in_form(possible, variables, depth)


def _in_single(name: str, given: Single, variables: VariableValues, depth: int) -> Iterator[Step]:
    asked = given.declared.ask(**given.arguments.values(variables))
    names = tuple(given.level.names)
    statement = found_statement(given.declared, given.level.columns(), tuple(asked), ANYONE, known=False)
    yield Step(depth, f"{name}{_said(given)} → {given.shown.type_name}", names, statement)
    yield from _below(given.level, variables, depth + 1)


def _in_page(name: str, given: Page, variables: VariableValues, depth: int) -> Iterator[Step]:
    asking, model = given.asking(variables), given.declared.model.__name__
    what = f"{name}{_said(given)} → {model}"
    if given.counts:
        counted = count_statement(given.declared, asking.shape, ANYONE, known=False)
        yield Step(depth, f"{name}{_said(given)}, counted", (), counted)
    if given.reads:
        columns = given.level.columns(cursors=given.marks)
        statement = page_statement(given.declared, columns, asking.shape, ANYONE, known=False)
        yield Step(depth, what, tuple(given.level.names), statement)
    yield from _below(given.level, variables, depth + 1)


def _below(level: Level, variables: VariableValues, depth: int) -> Iterator[Step]:
    for child in level.children:
        by, part = level.names[child.place], child.part
        if isinstance(part, Page):
            yield from _in_page(f"{child.name} by {by}", part, variables, depth)
        elif isinstance(part, One):
            yield from _in_one(f"{child.name} by {by}", part, variables, depth)
        else:
            statement, _ = versions_statement(part.model, ANYONE, known=False)  # pyright: ignore[reportArgumentType] -- a class is hashable
            yield Step(depth, f"{child.name} by {by} → {part.model.__name__}", (), statement)


def _in_one(what: str, given: One, variables: VariableValues, depth: int) -> Iterator[Step]:
    names = tuple(given.level.names)
    statement = one_statement(given.declared, given.level.columns(), ANYONE, known=False)
    yield Step(depth, f"{what} → {given.shown.type_name}", names, statement)
    yield from _below(given.level, variables, depth + 1)


def _said(given: Page | Single) -> str:
    return f"({given.arguments.text})" if given.arguments.text else ""
