"""How a GraphQL type says which noun of the register it shows."""

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry

from db.facts import Fact
from schema.record import Record

Shown = TypeVar("Shown", bound=type)

TYPES: dict[str, tuple[type, type[Fact]]] = {}


def noun(model: type[Fact]) -> Callable[[Shown], Shown]:
    """Make a class the GraphQL type of a noun: described by its docstring, recognised by its rows, found by its ids."""

    def complete(shown: Shown) -> Shown:
        def is_type_of(row: Any, _info: object) -> bool:  # noqa: ANN401 -- whatever stands under an interface
            return isinstance(row, Record) and row.model is model

        shown.is_type_of = is_type_of  # type: ignore[attr-defined]
        made = strawberry.type(shown, description=shown.__doc__)
        TYPES[shown.__name__] = (made, model)
        return made

    return complete
