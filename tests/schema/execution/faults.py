"""Faults: what the question reaches in Python is made to fail, in plans and in graphql-core alike.

| what fails | which of it |
|---|---|
| a resolver of rows (`Listed`, `Relation`, `Found`) | always |
| a computation | for every other row, by the values it is handed |
| a field's own resolver | always, at once or when it is awaited |

A reference that is followed by a join has no resolver that could fail.
"""

import random
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from inspect import iscoroutinefunction
from typing import Any

from graphql import GraphQLError, GraphQLField, GraphQLObjectType

from schema.declarations import METADATA, Computation, Found, Listed, Relation
from schema.schema import SCHEMA

Fault = tuple[Any, str, Callable[..., Any]]


class BrokenError(RuntimeError):
    """What nobody foresaw."""


@contextmanager
def fault(chance: random.Random, names: set[str]) -> Generator[None]:
    """Two things that the fields of these names stand on fail while the block runs, where there are two."""
    possible = [each for name, field in _fields() if name in names for each in _faults(field, chance)]
    chosen = chance.sample(possible, min(2, len(possible)))
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in chosen]
    for owner, name, failing in chosen:
        object.__setattr__(owner, name, failing)
    try:
        yield
    finally:
        for owner, name, whole in reversed(kept):
            object.__setattr__(owner, name, whole)


def _fields() -> list[tuple[str, GraphQLField]]:
    kinds = [each for each in SCHEMA._schema.type_map.values() if isinstance(each, GraphQLObjectType)]
    return [(name, field) for kind in kinds for name, field in kind.fields.items() if _definition(field)]


def _faults(field: GraphQLField, chance: random.Random) -> list[Fault]:
    definition = _definition(field)
    declared = definition.metadata.get(METADATA)
    error = chance.choice([GraphQLError("a fault"), BrokenError("a fault")])
    if isinstance(declared, Listed | Found) or (isinstance(declared, Relation) and not declared.plain):
        return [(declared, "resolver", _always(error))]
    if isinstance(declared, Computation) and definition.base_resolver.name == "resolve":
        return [(declared, "compute", _sometimes(declared.compute, error))]
    if declared is None and definition.base_resolver and definition.base_resolver.name not in _OF_PAGES:
        resolver = definition.base_resolver
        failing = _later(error) if iscoroutinefunction(resolver.wrapped_func) else _always(error)
        return [(resolver, "wrapped_func", failing)]
    return []


_OF_PAGES = {"total_count", "nodes", "edges", "page_info"}


def _always(error: Exception) -> Callable[..., Any]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


def _later(error: Exception) -> Callable[..., Any]:
    async def failing(*_: object, **__: object) -> None:
        raise error

    return failing


def _sometimes(compute: Callable[..., Any], error: Exception) -> Callable[..., Any]:
    def failing(*given: object, **own: object) -> Any:  # noqa: ANN401 -- what the computation gives
        if zlib.crc32(repr(given).encode()) % 2:
            raise error
        return compute(*given, **own)

    return failing


def _definition(field: GraphQLField) -> Any:  # noqa: ANN401 -- strawberry's, or None
    return field.extensions.get("strawberry-definition")
