"""How large a document may be. Counted before it is validated, in one pass that visits every selection set once.

What is counted through fragments is remembered for each fragment, so that fragments of fragments cost no more than
they are long.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from schema.answering.answer import RequestError

MAX_CHARACTERS = 100_000
MAX_TOKENS = 3_000
MAX_DEPTH = 20
MAX_FIELDS = 2_000
MAX_ROOT_FIELDS = 30
MAX_DIRECTIVES = 100
MAX_FRAGMENTS = 50
MAX_REPEATS = 20


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a selection set, everything under it included."""

    depth: int = 0
    fields: int = 0
    root_fields: int = 0
    directives: int = 0

    def beside(self, other: "Size") -> "Size":
        """The size of two parts of one selection set."""
        return Size(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.root_fields + other.root_fields,
            self.directives + other.directives,
        )


def keep_within(document: DocumentNode) -> None:
    """Refuse a document that is larger than a limit; the error names the limit and the size."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    _hold("fragments", len(fragments), MAX_FRAGMENTS)
    measure = _Measure(fragments)
    for operation in operations:
        size = measure.of(operation.selection_set)
        _hold("levels", size.depth, MAX_DEPTH)
        _hold("fields, those in fragments counted each time", size.fields, MAX_FIELDS)
        _hold("root fields", size.root_fields, MAX_ROOT_FIELDS)
        _hold("directives", size.directives + len(operation.directives or ()), MAX_DIRECTIVES)


class _Measure:
    """Sizes of one document's selection sets, remembered for each fragment."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._known: dict[str, Size] = {}

    def of(self, selections: SelectionSetNode) -> Size:
        """The size of a selection set."""
        _hold_repeats(selections.selections)
        size = Size()
        for selection in selections.selections:
            size = size.beside(self._of_one(selection))
        return size

    def _of_one(self, selection: SelectionNode) -> Size:
        own = len(selection.directives or ())
        if isinstance(selection, FieldNode):
            below = self.of(selection.selection_set) if selection.selection_set else Size()
            return Size(below.depth + 1, below.fields + 1, 1, below.directives + own)
        spread = self._of_spread(selection)
        return Size(spread.depth, spread.fields, spread.root_fields, spread.directives + own)

    def _of_spread(self, selection: SelectionNode) -> Size:
        if isinstance(selection, InlineFragmentNode):
            return self.of(selection.selection_set)
        if not isinstance(selection, FragmentSpreadNode):
            return Size()
        return self._of_fragment(selection.name.value)

    def _of_fragment(self, name: str) -> Size:
        """The size of a fragment; 0 while it is being measured, so that one within itself is left to validation."""
        if name not in self._known:
            self._known[name] = Size()
            fragment = self._fragments.get(name)
            self._known[name] = self.of(fragment.selection_set) if fragment else Size()
        return self._known[name]


def _hold_repeats(selections: Iterable[SelectionNode]) -> None:
    """The same name many times in one selection set is compared pair by pair, so it is counted first."""
    names = Counter(_response_name(each) for each in selections if isinstance(each, FieldNode))
    _hold("times the same field in one place", max(names.values(), default=0), MAX_REPEATS)


def _response_name(field: FieldNode) -> str:
    return field.alias.value if field.alias else field.name.value


def _hold(what: str, size: int, most: int) -> None:
    if size > most:
        raise RequestError.saying(
            "QUESTION_TOO_LARGE", f"The question has {size} {what}; at most {most} are answered. Ask in several parts."
        )
