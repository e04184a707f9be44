"""How often a document asks for the same field in the same place: validation compares every two of them."""

from collections import defaultdict
from collections.abc import Iterator

from graphql import FieldNode, FragmentSpreadNode, InlineFragmentNode, OperationDefinitionNode, SelectionSetNode

from schema.limits.fragments import Fragments


def overlaps_in(operation: OperationDefinitionNode, fragments: Fragments) -> int:
    """Pairs of fields that answer under one name in one place, those under such pairs included.

    Fields of one place are those of its selection sets and of the fragments spread in them, each fragment once.
    """
    return _pairs([operation.selection_set], fragments)


def _pairs(place: list[SelectionSetNode], fragments: Fragments) -> int:
    by_name: defaultdict[str, list[FieldNode]] = defaultdict(list)
    for field in _fields_of(place, fragments):
        by_name[field.alias.value if field.alias else field.name.value].append(field)
    return sum(_pairs_of(fields, fragments) for fields in by_name.values())


def _pairs_of(fields: list[FieldNode], fragments: Fragments) -> int:
    below = [field.selection_set for field in fields if field.selection_set]
    pairs = len(fields) * (len(fields) - 1) // 2
    return pairs + (_pairs(below, fragments) if below else 0)


def _fields_of(place: list[SelectionSetNode], fragments: Fragments) -> Iterator[FieldNode]:
    waiting = list(place)
    seen: set[str] = set()
    while waiting:
        for each in waiting.pop().selections:
            if isinstance(each, FieldNode):
                yield each
            elif isinstance(each, InlineFragmentNode):
                waiting.append(each.selection_set)
            elif isinstance(each, FragmentSpreadNode) and each.name.value not in seen:
                seen.add(each.name.value)
                waiting += [fragments[each.name.value].selection_set] if each.name.value in fragments else []
