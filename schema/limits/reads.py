"""How many rows each field of the schema may read for one parent, at most.

Declared fields say it themselves: a page by its size, a relation one. What is computed from several reads stands here
with a number that a test holds against what is really read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import iscoroutinefunction
from typing import Any

from graphql import GraphQLField, get_named_type

from schema.declarations import METADATA, Aggregated, Listed, Relation
from schema.paging import DEFAULT_SIZE, LARGEST_SIZE, MOST_GROUPS

Arguments = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Reads:
    """Rows a field reads for one parent, and how many objects its selection then stands for."""

    rows: int = 0
    objects: int = 1


Reading = Callable[[Arguments], Reads]
_BEHIND_GROUPS = 1000
_COMPARED_NOUNS = 12
MOST_REFERENCES = 1000
_REGISTERS = frozenset({"Register", "Query"})


def page(arguments: Arguments) -> Reads:
    """A page reads one row more than it shows, to tell whether the list goes on."""
    given = [size for name in ("first", "last") if (size := arguments.get(name)) is not None]
    size = _size(max(given, default=None), DEFAULT_SIZE)
    return Reads(size + 1, size)


def groups(arguments: Arguments) -> Reads:
    """One group more than is shown, to tell whether there are more; and a thousand rows for the work behind any."""
    given = arguments.get("first")
    size = MOST_GROUPS if given is None else min(max(given, 0), MOST_GROUPS)
    return Reads(_BEHIND_GROUPS + size + 1)


def _size(given: int | None, default: int) -> int:
    """A size as it would be read: what is refused when executed counts as the nearest that is not."""
    return default if given is None else min(max(given, 0), LARGEST_SIZE)


def _always(rows: int, objects: int = 1) -> Reading:
    reads = Reads(rows, objects)
    return lambda _arguments: reads


def _nodes(arguments: Arguments) -> Reads:
    size = _size(arguments.get("ids"), LARGEST_SIZE)
    return Reads(size, size)


def _entities(arguments: Arguments) -> Reads:
    size = min(max(arguments.get("representations") or MOST_REFERENCES, 0), MOST_REFERENCES)
    return Reads(size, size)


def _search(arguments: Arguments) -> Reads:
    """A hit is found, then the object it names is read."""
    size = _size(arguments.get("first"), DEFAULT_SIZE)
    return Reads(2 * size, size)


def _corrections(arguments: Arguments) -> Reads:
    """Of each noun as many as are asked for, of which the newest are told."""
    return Reads(_COMPARED_NOUNS * _size(arguments.get("first"), DEFAULT_SIZE))


def _changed_objects(arguments: Arguments) -> Reads:
    """Found, and paid for, by the comparison; each may be read again as an object."""
    return Reads(0, _size(arguments.get("first"), DEFAULT_SIZE))


_NOTHING = _always(0)
_ONE = _always(1)

# The questions of a register, of today's as of any other.
OF_A_REGISTER: dict[str, Reading] = {
    "authorisationSystem": _ONE,
    "supplier": _ONE,
    "publicActor": _ONE,
    "regulation": _ONE,
    "edition": _ONE,
    "feeStatement": _always(5_000),  # months x services x items, and the rules they are counted by
    "compensationStatement": _always(5_000),  # as above
    "previousChange": _ONE,
    "nextChange": _ONE,
    "changeDays": _always(3_653),  # the days of ten years
    "comparedWith": _always(10_000),  # as `diff`
    "corrections": _corrections,
    "describedFrom": _always(50),  # the versions of one object
    "node": _ONE,
    "nodes": _nodes,
    "_entities": _entities,
    "search": _search,
    "feeEstimate": _always(500),  # the rules of a system, their tiers and regulations
    "obligation": _always(100),  # systems, rules, assessments and exemptions
    "eligibility": _always(200),  # the same, with the agreements of both sides
    "diff": _always(10_000),  # the published tables of two editions, row by row, once whatever is asked of them
    "__schema": _always(1_000),  # no rows, but as much work
    "__type": _always(50),
}
OF_A_TYPE: dict[str, Reading] = {
    "FeeEstimate.lines": _always(0, objects=100),
    "Comparison.objects": _changed_objects,
    "Comparison.counts": _always(0),  # found, and paid for, by `comparedWith`
    "ChangedObject.object": _always(1),  # with the others of its kind
    "Diff.rows": _always(0),  # read, and paid for, by `diff`
    "Diff.counts": _always(0),  # as above
    "Statistics.obligations": _always(300),  # at most category x status x connected x provenance
    "Statistics.services": _always(300),
    "Statistics.decisions": _always(50),  # system x kind x provenance
    "Statistics.handlingTimes": _always(10),  # system x provenance
    **{f"Statistics.{name}": _always(5_001) for name in ("connections", "connectionsByCounty", "volumes", "fees")},
    **{f"Statistics.{name}": _always(300) for name in ("actorAgreements", "supplierAgreements", "exemptions")},
    "Statistics.obligedAgencies": _always(5_001),  # months, and the agencies behind them
}
_DEED = _always(100)  # what it rests on, what it changes, and the object it answers with
_STRETCH = _always(100)  # what a subscription reads at once; it is charged again for each that follows
_HISTORY = _always(50)  # versions of one object: corrections are few


def reading_of(type_name: str, name: str, field: GraphQLField) -> Reading:
    """How a field reads, from its declaration, its type or the numbers above."""
    declared: Any = declaration_of(field)
    if isinstance(declared, Relation):
        return _ONE
    if isinstance(declared, Aggregated):
        return groups
    if isinstance(declared, Listed) or is_connection(type_of(field)):
        return page
    if is_connection(type_name) or type_name.endswith("Edge"):
        return _ONE if name == "totalCount" else _NOTHING
    return _by_name(type_name, name, field)


def _by_name(type_name: str, name: str, field: GraphQLField) -> Reading:
    if type_name == "Mutation":
        return _DEED
    if type_name == "Subscription":
        return _STRETCH
    if name == "history":
        return _HISTORY
    own = OF_A_REGISTER.get(name) if type_name in _REGISTERS else OF_A_TYPE.get(f"{type_name}.{name}")
    return own or (_ONE if awaits(field) else _NOTHING)


def awaits(field: GraphQLField) -> bool:
    """Whether a field has a resolver that may read on its own."""
    definition = field.extensions.get("strawberry-definition")
    resolver = None if definition is None else definition.base_resolver
    return resolver is not None and iscoroutinefunction(resolver.wrapped_func)


def declaration_of(field: GraphQLField) -> object | None:
    """What a field was declared as; None for one that has a resolver of its own, or none."""
    definition = field.extensions.get("strawberry-definition")
    return None if definition is None else definition.metadata.get(METADATA)


def type_of(field: GraphQLField) -> str:
    """The name of the type a field gives, whether one object or a list of them."""
    return get_named_type(field.type).name  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType]


def is_connection(type_name: str) -> bool:
    """Whether a type is a page of a list."""
    return type_name.endswith("Connection") and type_name != "LegacyConnection"
