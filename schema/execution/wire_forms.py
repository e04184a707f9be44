"""From what the database gives to what JSON says: in the words that graphql-core's own serialisers write."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from graphql import GraphQLEnumType, GraphQLLeafType

Value: TypeAlias = Any
Change = Callable[[Value], Value]

# asyncpg gives these as JSON has them: text, truths, and counts that 32 bits do not bound.
_AS_THEY_ARE = {"ID", "String", "Boolean", "Count", "OrganisationNumber"}


class NullWhereNoneMayBe(Exception):
    """A field that may not be null is."""


def stored_form(kind: GraphQLLeafType, *, required: bool) -> Change | None:
    """How a value from the database is written; None where it stands in JSON as it is."""
    if isinstance(kind, GraphQLEnumType) or kind.name in _AS_THEY_ARE:
        return must if required else None
    return leaf_form(kind, required=required)


@cache
def leaf_form(kind: GraphQLLeafType, *, required: bool) -> Change:
    """How a Python value of a scalar or enum is written."""

    def change(value: Value) -> Value:
        if value is not None:
            return kind.serialize(value)
        if required:
            raise NullWhereNoneMayBe
        return None

    return change


def must(value: Value) -> Value:
    """The value, unless it is null."""
    if value is None:
        raise NullWhereNoneMayBe
    return value
