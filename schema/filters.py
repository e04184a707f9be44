"""Filter and order inputs, generated from what a noun declares: a new fact needs no line of code here."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Optional, cast

import sqlalchemy as sa
import strawberry
from strawberry.types import get_object_definition
from strawberry.utils.str_converters import to_camel_case, to_snake_case

from auktor.core.identifiers import readable
from auktor.core.vocabulary import Term
from db.expressions import EXPRESSIONS
from db.facts import Fact, Meaning, TermType, meaning_of
from db.visibility import open_columns
from schema.errors import BadFilter
from schema.ids import key_in
from schema.made import made_class
from schema.scalars import OrganisationNumber

MAX_CONDITIONS = 100
MAX_VALUES = 100
LONGEST_TEXT = 1000
REFERENCE = "Reference"
_SAME = ("eq", "ne", "in")
_LARGER = ("gt", "gte", "lt", "lte")
_TEXT = ("contains", "startsWith")


class Direction(Enum):
    """Which way a list is ordered; unknown values come last either way."""

    ASC = strawberry.enum_value("ASC", description="From small to large, early to late, a to ö.")
    DESC = strawberry.enum_value("DESC", description="From large to small, late to early, ö to a.")


strawberry.enum(Direction, description="Which way a list is ordered; unknown values come last either way.")


def _input(name: str, description: str, fields: dict[str, tuple[Any, str]]) -> type:
    """Make an input type of optional fields: GraphQL name → annotation and description."""
    members: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for wire, (annotation, text) in fields.items():
        member = f"{wire}_"
        members["__annotations__"][member] = Optional[annotation]  # noqa: UP045 -- a name may stand for the type
        members[member] = strawberry.field(name=wire, default=strawberry.UNSET, description=text)
    made = strawberry.input(made_class(name, description, members), description=description)
    setattr(sys.modules[__name__], name, made)
    return made


@cache
def _operators(scalar: Any, name: str) -> type:  # noqa: ANN401 -- a scalar is a class or a NewType
    """The operators a type has: equality for all, order for numbers, dates and text, parts for text."""
    names = [*_SAME]
    names += _LARGER if not (isinstance(scalar, type) and issubclass(scalar, bool | Term)) else ()
    names += _TEXT if scalar is str else ()
    fields: dict[str, tuple[Any, str]] = {
        each: (list[scalar] if each == "in" else scalar, _SAYS[each]) for each in names
    }
    fields["isNull"] = (bool, _SAYS["isNull"])
    return _input(f"{name}Filter", f"Conditions on a {name}; all that are given must hold.", fields)


_SAYS = {
    "eq": "Equal to.",
    "ne": "Not equal to; an unknown value counts as different.",
    "in": "One of.",
    "gt": "Larger or later than.",
    "gte": "Larger, later or equal.",
    "lt": "Smaller or earlier than.",
    "lte": "Smaller, earlier or equal.",
    "contains": "Holds the text, whatever its case.",
    "startsWith": "Begins with the text, whatever its case.",
    "isNull": "Whether the value is unknown.",
}


def _scalar_of(name: str, kind: sa.types.TypeEngine[Any]) -> tuple[Any, str]:
    """The Python type and GraphQL name of a column's values."""
    if isinstance(kind, TermType):
        return kind.terms, kind.terms.__name__
    if name == "organisation_number":
        return OrganisationNumber, "OrganisationNumber"
    for stored, scalar, wire in _SCALARS:
        if isinstance(kind, stored):
            return scalar, wire
    return str, "Text"


_SCALARS: list[tuple[type, Any, str]] = [
    (sa.Boolean, bool, "Boolean"),
    (sa.Date, date, "Date"),
    (sa.TIMESTAMP, datetime, "DateTime"),
    (sa.Numeric, Decimal, "Decimal"),
    (sa.BigInteger, int, "Int"),
]


class Askable(NamedTuple):
    """What can be filtered, ordered and grouped by: fact name, Python type, GraphQL type name, and its meaning."""

    fact: str
    scalar: Any
    wire: str
    meaning: Meaning

    @property
    def refers(self) -> bool:
        """Whether it is another object, known by its id."""
        return self.wire == REFERENCE


def facts_to_ask(model: type[Fact]) -> list[Askable]:
    """The open facts of a noun, derived ones too."""
    found: list[Askable] = []
    for column in open_columns(model):
        meaning = meaning_of(column)
        if meaning is None:
            continue
        if meaning.refers_to and column.name.endswith("_id"):
            found.append(Askable(column.name.removesuffix("_id"), strawberry.ID, REFERENCE, meaning))
        else:
            found.append(Askable(column.name, *_scalar_of(column.name, column.type), meaning))
    for name, each in EXPRESSIONS.get(model, {}).items():
        found.append(Askable(name, *_scalar_of(name, each.type), each.meaning))
    return found


def askable_in(source: sa.FromClause, said: Mapping[str, str]) -> list[Askable]:
    """What lists of a select can be filtered and ordered by: the columns `said`, each with what it means."""
    return [
        Askable(name, *_scalar_of(name, source.c[name].type), Meaning("", en.removesuffix(".")))
        for name, en in said.items()
    ]


