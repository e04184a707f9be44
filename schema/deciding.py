"""Which variables decide what an operation asks for: those that @skip and @include are given."""

from collections.abc import Iterator

from graphql import (
    DocumentNode,
    ExecutableDefinitionNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
)


def deciding_variables(document: DocumentNode) -> tuple[str, ...]:
    """Their names, in the order they are met; those of every operation of the document."""
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
