"""What type a field has: graphql-core's nested wrappers as one flat value."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from graphql import GraphQLField, GraphQLLeafType, GraphQLList, GraphQLNonNull, GraphQLObjectType, is_leaf_type


@dataclass(frozen=True, slots=True)
class Kind:
    """A named type or, where `items` is given, a list of such; `required` where it may not be null."""

    named: object
    required: bool
    items: "Kind | None" = None

    @property
    def name(self) -> str:
        """Name of the type itself, whatever lists it stands in."""
        return self.items.name if self.items else str(self.named)

    @property
    def leaf(self) -> GraphQLLeafType | None:
        """The scalar or enum; None for anything else."""
        return self.named if self.items is None and is_leaf_type(self.named) else None

    @property
    def shown(self) -> GraphQLObjectType | None:
        """The object type; None for anything else, lists among them."""
        return self.named if self.items is None and isinstance(self.named, GraphQLObjectType) else None

    @property
    def each(self) -> GraphQLObjectType | None:
        """The object type of the field or, where it is a list, of its items."""
        return self.items.each if self.items else self.shown


def kind_of(field: GraphQLField) -> Kind:
    """The type of a field."""
    return _kind(cast("Any", field).type)


def _kind(given: Any, *, required: bool = False) -> Kind:  # noqa: ANN401 -- graphql-core leaves the wrapped type open
    if isinstance(given, GraphQLNonNull):
        return _kind(cast("Any", given).of_type, required=True)
    if isinstance(given, GraphQLList):
        return _one(None, required, _kind(cast("Any", given).of_type))
    return _one(given, required)


_one = cache(Kind)  # plans have many places of few kinds
