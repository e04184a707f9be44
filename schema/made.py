"""Classes that are made at run time, from what the declarations of facts say."""

from collections.abc import Mapping
from typing import Any


def made_class(name: str, description: str, members: Mapping[str, Any]) -> type:
    """A class for strawberry to make a type of.

    It says in Python too what it is: of a class that does not, `dataclasses` works out its whole signature and keeps
    that as its docstring, 1.5 kB each.
    """
    return type(name, (), {**members, "__doc__": description})
