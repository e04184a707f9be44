"""Classes that are made at run time, from what the declarations of facts say, and what all types go without."""

from collections.abc import Iterable, Mapping
from typing import Any

_BY_DATACLASSES = frozenset({"__eq__", "__repr__"})


def made_class(name: str, description: str, members: Mapping[str, Any]) -> type:
    """A class for strawberry to make a type of.

    It says in Python too what it is: of a class that does not, `dataclasses` works out its whole signature and keeps
    that as its docstring, 1.5 kB each.
    """
    return type(name, (), {**members, "__doc__": description})


def without_comparisons(types: Iterable[type]) -> None:
    """Take from types what strawberry had `dataclasses` write for each, 4 kB: no object of one is compared or told."""
    for kind in types:
        for name in _BY_DATACLASSES & vars(kind).keys():
            delattr(kind, name)
