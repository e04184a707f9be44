"""The fragments of a document in the order in which they can be measured: each after those it uses."""

from collections.abc import Iterator, Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
)

from schema.limits.errors import FragmentCycle

Fragments = Mapping[str, FragmentDefinitionNode]


def fragments_of(document: DocumentNode) -> Fragments:
    """The fragments by name; of two with one name the later, which validation refuses."""
    return {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}


def in_order(fragments: Fragments) -> list[FragmentDefinitionNode]:
    """Each fragment once, after all it spreads; a fragment within itself is refused with the way round.

    Walks with a list of its own, so that a long chain of fragments costs no recursion.
    """
    uses = {name: list(dict.fromkeys(_spread_in(each.selection_set))) for name, each in fragments.items()}
    done: dict[str, FragmentDefinitionNode] = {}
    for name in fragments:
        _walk(name, uses, fragments, done)
    return list(done.values())


def _walk(
    start: str, uses: Mapping[str, list[str]], fragments: Fragments, done: dict[str, FragmentDefinitionNode]
) -> None:
    way: dict[str, Iterator[str]] = {} if start in done else {start: iter(uses[start])}
    while way:
        name = next(reversed(way))
        below = next((each for each in way[name] if each in fragments and each not in done), None)
        if below is None:
            done[name] = fragments[name]
            del way[name]
        elif below in way:
            raise _cycle([*way, below])
        else:
            way[below] = iter(uses[below])


def _cycle(way: list[str]) -> FragmentCycle:
    shown = " → ".join(way[way.index(way[-1]) :][:12])
    return FragmentCycle(f"A fragment contains itself: {shown}. Take one of the spreads out.")


def _spread_in(selections: SelectionSetNode) -> Iterator[str]:
    """The names of the fragments that are spread anywhere inside a selection set."""
    waiting = [selections]
    while waiting:
        for each in waiting.pop().selections:
            if isinstance(each, FragmentSpreadNode):
                yield each.name.value
            elif isinstance(each, FieldNode | InlineFragmentNode) and each.selection_set:
                waiting.append(each.selection_set)
