"""From what the database gives to what JSON says: in the words that graphql-core's own serialisers write."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from graphql import GraphQLEnumType, GraphQLLeafType

Value: TypeAlias = Any
Change = Callable[[Value], Value]

# asyncpg gives these as JSON has them: text, truths, and counts that 32 bits do not bound.
_TEXTS = {"ID", "String"}
_AS_THEY_ARE = {*_TEXTS, "Boolean", "Count", "OrganisationNumber"}


class NullWhereNoneMayBe(Exception):
    """A field that may not be null is."""


def stored_form(kind: GraphQLLeafType, *, required: bool) -> Change | None:
    """How a value from the database is written; None where it stands in JSON as it is."""
    if isinstance(kind, GraphQLEnumType) or kind.name in _AS_THEY_ARE:
        return must if required else None
    return leaf_form(kind, required=required)


@dataclass(frozen=True, slots=True)
class LeafForm:
    """How a Python value of a scalar or enum is written; `as_text`: one that is text already is as it is."""

    serialize: Change
    required: bool
    as_text: bool

    def __call__(self, value: Value) -> Value:
        """The value as it is written."""
        if value is not None:
            return self.serialize(value)
        if self.required:
            raise NullWhereNoneMayBe
        return None


@cache
def leaf_form(kind: GraphQLLeafType, *, required: bool) -> LeafForm:
    """The form of a scalar or enum."""
    return LeafForm(kind.serialize, required, kind.name in _TEXTS)


def must(value: Value) -> Value:
    """The value, unless it is null."""
    if value is None:
        raise NullWhereNoneMayBe
    return value
