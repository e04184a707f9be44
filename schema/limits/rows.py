"""The rows that a selection may read, at most; one visit a selection, each fragment counted once and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from schema.limits.fields import Fields
from schema.limits.reads import is_connection
from schema.paging import LARGEST_SIZE

_OF_EACH_ROW = frozenset({"nodes", "edges"})
_LATER = frozenset({"defer", "stream"})
_SIZES = frozenset({"first", "last", "ids", "representations"})
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are read once for an object, and those read for each row of it where the object is a page."""

    once: int = 0
    each: int = 0

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(self.once + other.once, self.each + other.each)


class RowCount:
    """Counts the rows of one document, with the sizes its variables give."""

    def __init__(self, fields: Fields, sizes: Mapping[str, int | None]) -> None:
        self._fields = fields
        self._sizes = sizes
        self._fragments: dict[str, Rows] = {}

    def remember(self, fragment: FragmentDefinitionNode) -> None:
        """Count a fragment; those it spreads have been counted before it."""
        type_name = fragment.type_condition.name.value
        self._fragments[fragment.name.value] = self.of(fragment.selection_set, type_name)

    def of(self, selections: SelectionSetNode, type_name: str) -> Rows:
        """The rows of a selection set on a type. What @skip and @include leave out is counted all the same.

        What comes later, as a part of its own, counts as a row more for each object: it is as much work to send.
        """
        rows = Rows()
        for selection in selections.selections:
            rows += self._of_one(selection, type_name)
        return rows

    def _of_one(self, selection: SelectionNode, type_name: str) -> Rows:
        later = sum(each.name.value in _LATER for each in selection.directives or ())
        if isinstance(selection, FieldNode):
            rows = self._of_field(selection, type_name) + later
            of_each = is_connection(type_name) and selection.name.value in _OF_EACH_ROW
            return Rows(each=rows) if of_each else Rows(once=rows)
        if isinstance(selection, InlineFragmentNode):
            on = selection.type_condition.name.value if selection.type_condition else type_name
            return self.of(selection.selection_set, on) + Rows(once=later)
        name = selection.name.value if isinstance(selection, FragmentSpreadNode) else ""
        return self._fragments.get(name, Rows()) + Rows(once=later)

    def _of_field(self, field: FieldNode, type_name: str) -> int:
        known = self._fields.known(type_name, field.name.value)
        if known is None:
            return 0
        reads = known.reading(self._arguments(field))
        if field.selection_set is None:
            return reads.rows
        below = self.of(field.selection_set, known.type_name)
        if is_connection(known.type_name):
            return reads.rows + below.once + reads.objects * below.each
        return reads.rows + reads.objects * below.once

    def _arguments(self, field: FieldNode) -> dict[str, int | None]:
        return {each.name.value: self._size(each.value) for each in field.arguments or () if each.name.value in _SIZES}

    def _size(self, value: ValueNode) -> int | None:
        """A size as written or as its variable gives it; None for null."""
        if isinstance(value, VariableNode):
            return self._sizes.get(value.name.value)
        if isinstance(value, IntValueNode):
            return int(value.value) if len(value.value) < _LONGEST_NUMBER else LARGEST_SIZE
        return len(value.values) if isinstance(value, ListValueNode) else None
