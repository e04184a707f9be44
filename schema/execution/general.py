"""Whether an operation is served as well by plans that PostgreSQL makes once, for any values.

PostgreSQL takes a day for a condition that a third of the rows meet, and the size of a page for a tenth of the list. A
page of a long list then looks dear, and it plans the statement anew each time, only to make the same plan. Where the
question itself holds a value (a filter, a cursor, a text) a plan for that value may be another, and a better one.
"""

from collections.abc import Iterable

from graphql import FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode

_WITH_VALUES = frozenset({"filter", "after", "before", "text"})


def is_general(operation: OperationDefinitionNode, fragments: Iterable[FragmentDefinitionNode]) -> bool:
    """Whether no field of an operation, or of the fragments of its document, is given a value to find rows by."""
    return not any(_has_values(each.selection_set) for each in (operation, *fragments))


def _has_values(selections: SelectionSetNode) -> bool:
    for each in selections.selections:
        if isinstance(each, FieldNode) and any(one.name.value in _WITH_VALUES for one in each.arguments or ()):
            return True
        below = getattr(each, "selection_set", None)
        if below is not None and _has_values(below):
            return True
    return False
