"""Types of aggregates, generated from what rows declare: which facts group, which can be counted, summed or compared.

Every fact groups rows and can be counted; a date also groups by its month and its year; what has a unit and is a number
is summed; numbers, dates and moments have a least and a largest. A new fact needs no line of code here.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Optional

import strawberry
from strawberry.utils.str_converters import to_camel_case

from db.facts import NOUNS
from resolvers.aggregates import COUNT, PARTS, Grouping, Key, Measure
from schema.context import Info
from schema.declarations import Read
from schema.errors import BadAggregate, BadPage
from schema.filters import Askable, Direction
from schema.ids import id_of
from schema.made import made_class
from schema.paging import MOST_GROUPS
from schema.read_field import read_field
from schema.scalars import Count

_EXTREME = (int, Count, Decimal, date, datetime)
_SUMMED = (int, Count, Decimal)
_SAYS = {
    "distinct": "How many different values the group has; unknown ones are not counted.",
    "sum": "Exact sums; unknown values are left out, null where all are unknown.",
    "avg": "Means to six decimals; unknown values are left out, null where all are unknown.",
    "min": "Least values; null where all are unknown.",
    "max": "Largest values; null where all are unknown.",
}
_WIRE = {"distinct": "countDistinct"}


@dataclass(frozen=True, slots=True)
class Aggregates:
    """The types of one kind of rows: what a group is, what groups them, what orders groups."""

    group: type
    key: Any
    order: type
    keys: Mapping[str, Key]
    measures: Mapping[tuple[str, str], Measure]

    def grouping(self, info: Info, given: Mapping[str, Any]) -> Grouping:
        """The grouping asked for; BadAggregate or BadPage for one that cannot be made."""
        keys = tuple(dict.fromkeys(self.keys[each.value] for each in given.get("group_by") or ()))
        order = tuple((str(each.by.value), each.direction is Direction.DESC) for each in given.get("order_by") or ())
        by_name = {each.name: each for each in self.measures.values()}
        _refuse_order(order, {COUNT, *by_name, *(key.name for key in keys)})
        wanted = [*self._selected(info), *(by_name[name] for name, _ in order if name in by_name)]
        return Grouping(keys, tuple(dict.fromkeys(wanted)), order, _most(given.get("first")))

    def _selected(self, info: Info) -> Iterable[Measure]:
        """The measures that the question names, whatever their alias; those left out by @skip are measured too."""
        for function in _flattened(info.selected_fields[0].selections):
            for fact in _flattened(function.selections):
                if measure := self.measures.get((function.name, fact.name)):
                    yield measure


def aggregates_of(name: str, plural: str, facts: Sequence[Askable]) -> Aggregates:
    """The types for rows with these facts; `name` is that of one row's type."""
    keys = {key.name: (key, fact) for fact in facts for key in _keys(fact)}
    measures = {
        (_WIRE.get(function, function), to_camel_case(fact.fact)): Measure(function, fact.fact)
        for function in _SAYS
        for fact in facts
        if _has(function, fact)
    }
    return Aggregates(
        _group_type(name, plural, facts, keys),
        _key_enum(name, plural, keys),
        _order_input(name, plural, keys, measures.values()),
        {label: key for label, (key, _) in keys.items()},
        measures,
    )


def few_enough(found: Sequence[Any], grouping: Grouping, first: int | None) -> Sequence[Any]:
    """The groups; BadAggregate where there are more and nobody has said how many to give."""
    if first is None and len(found) > grouping.most:
        raise BadAggregate(
            f"There are more than {grouping.most} groups. Group by less, filter, or ask for the `first` of an order."
        )
    return found[: grouping.most]


def _refuse_order(order: Sequence[tuple[str, bool]], known: set[str]) -> None:
    for name, _ in order:
        if name not in known:
            raise BadAggregate(
                f"Groups cannot be ordered by {name.upper()}, for it is not among groupBy. Add it there."
            )
    if len({name for name, _ in order}) < len(order):
        raise BadAggregate("Groups are ordered by a value once. Take the repeated field out of orderBy.")


def _most(first: int | None) -> int:
    if first is None:
        return MOST_GROUPS
    if not 1 <= first <= MOST_GROUPS:
        raise BadPage(f"first is {first}, but an aggregate gives from 1 to {MOST_GROUPS} groups.")
    return first


def _flattened(selections: Sequence[Any]) -> Iterable[Any]:
    """Selected fields, those in fragments too."""
    for each in selections:
        if hasattr(each, "arguments"):
            yield each
        else:
            yield from _flattened(each.selections)


def _keys(fact: Askable) -> list[Key]:
    return [Key(fact.fact), *(Key(fact.fact, part) for part in PARTS if fact.scalar is date)]


def _has(function: str, fact: Askable) -> bool:
    if function == "distinct":
        return True
    if function in {"min", "max"}:
        return fact.scalar in _EXTREME
    return fact.scalar in _SUMMED and fact.meaning.unit is not None


