"""The schema as Apollo Federation 2 reads it: keys, what may stand in other services too, and tags.

| tag | on |
|---|---|
| `open` | the types that everybody's questions lead to |
| `role` | the types and questions that answer nobody without a role, and every mutation |

A router makes a public variant of a bigger graph by leaving `role` out.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graphql import (
    ConstDirectiveNode,
    DefinitionNode,
    FieldDefinitionNode,
    ObjectTypeDefinitionNode,
    parse,
    print_ast,
)

from db.visibility import is_withheld
from schema.every_noun import TYPES

LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@tag"])'
KEYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys([*TYPES, "Edition"], ("id",)),
    "AuthorisationSystem": ("id", "code"),
    "Supplier": ("id", "organisationNumber"),
}
SHARED = frozenset({"PageInfo"})
_OWN = frozenset({"_Any", "_Entity", "_Service"})
_OWN_FIELDS = frozenset({"_entities", "_service"})
_OF_ROLES = frozenset({"AuditEntry", "Preparation", "Statement", "StatementLine"}) | {
    name for name, (_, model) in TYPES.items() if is_withheld(model)
}


@lru_cache(1)
def subgraph_sdl(text: str) -> str:
    """The SDL `text` of the whole API with directives, without the questions that federation itself adds."""
    definitions = [_directed(each) for each in parse(text).definitions if _name(each) not in _OWN]
    return "\n\n".join([LINK, *(print_ast(each) for each in definitions)]) + "\n"


def _directed(definition: DefinitionNode) -> DefinitionNode:
    if not isinstance(definition, ObjectTypeDefinitionNode):
        return definition
    name = _name(definition)
    fields = tuple(_tagged(name, each) for each in definition.fields or () if each.name.value not in _OWN_FIELDS)
    return replace(definition, directives=_directives(" ".join(_of_type(name))), fields=fields)


def _of_type(name: str) -> Iterator[str]:
    for key in KEYS.get(name, ()):
        yield f'@key(fields: "{key}")'
    if name in SHARED:
        yield "@shareable"
    if name not in {"Query", "Mutation", "Subscription"}:
        yield f'@tag(name: "{"role" if _is_of_roles(name) else "open"}")'


def _tagged(type_name: str, field: FieldDefinitionNode) -> FieldDefinitionNode:
    shown: Any = field.type
    while not hasattr(shown, "name"):
        shown = shown.type
    own = type_name == "Mutation" or (type_name == "Query" and _is_of_roles(shown.name.value))
    return replace(field, directives=(*(field.directives or ()), *_directives('@tag(name: "role")'))) if own else field


def _is_of_roles(type_name: str) -> bool:
    """Whether a type, a page of it or a row of such a page answers nobody without a role."""
    return any(type_name.removesuffix(end) in _OF_ROLES for end in ("Connection", "Edge", ""))


def _directives(text: str) -> tuple[ConstDirectiveNode, ...]:
    """Directives as they are written."""
    if not text:
        return ()
    extension: Any = parse(f"extend type _ {text}").definitions[0]
    return tuple(extension.directives)


def _name(definition: DefinitionNode) -> str:
    named: Any = getattr(definition, "name", None)
    return named.value if named else ""
