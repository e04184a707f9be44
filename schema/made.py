"""Classes that are made at run time, from what the declarations of facts say, and what all types go without."""

from collections.abc import Iterable, Mapping
from typing import Any

from strawberry.types.field import StrawberryField

_MOSTLY_EMPTY = ("directives", "extensions", "permission_classes")
_BY_DATACLASSES = frozenset({"__eq__", "__repr__"})


def made_class(name: str, description: str, members: Mapping[str, Any]) -> type:
    """A class for strawberry to make a type of.

    It says in Python too what it is: of a class that does not, `dataclasses` works out its whole signature and keeps
    that as its docstring, 1.5 kB each.
    """
    return type(name, (), {**members, "__doc__": description})


def without_empty_lists(fields: Iterable[StrawberryField]) -> None:
    """Have all fields share one list of the directives, extensions and permissions that none of them has."""
    none: list[Any] = []
    for field in fields:
        for name in _MOSTLY_EMPTY:
            if getattr(field, name) == none:
                setattr(field, name, none)


def without_comparisons(types: Iterable[type]) -> None:
    """Take from types what strawberry had `dataclasses` write for each, 4 kB: no object of one is compared or told."""
    for kind in types:
        for name in _BY_DATACLASSES & vars(kind).keys():
            delattr(kind, name)
