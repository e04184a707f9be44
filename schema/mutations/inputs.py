"""The inputs of deeds as GraphQL inputs, made from what `auktor.core.deeds` declares; and back again."""

import sys
from dataclasses import MISSING, Field, fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Optional, get_args, get_origin, get_type_hints

import strawberry

from auktor.core.deeds.declaring import Asked, Deed, meaning_of
from schema.ids import key_of
from schema.made import made_class
from schema.noun import TYPES
from schema.scalars import Count, OrganisationNumber

CLIENT_MUTATION_ID = "An id of your own: the same id is answered alike, however often it is sent, and done once."
EXPECTED_VERSION = "The version you have read; where somebody recorded a newer one, the deed is refused."
REASON = "Why, for the audit log (skäl)."
PREPARATION = "The preparation to decide (beredning)."
MEANT_FOR = "Day the decision is meant for, by which it is tried (tänkt beslutsdatum); today where left out."
DECIDED_ON = "Day of the decision (beslutsdatum); today where left out."

Members = dict[str, tuple[Any, Any]]


def input_of(deed: Deed, *, dated: bool = True) -> type:
    """The input of a deed that is done, or prepared, with its whole content, and the day it is meant for.

    One that is not `dated` changes no object, and so expects no version of any.
    """
    name = _camel(deed.prepared_as or deed.name)
    about = f"What is asked of `{name[0].lower()}{name[1:]}`."
    members = _members(deed.order) | _of_every_deed(versioned=dated)
    meant: Members = {} if deed.prepared_as is None or not dated else {"decided_on": _optional(date, MEANT_FOR)}
    return _made(f"{name}Input", about, members | meant)


def decision_input_of(deed: Deed) -> type:
    """The input of a deed that another prepared: which preparation, and the day of the decision."""
    members: Members = {
        "preparation": (strawberry.ID, strawberry.field(description=PREPARATION)),
        "on": _optional(date, DECIDED_ON),
    }
    return _made(f"{_camel(deed.name)}Input", "Which preparation is decided.", members | _of_every_deed(versioned=True))


def content_of(deed: Deed, given: object) -> dict[str, Any]:
    """What a GraphQL input says, as the fields of the deed's own input: ids become keys."""
    return _content(deed.order, given)


def _content(declared: type[Any], given: object) -> dict[str, Any]:
    return {each.name: _value(each, getattr(given, each.name)) for each in fields(declared)}


def _of_every_deed(*, versioned: bool) -> Members:
    version: Members = {"expected_version": _optional(Count, EXPECTED_VERSION)}
    common = {"client_mutation_id": _optional(str, CLIENT_MUTATION_ID), "reason": _optional(str, REASON)}
    return common | (version if versioned else {})


def _optional(kind: Any, description: str) -> tuple[Any, Any]:  # noqa: ANN401 -- an annotation
    return Optional[kind], strawberry.field(description=description, default=None)  # noqa: UP045 -- kind is a value


def _members(order: type) -> Members:
    hints = get_type_hints(order)
    return {each.name: (_annotation(hints[each.name], meaning_of(each)), _declared(each)) for each in fields(order)}


def _declared(each: Field[Any]) -> Any:  # noqa: ANN401 -- as strawberry.field
    description = meaning_of(each).description
    if each.default is MISSING:
        return strawberry.field(description=description)
    if each.default == ():
        return strawberry.field(description=description, default_factory=list)
    return strawberry.field(description=description, default=each.default)


def _annotation(kind: Any, meaning: Asked) -> Any:  # noqa: ANN401 -- an annotation
    """The GraphQL type of a declared one: keys as ids, numbers wide, several as a list, records as inputs."""
    if isinstance(kind, UnionType):
        (inner,) = (each for each in get_args(kind) if each is not type(None))
        return Optional[_annotation(inner, meaning)]  # noqa: UP045 -- as _optional
    if get_origin(kind) is tuple:
        return list[_annotation(get_args(kind)[0], meaning)]  # type: ignore[misc]  # a type made at run time
    if meaning.refers_to is not None:
        return strawberry.ID
    if meaning.is_organisation_number:
        return OrganisationNumber
    if kind is int:
        return Count
    return _record(kind) if hasattr(kind, "__dataclass_fields__") else kind


_DECLARED: dict[type, type] = {}
"""The declared record of each input made for one."""


@cache
def _record(kind: Any) -> type:  # noqa: ANN401 -- a class, which is hashable
    """The input for a record inside another, such as a step of a fee."""
    about = (kind.__doc__ or kind.__name__).splitlines()[0]
    made = _made(f"{kind.__name__}Input", about, _members(kind))
    _DECLARED[made] = kind
    return made


def _value(each: Field[Any], given: Any) -> Any:  # noqa: ANN401 -- any value of an input
    """A value of a GraphQL input as the declared one."""
    meaning = meaning_of(each)
    if isinstance(given, list):
        return [_value(each, one) for one in given]  # pyright: ignore[reportUnknownVariableType]
    if given is not None and meaning.refers_to is not None:
        return key_of(given, _type_of(meaning.refers_to))
    return _content(_DECLARED[type(given)], given) if type(given) in _DECLARED else given


def _type_of(table: str) -> str:
    """The name of the GraphQL type that shows a table."""
    return next(name for name, (_, model) in TYPES.items() if model.noun.table == table)


def _made(name: str, description: str, members: Members) -> type:
    own: dict[str, Any] = {"__module__": __name__, "__annotations__": {}}
    for field, (annotation, declared) in members.items():
        own["__annotations__"][field] = annotation
        own[field] = declared
    made = strawberry.input(made_class(name, description, own), description=description)
    setattr(sys.modules[__name__], name, made)
    return made


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))
