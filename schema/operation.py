"""What is remembered of the operations of a document: all but what they ask for, which is read from its text again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    ExecutableDefinitionNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    VariableDefinitionNode,
    VariableNode,
    value_from_ast_untyped,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation: its name, its kind, its variables, and those of the document that decide which fields are asked."""

    name: str | None
    kind: OperationType
    variables: Sequence[VariableDefinitionNode]
    deciding: tuple[str, ...]

    def defaults(self) -> dict[str, object]:
        """The values of variables that nothing is given for, as they are written."""
        return {
            each.variable.name.value: value_from_ast_untyped(each.default_value)
            for each in self.variables
            if each.default_value
        }


def operations_of(document: DocumentNode) -> Mapping[str | None, Operation]:
    """The operations by name, and under None the one that is meant without a name, where there is but one."""
    deciding = _deciding_variables(document)
    found = [_operation(each, deciding) for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    named: dict[str | None, Operation] = {each.name: each for each in found if each.name}
    return {None: found[0], **named} if len(found) == 1 else named


def _operation(node: OperationDefinitionNode, deciding: tuple[str, ...]) -> Operation:
    name = node.name.value if node.name else None
    return Operation(name, node.operation, node.variable_definitions or (), deciding)


def _deciding_variables(document: DocumentNode) -> tuple[str, ...]:
    """Which variables @skip and @include are given anywhere in the document, in the order they are met."""
    names = [
        name
        for each in document.definitions
        if isinstance(each, ExecutableDefinitionNode)
        for name in _in_selections(each.selection_set)
    ]
    return tuple(dict.fromkeys(names))


def _in_selections(selections: SelectionSetNode) -> Iterator[str]:
    for each in selections.selections:
        yield from _in_directives(each)
        if isinstance(each, FieldNode | InlineFragmentNode) and each.selection_set:
            yield from _in_selections(each.selection_set)


def _in_directives(selection: SelectionNode) -> Iterator[str]:
    if isinstance(selection, FieldNode | InlineFragmentNode | FragmentSpreadNode):
        for directive in selection.directives or ():
            for argument in directive.arguments or ():
                if isinstance(argument.value, VariableNode):
                    yield argument.value.name.value
