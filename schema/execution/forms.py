"""What form a Python value takes in an answer: a tree, as deep as the question asks into the value.

What resolvers and computations give is completed by its form: a leaf by its serialiser, a list item by item, an object
field by field, and a row of a noun as the level of a plan that it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLLeafType
from strawberry.types import get_object_definition

from schema.execution.calling import Call
from schema.execution.flaws import Place
from schema.execution.kinds import Kind
from schema.execution.wire_forms import Change, leaf_form, must
from schema.record import Record

if TYPE_CHECKING:
    from schema.execution.plan import Level, Object


@dataclass(frozen=True, slots=True)
class Constant:
    """A value known when the operation is compiled: `__typename`."""

    value: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar or enum."""

    kind: GraphQLLeafType


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    kind: Kind
    item: "Form"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A field that is an attribute of its object, or is told by a function of the object alone."""

    read: Callable[[Any], Any]
    form: "Form"


@dataclass(frozen=True, slots=True)
class Called:
    """A field with a resolver of its own, which is called with each of its objects."""

    call: Call
    form: "Form"


@dataclass(frozen=True, slots=True)
class Shape:
    """An object that is no row: its fields by the names they are answered under."""

    type_name: str
    fields: Mapping[str, Constant | Attribute | Called]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Rows:
    """An object that is a row of a noun, already read: a level without a statement of its own."""

    level: "Level"
    shown: "Object"
    build: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """An object of one of several types."""

    forms: Mapping[str, Shape | Rows]


Form = Leaf | Items | Shape | Rows | Choice


def type_name_of(value: object) -> str:
    """The GraphQL type of a Python object."""
    return value.model.__name__ if isinstance(value, Record) else get_object_definition(value, strict=True).name


def closure_of(form: Form, kind: Kind) -> Change | None:
    """One function that completes a value, where that needs nothing but the value; None where it needs more."""
    if isinstance(form, Leaf):
        return leaf_form(form.kind, required=kind.required)
    change = _list_closure(form) if isinstance(form, Items) else _shape_closure(form)
    return change if change is None or not kind.required else lambda value: must(change(value))


def _list_closure(form: Items) -> Change | None:
    each = closure_of(form.item, form.kind)
    return None if each is None else lambda values: None if values is None else [each(value) for value in values]


def _shape_closure(form: Form) -> Change | None:
    if not isinstance(form, Shape):
        return None
    parts: list[tuple[str, Callable[[Any], Any], Change]] = []
    for name, field in form.fields.items():
        part = _part(field, form.places[name].kind)
        if part is None:
            return None
        parts.append((name, *part))
    return lambda value: None if value is None else {name: finish(read(value)) for name, read, finish in parts}


def _part(field: Constant | Attribute | Called, kind: Kind) -> tuple[Callable[[Any], Any], Change] | None:
    """How a field is read, and how it is completed."""
    if isinstance(field, Called):
        return None
    if isinstance(field, Constant):
        return lambda _: field.value, str
    finish = closure_of(field.form, kind)
    return None if finish is None else (field.read, finish)