def _type_of(function: str, fact: Askable) -> Any:  # noqa: ANN401 -- an annotation
    if function == "distinct":
        return Count
    if function == "avg":
        return Optional[Decimal]  # noqa: UP045 -- as the others, made at run time
    return Optional[Count if fact.scalar is int else fact.scalar]  # noqa: UP045 -- as above


def _group_type(name: str, plural: str, facts: Sequence[Askable], keys: Mapping[str, tuple[Key, Askable]]) -> type:
    shown = {
        to_camel_case(label): (_key_type(key, fact), _read(label, fact), _says_key(key, fact))
        for label, (key, fact) in keys.items()
    }
    key_type = _made(f"{name}Group", f"By what a group of {plural} is one; null where it is not grouped by it.", shown)
    fields: dict[str, tuple[Any, Callable[[Any], Any], str]] = {
        "groupBy": (key_type, _whole, "What the rows of the group have in common."),
        "count": (Count, _read(COUNT), "How many rows."),
    }
    for function, says in _SAYS.items():
        measured = {
            to_camel_case(fact.fact): (
                _type_of(function, fact),
                _read(Measure(function, fact.fact).name),
                fact.meaning.comment,
            )
            for fact in facts
            if _has(function, fact)
        }
        if measured:
            wire = _WIRE.get(function, function)
            kind = _made(f"{name}{wire[0].upper()}{wire[1:]}", f"Of {plural}: {says[0].lower()}{says[1:]}", measured)
            fields[wire] = (kind, _whole, says)
    return _made(f"{name}Aggregate", f"A group of {plural}, counted and measured.", fields)


def _key_enum(name: str, plural: str, keys: Mapping[str, tuple[Key, Askable]]) -> Any:  # noqa: ANN401 -- an enum made at run time
    values = {
        label.upper(): strawberry.enum_value(label, description=_says_key(key, fact))
        for label, (key, fact) in keys.items()
    }
    return _enum(f"{name}GroupBy", f"What {plural} can be grouped by.", values)


def _order_input(name: str, plural: str, keys: Mapping[str, tuple[Key, Askable]], measures: Iterable[Measure]) -> type:
    values = {COUNT.upper(): strawberry.enum_value(COUNT, description="How many rows the group has (antal).")}
    values |= {
        label.upper(): strawberry.enum_value(label, description=_says_key(key, fact))
        for label, (key, fact) in keys.items()
    }
    facts = {fact.fact: fact for _, fact in keys.values()}
    values |= {
        each.name.upper(): strawberry.enum_value(
            each.name, description=f"{each.function.capitalize()} of: {facts[each.fact].meaning.comment}"
        )
        for each in measures
    }
    by = _enum(f"{name}AggregateOrderField", f"What groups of {plural} can be ordered by.", values)
    members: dict[str, Any] = {
        "__annotations__": {"by": by, "direction": Direction},
        "by": strawberry.field(name="field", description="What to order by; a fact only where it is grouped by."),
        "direction": strawberry.field(default=Direction.ASC, description="Which way; unknown values come last."),
    }
    description = f"How to order groups of {plural}."
    return _kept(strawberry.input(made_class(f"{name}AggregateOrder", description, members), description=description))


def _key_type(key: Key, fact: Askable) -> Any:  # noqa: ANN401 -- an annotation
    scalar = date if key.part else Count if fact.scalar is int else fact.scalar
    return Optional[scalar]  # noqa: UP045 -- a name may stand for the type


def _says_key(key: Key, fact: Askable) -> str:
    if key.part:
        return f"First day of the {key.part} of: {fact.meaning.comment}"
    return f"Id of: {fact.meaning.comment}" if fact.refers else fact.meaning.comment


def _read(label: str, fact: Askable | None = None) -> Callable[[Any], Any]:
    """The value under a label; a reference as the id of the object."""
    if fact is None or not fact.refers or fact.meaning.refers_to is None:
        return lambda root: root.get(label)
    type_name = NOUNS[fact.meaning.refers_to].__name__
    return lambda root: None if (key := root.get(label)) is None else id_of(type_name, key)


def _whole(root: Any) -> Any:  # noqa: ANN401 -- the row itself
    return root


def _made(name: str, description: str, fields: Mapping[str, tuple[Any, Callable[[Any], Any], str]]) -> type:
    """An object type whose fields read a row: GraphQL name → annotation, reader, description."""
    members: dict[str, Any] = {"__annotations__": {}}
    for wire, (annotation, read, says) in fields.items():
        member = f"{wire}_"
        members["__annotations__"][member] = annotation
        members[member] = read_field(Read(read), says, wire)
    return _kept(strawberry.type(made_class(name, description, members), description=description))


def _enum(name: str, description: str, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- an enum made at run time
    made: Any = Enum(name, dict(values), module=__name__)  # type: ignore[misc]
    return strawberry.enum(made, description=description)


def _kept(made: type) -> type:
    """Keep the type where strawberry looks for names."""
    made.__module__ = __name__
    setattr(sys.modules[__name__], made.__name__, made)
    return made
