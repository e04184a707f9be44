"""For how long an answer stands, told from the operation before anything is read.

| an answer rests on | it stands until |
|---|---|
| `ASKER` | it is given: who asks, what is left to ask, what is no part of the open register |
| `EDITIONS` | the register or the day moves, or an edition is published |
| `NOW` | the register or the day moves |
| `PAST` | others may be named than before: a day gone by, as known at a moment gone by, is never written anew |
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationType,
    SelectionSetNode,
    get_operation_ast,
    value_from_ast_untyped,
)

from schema.answering.answer import Json
from schema.operation import Operation

# What is asked for beside the fields of `Register`. A new field is kept by nobody until it stands here.
_OPEN = {"__typename", "__schema", "__type", "register", "editions", "edition", "diff", "changes"}
_OF_EDITIONS = {"editions", "edition", "diff", "node", "nodes"}


class Standing(Enum):
    """What an answer rests on."""

    ASKER = "asker"
    EDITIONS = "editions"
    NOW = "now"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Stands:
    """What the answers of one operation rest on; how it asks for `registers`, where it asks for nothing else."""

    on: Standing
    operation: Operation
    registers: tuple[Sequence[ArgumentNode], ...] = ()

    @property
    def writes(self) -> bool:
        """Whether the operation changes the register."""
        return self.operation.kind is OperationType.MUTATION

    def given(self, variables: Mapping[str, Json] | None, today: date, recorded_at: datetime) -> Standing:
        """What an answer rests on for these values, today, with a register whose newest write is of `recorded_at`."""
        if not self.registers or self.on is not Standing.NOW:
            return self.on
        values = {**self.operation.defaults(), **(variables or {})}
        # A write under way has a later time than the newest that is done, so nothing can come at or before that one.
        past = all(_is_past(each, values, today, recorded_at) for each in self.registers)
        return Standing.PAST if past else Standing.NOW


def stands(schema: GraphQLSchema, document: DocumentNode, operation: Operation) -> Stands:
    """What the answers of an operation of a valid document rest on."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    node = get_operation_ast(document, operation.name)
    fields = list(_fields(node.selection_set, fragments)) if node else []
    names = {each.name.value for each in fields}
    if operation.kind is not OperationType.QUERY or not names <= _OPEN | _register(schema):
        return Stands(Standing.ASKER, operation)
    registers = [each for each in fields if each.name.value == "register"]
    within = {
        inner.name.value for each in registers if each.selection_set for inner in _fields(each.selection_set, fragments)
    }
    if _OF_EDITIONS & (names | within):
        return Stands(Standing.EDITIONS, operation)
    alone = names <= {"register", "__typename"}
    return Stands(Standing.NOW, operation, tuple(each.arguments or () for each in registers) if alone else ())


def _register(schema: GraphQLSchema) -> set[str]:
    """The fields that every register has, whatever its moment."""
    return set(schema.type_map["Register"].fields)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType] -- it is an object type


def _fields(selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> Iterator[FieldNode]:
    """The fields of one place, those of fragments included; a valid document has no cycle among them."""
    for each in selections.selections:
        if isinstance(each, FieldNode):
            yield each
        elif isinstance(each, FragmentSpreadNode):
            yield from _fields(fragments[each.name.value].selection_set, fragments)
        elif isinstance(each, InlineFragmentNode):
            yield from _fields(each.selection_set, fragments)


def _is_past(
    arguments: Sequence[ArgumentNode], values: Mapping[str, object], today: date, recorded_at: datetime
) -> bool:
    """Whether both times of a register are given and gone by."""
    given = {each.name.value: value_from_ast_untyped(each.value, dict(values)) for each in arguments}
    as_of, known_at = given.get("asOf"), given.get("knownAt")
    if not (isinstance(as_of, str) and isinstance(known_at, str)):
        return False
    try:
        return date.fromisoformat(as_of) < today and datetime.fromisoformat(known_at) <= recorded_at
    except (ValueError, TypeError):  # no such day, or a time without a zone: the answer will be an error
        return False