@cache
def filter_of(model: type[Fact]) -> Any:  # noqa: ANN401 -- used as an annotation made at run time
    """The filter input of a noun's lists."""
    return filter_named(model.__name__, plural_of(model), facts_to_ask(model))


def plural_of(model: type[Fact]) -> str:
    """The noun in plural, in words."""
    return model.noun.plural.replace("_", " ")


def filter_named(name: str, plural: str, facts: Iterable[Askable]) -> Any:  # noqa: ANN401 -- as filter_of
    """A filter input over facts; made once a name."""
    own = f"{name}Filter"
    fields: dict[str, tuple[Any, str]] = {
        to_camel_case(each.fact): (
            _reference_filter() if each.refers else _operators(each.scalar, each.wire),
            _said(each.meaning),
        )
        for each in facts
    }
    fields |= {
        "and": (list[own], "All of these hold."),  # type: ignore[valid-type]
        "or": (list[own], "At least one of these holds."),  # type: ignore[valid-type]
        "not": (own, "This does not hold."),
    }
    return _input(own, f"Which of the {plural}; all conditions given must hold.", fields)


@cache
def _reference_filter() -> type:
    fields = {
        "eq": (strawberry.ID, "Refers to this id."),
        "in": (list[strawberry.ID], "Refers to one of these."),
        "isNull": (bool, "Refers to nothing."),
    }
    return _input("ReferenceFilter", "Conditions on what an object refers to, by id.", fields)


@cache
def order_of(model: type[Fact]) -> Any:  # noqa: ANN401 -- used as an annotation made at run time
    """The order input of a noun's lists: a fact and a direction."""
    return order_named(model.__name__, plural_of(model), facts_to_ask(model))


def order_named(name: str, plural: str, facts: Iterable[Askable]) -> Any:  # noqa: ANN401 -- as order_of
    """An order input over facts; made once a name."""
    choices = {
        each.fact.upper(): strawberry.enum_value(each.fact, description=_said(each.meaning))
        for each in facts
        if not each.refers
    }
    values: Any = Enum(f"{name}OrderField", choices, module=__name__)  # type: ignore[misc]
    field_enum: Any = strawberry.enum(values, description=f"What lists of {plural} can be ordered by.")
    members: dict[str, Any] = {
        "__annotations__": {"field": field_enum, "direction": Direction},
        "__module__": __name__,
        "field": strawberry.field(description="What to order by."),
        "direction": strawberry.field(default=Direction.ASC, description="Which way."),
    }
    description = f"How to order {plural}."
    made = strawberry.input(made_class(f"{name}Order", description, members), description=description)
    setattr(sys.modules[__name__], f"{name}Order", made)
    return made


def _said(meaning: Meaning) -> str:
    return f"{meaning.en} ({meaning.sv})." if meaning.sv else f"{meaning.en}."


def wanted(given: object) -> dict[str, Any]:
    """A filter in the form the resolvers read: facts by name, ids as keys. Too many conditions are a BadFilter."""
    left = [MAX_CONDITIONS]
    return {} if given is None else _wanted(given, left)


def _wanted(given: object, left: list[int]) -> dict[str, Any]:
    conditions: dict[str, Any] = {}
    for wire, value in _given(given):
        left[0] -= 1
        if left[0] < 0:
            raise BadFilter(f"A filter has at most {MAX_CONDITIONS} conditions. Ask in parts.")
        if wire in {"and", "or"}:
            conditions[wire] = [_wanted(each, left) for each in value]
        elif wire == "not":
            conditions[wire] = _wanted(value, left)
        else:
            keep = _key if isinstance(value, _reference_filter()) else _same
            conditions[to_snake_case(wire)] = {operator: _each(keep, operand) for operator, operand in _given(value)}
    return conditions


def _given(value: object) -> Iterable[tuple[str, Any]]:
    """The fields of an input that were given, by GraphQL name; null is as good as not given."""
    for each in get_object_definition(value, strict=True).fields:
        found = getattr(value, each.python_name)
        if found is not strawberry.UNSET and found is not None:
            yield each.graphql_name or each.python_name, found


def _each(change: Callable[[Any], object], operand: object) -> object:
    if not isinstance(operand, list):
        return change(operand)
    values = cast("list[object]", operand)
    if len(values) > MAX_VALUES:
        raise BadFilter(f"`in` has {len(values)} values, but may have {MAX_VALUES}. Ask in parts.")
    return [change(each) for each in values]


def _same(operand: object) -> object:
    """The operand as it is; text that the database cannot hold is an UnreadableText."""
    if type(operand) is str:
        readable(operand)
        if len(operand) > LONGEST_TEXT:
            raise BadFilter(f"A text has {len(operand)} characters, but may have {LONGEST_TEXT}. Give a part of it.")
    return operand


def _key(operand: object) -> object:
    """The key in an id; `isNull` has no id."""
    return key_in(operand) if isinstance(operand, str) else operand


def order_terms(given: list[Any] | None) -> tuple[tuple[str, bool], ...]:
    """An order as given: fact names, and whether each falls. Naming a fact twice is a BadFilter."""
    terms = tuple((str(each.field.value), each.direction is Direction.DESC) for each in given or [])
    if len({name for name, _ in terms}) < len(terms):
        raise BadFilter("A list is ordered by a fact once. Take the repeated field out of orderBy.")
    return terms
