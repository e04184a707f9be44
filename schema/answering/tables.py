"""The one flat list a document asks for, as a table whose columns follow from the document and never from the rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,  # pyright: ignore[reportUnknownVariableType] -- graphql-core leaves lists open
)

from schema.answering.answer import Json

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


_KINDS = {
    "Int": Kind.INTEGER,
    "Count": Kind.INTEGER,
    "Float": Kind.NUMBER,
    "Decimal": Kind.DECIMAL,
    "Boolean": Kind.BOOLEAN,
    "Date": Kind.DATE,
    "DateTime": Kind.DATETIME,
}


class NotATable(Exception):
    """A document whose answer is not one flat list; the message says why."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in files, where its cell stands in a row, and what it is."""

    name: str
    path: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """Where the rows stand in the answer, and their columns in the order of the document."""

    path: tuple[str, ...]
    columns: tuple[Column, ...]

    def rows(self, data: Mapping[str, Json]) -> list[list[Json]]:
        """The cells of each row of an answer."""
        found = at(data, self.path)
        rows: Sequence[Json] = found if isinstance(found, Sequence) and not isinstance(found, str) else []
        return [[at(row, column.path) for column in self.columns] for row in rows if row is not None]


def at(value: Json, path: Sequence[str]) -> Json:
    """What stands at a path; None where it ends early."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


class _Asked(NamedTuple):
    """A field of the document: where it stands, its type, and what is asked of it."""

    path: tuple[str, ...]
    named: GraphQLNamedType
    is_list: bool
    selection: SelectionSetNode | None


def table_of(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Table:
    """The table of a valid query; NotATable where it asks for no list, for several, or for a list within a row."""
    walk = _Walk(schema, document)
    root = schema.query_type
    lists = list(walk.lists(root, operation.selection_set, ())) if root else []
    if len(lists) != 1:
        places = ", ".join(".".join(each.path) for each in lists)
        raise NotATable(f"it asks for several lists ({places})" if lists else "it asks for no list")
    columns = tuple(walk.columns(lists[0]))
    names = [column.name for column in columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise NotATable(f"two of its facts would be the column {twice[0]}")
    return Table(lists[0].path, columns)


class _Walk:
    """Through what a document asks for, its fragments included."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self._schema = schema
        self._fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }

    def lists(self, parent: GraphQLNamedType, selection: SelectionSetNode, path: tuple[str, ...]) -> Iterator[_Asked]:
        """The lists of objects that stand in no other list."""
        for asked in self._fields(parent, selection, path):
            if asked.selection and asked.is_list:
                yield asked
            elif asked.selection:
                yield from self.lists(asked.named, asked.selection, asked.path)

    def columns(self, listed: _Asked) -> Iterator[Column]:
        """A column for each fact of a row, those of objects within it included."""
        if listed.selection:
            yield from self._cells(listed.named, listed.selection, ())

    def _cells(self, parent: GraphQLNamedType, selection: SelectionSetNode, path: tuple[str, ...]) -> Iterator[Column]:
        for asked in self._fields(parent, selection, path):
            if asked.is_list:
                raise NotATable(f"{'.'.join(asked.path)} is a list within a row")
            if asked.selection:
                yield from self._cells(asked.named, asked.selection, asked.path)
            else:
                yield Column(_column_name(asked.path), asked.path, _KINDS.get(asked.named.name, Kind.TEXT))

    def _fields(self, parent: GraphQLNamedType, selection: SelectionSetNode, path: tuple[str, ...]) -> Iterator[_Asked]:
        """The fields asked of an object, each once; what is asked of one kind of it only is asked too."""
        seen: set[str] = set()
        for each_parent, node in self._nodes(parent, selection):
            name = node.alias.value if node.alias else node.name.value
            if name not in seen and isinstance(each_parent, GraphQLObjectType | GraphQLInterfaceType):
                seen.add(name)
                field = each_parent.fields.get(node.name.value)
                if field is not None:
                    kind: Any = field.type
                    is_list = isinstance(get_nullable_type(kind), GraphQLList)
                    yield _Asked((*path, name), get_named_type(kind), is_list, node.selection_set)

    def _nodes(
        self, parent: GraphQLNamedType, selection: SelectionSetNode
    ) -> Iterator[tuple[GraphQLNamedType, FieldNode]]:
        for node in selection.selections:
            if isinstance(node, FieldNode):
                yield parent, node
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._fragments[node.name.value]
                yield from self._nodes(
                    self._schema.type_map[fragment.type_condition.name.value], fragment.selection_set
                )
            elif isinstance(node, InlineFragmentNode):
                named = node.type_condition.name.value if node.type_condition else parent.name
                yield from self._nodes(self._schema.type_map[named], node.selection_set)


def _column_name(path: Sequence[str]) -> str:
    """The name in lower snake case, as in the files of an edition."""
    return "_".join(_HUMP.sub("_", name).lower() for name in path)
