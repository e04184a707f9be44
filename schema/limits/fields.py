"""The fields of a schema as the cost sees them: how each reads, and of which type the objects under it are."""

from functools import lru_cache
from typing import NamedTuple

from graphql import (
    GraphQLField,
    GraphQLSchema,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    is_interface_type,
    is_object_type,
)

from schema.limits.reads import Reading, reading_of, type_of

_INTROSPECTION = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}


class Known(NamedTuple):
    """One field: how it reads, and the name of its type."""

    reading: Reading
    type_name: str


class Fields:
    """Fields by type and name, each looked up in the schema once."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self.known = lru_cache(None)(self._known)

    def _known(self, type_name: str, name: str) -> Known | None:
        field = self._field(type_name, name)
        return None if field is None else Known(reading_of(type_name, name, field), type_of(field))

    def _field(self, type_name: str, name: str) -> GraphQLField | None:
        parent = self._schema.type_map[type_name]
        if parent is self._schema.query_type and name in _INTROSPECTION:
            return _INTROSPECTION[name]
        return parent.fields.get(name) if is_object_type(parent) or is_interface_type(parent) else None
