"""What may change between releases: everything may be added, and what was deprecated long enough may go.

The policy in words is `docs/reference/compatibility.md`; the schema of the last release is `schema/released.graphql`.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    find_breaking_changes,
    find_dangerous_changes,
    get_named_type,
)

RELEASED_FILE = Path(__file__).with_name("released.graphql")
DEPRECATED_FOR = timedelta(days=365)
_SINCE = re.compile(r"Since (\d{4}-\d{2}-\d{2}): .")

Deprecable = GraphQLField | GraphQLArgument | GraphQLInputField | GraphQLEnumValue


def breaking(released: str, now: str, today: date) -> list[str]:
    """What breaks questions that the released schema answers, but for what it had deprecated long enough ago."""
    before = build_schema(released)
    foreseen = set(_foreseen(before, today))
    found = [each.description for each in find_breaking_changes(before, build_schema(now))]
    return [each for each in found if each not in foreseen]


def dangerous(released: str, now: str) -> list[str]:
    """What may surprise a client that takes every answer for one it knows: a new value, a new kind of object."""
    return [each.description for each in find_dangerous_changes(build_schema(released), build_schema(now))]


def since(reason: str | None) -> date | None:
    """The day something was deprecated, which its reason begins with: `Since 2026-11-24: use title`."""
    found = _SINCE.match(reason or "")
    return date.fromisoformat(found[1]) if found else None


def undated(text: str) -> list[str]:
    """What is deprecated without saying since when and what to use."""
    return [
        name
        for name, each in _deprecable(build_schema(text))
        if each.deprecation_reason and not since(each.deprecation_reason)
    ]


def _foreseen(schema: GraphQLSchema, today: date) -> Iterator[str]:
    """The changes that deprecations have announced, as graphql-core tells of them."""
    going = {name for name, each in _deprecable(schema) if _may_go(each, today)}
    for name in going:
        yield from (f"{what} {name} was removed." for what in ("Field", "Argument", "Enum value"))
    for kind in schema.type_map:
        leading = {
            name for name, each in _deprecable(schema) if str(get_named_type(getattr(each, "type", None))) == kind
        }
        if leading and leading <= going:
            yield f"{kind} was removed."


def _may_go(each: Deprecable, today: date) -> bool:
    day = since(each.deprecation_reason)
    return day is not None and day + DEPRECATED_FOR <= today


def _deprecable(schema: GraphQLSchema) -> Iterator[tuple[str, Deprecable]]:
    """Every field, argument and value by its name, as changes call it: `Supplier.name`, `Query.suppliers(first:)`."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}", field
                yield from ((f"{kind.name}.{name}({each}:)", given) for each, given in field.args.items())
        elif isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{kind.name}.{name}", each) for name, each in kind.fields.items())
        elif isinstance(kind, GraphQLEnumType):
            yield from ((f"{kind.name}.{name}", each) for name, each in kind.values.items())
