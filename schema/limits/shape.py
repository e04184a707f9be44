"""The shape of a document, measured before it is validated: one pass that visits every selection once.

What is counted through a fragment is remembered for it, so that fragments of fragments cost no more than they are long,
though what they stand for doubles with each.
"""

from dataclasses import dataclass
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from auktor.core.limits import Limits
from schema.limits.errors import (
    TooDeep,
    TooManyAliases,
    TooManyDirectives,
    TooManyFields,
    TooManyFragments,
    TooManyOverlaps,
    TooManyRootFields,
    TooNested,
    hold,
)
from schema.limits.fragments import fragments_of, in_order
from schema.limits.overlaps import overlaps_in

_SHOWN_STEPS = 30


class Path(NamedTuple):
    """A way down a question, from a field to the deepest one under it."""

    name: str
    below: "Path | None"

    def __str__(self) -> str:
        names: list[str] = []
        step: Path | None = self
        while step and len(names) < _SHOWN_STEPS:
            names.append(step.name[:40])
            step = step.below
        return ".".join([*names, "…"] if step else names)


@dataclass(frozen=True, slots=True)
class Shape:
    """How much a selection set holds, everything under it and in its fragments included, each time it is used.

    `nesting` counts selection sets within each other, inline fragments and fragments too; `levels` only fields.
    """

    levels: int = 0
    nesting: int = 0
    fields: int = 0
    root_fields: int = 0
    introspections: int = 0
    aliases: int = 0
    directives: int = 0
    deepest: Path | None = None

    def beside(self, other: "Shape") -> "Shape":
        """The shape of two parts of one selection set."""
        return Shape(
            max(self.levels, other.levels),
            max(self.nesting, other.nesting),
            self.fields + other.fields,
            self.root_fields + other.root_fields,
            self.introspections + other.introspections,
            self.aliases + other.aliases,
            self.directives + other.directives,
            other.deepest if other.levels > self.levels else self.deepest,
        )


NOTHING = Shape()


def keep_within(document: DocumentNode, limits: Limits) -> None:
    """Refuse a document that is larger than a limit; the error names the size, the limit and, for depth, the path."""
    fragments = fragments_of(document)
    hold(TooManyFragments, "fragments", len(fragments), limits.fragments, "Write some of them out.")
    measure = _Measure(limits)
    for fragment in in_order(fragments):
        measure.remember(fragment.name.value, fragment.selection_set)
    for operation in document.definitions:
        if isinstance(operation, OperationDefinitionNode):
            shape = measure.of(operation.selection_set)
            _hold_all(shape, len(operation.directives or ()), limits)
            pairs = overlaps_in(operation, fragments)
            hold(TooManyOverlaps, "pairs of the same field in one place", pairs, limits.overlaps, "Write each once.")


def _hold_all(shape: Shape, directives: int, limits: Limits) -> None:
    if shape.levels > limits.levels:
        raise TooDeep(
            f"The question is {shape.levels} levels deep at {shape.deepest}; at most {limits.levels} are answered. "
            "Ask for the lower levels by `node(id:)` in a question of their own.",
        )
    hold(TooNested, "fragments and fields within each other", shape.nesting, limits.nesting)
    hold(TooManyFields, "fields, those in fragments counted each time", shape.fields, limits.fields)
    hold(TooManyRootFields, "fields at its root", shape.root_fields, limits.root_fields)
    hold(TooManyRootFields, "times `__schema`", shape.introspections, 1, "Ask for it once, without an alias.")
    hold(TooManyAliases, "aliases", shape.aliases, limits.aliases)
    hold(TooManyDirectives, "directives", shape.directives + directives, limits.directives)


class _Measure:
    """Shapes of one document's selection sets, remembered for each fragment."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._known: dict[str, Shape] = {}

    def remember(self, fragment: str, selections: SelectionSetNode) -> None:
        """Measure a fragment; those it spreads have been measured before it."""
        shape = self.of(selections)
        hold(TooNested, "fragments and fields within each other", shape.nesting, self._limits.nesting)
        hold(TooManyFields, "fields, those in fragments counted each time", shape.fields, self._limits.fields)
        self._known[fragment] = shape

    def of(self, selections: SelectionSetNode) -> Shape:
        """The shape of a selection set; its own nesting is bounded by the brackets of the text."""
        shape = NOTHING
        for selection in selections.selections:
            shape = shape.beside(self._of_one(selection))
        return shape

    def _of_one(self, selection: SelectionNode) -> Shape:
        directives = len(selection.directives or ())
        if isinstance(selection, FieldNode):
            return self._of_field(selection, directives)
        spread = self._of_spread(selection)
        return Shape(
            spread.levels,
            spread.nesting + 1,
            spread.fields,
            spread.root_fields,
            spread.introspections,
            spread.aliases,
            spread.directives + directives,
            spread.deepest,
        )

    def _of_field(self, field: FieldNode, directives: int) -> Shape:
        below = self.of(field.selection_set) if field.selection_set else NOTHING
        return Shape(
            below.levels + 1,
            below.nesting + 1,
            below.fields + 1,
            1,
            int(field.name.value == "__schema"),
            below.aliases + (field.alias is not None),
            below.directives + directives,
            Path(field.name.value, below.deepest),
        )

    def _of_spread(self, selection: SelectionNode) -> Shape:
        if isinstance(selection, InlineFragmentNode):
            return self.of(selection.selection_set)
        name = selection.name.value if isinstance(selection, FragmentSpreadNode) else ""
        return self._known.get(name, NOTHING)
