"""Random operations over the whole schema, with random variables: valid ones, most of whose values mean something.

What is drawn: fields at any depth, aliases, inline and named fragments on objects and interfaces, `@skip` and
`@include`, arguments written out or as variables with and without defaults, filters, orders, cursors of earlier
answers, ids that exist and ids that do not, moments, and now and then a value that must be refused.
"""

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

DEEPEST = 5
# What an id in an argument or input of this name is the id of.
_IDS_OF = {"actor": "PublicActor", "service": "Service"}
_PARTIES = {"feeStatement": "PublicActor", "compensationStatement": "Supplier", "publicActor": "PublicActor"}
_DAYS = ["2019-05-01", "2024-01-01", "2025-02-15", "2026-01-01", "2026-06-30", "2026-11-23", "2031-01-01"]
_TIMES = ["2026-11-23T12:00:00Z", "2020-01-01T00:00:00+01:00", "2099-01-01T00:00:00Z"]
_TEXTS = ["", "e", "Freja", "BankID", "100%", "_", "Å", "skatt", 'a"b\\', "SFS 2023:704", "MDFFS 2025:1"]
_DECIMALS = ["0", "0.12", "17", "100000.5", "0.12345678"]


@dataclass(frozen=True, slots=True)
class Operation:
    """A document and the values of its variables."""

    text: str
    variables: Mapping[str, Any]


@dataclass
class Values:
    """What arguments are drawn from: ids of objects that exist, and cursors by the type of list that gave them."""

    ids: list[str]
    numbers: list[str]
    cursors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class Drawing:
    """One operation being drawn."""

    def __init__(self, schema: GraphQLSchema, values: Values, chance: random.Random) -> None:
        self._schema = schema
        self._values = values
        self._chance = chance
        self._declared: list[str] = []
        self._variables: dict[str, Any] = {}
        self._fragments: list[str] = []

    def operation(self) -> Operation:
        """A query."""
        return self._asked(self._selections(cast("GraphQLObjectType", self._schema.query_type), DEEPEST, most=3))

    def asking(self, name: str) -> Operation:
        """A query of one field."""
        body = self._field(cast("GraphQLObjectType", self._schema.query_type), name, DEEPEST)
        return self._asked(f"{{ {body} }}")

    def _asked(self, body: str) -> Operation:
        head = f"query Drawn({', '.join(self._declared)})" if self._declared else "query Drawn"
        return Operation("\n".join([f"{head} {body}", *self._fragments]), self._variables)

    def _selections(self, kind: GraphQLObjectType | GraphQLInterfaceType, deeper: int, most: int = 5) -> str:
        names = self._chance.sample(list(kind.fields), min(self._chance.randint(1, most), len(kind.fields)))
        chosen = [name for name in names if self._fits(kind.fields[name], name, deeper)]
        parts = [self._perhaps_in_fragment(kind, self._field(kind, name, deeper)) for name in chosen]
        if not parts or self._rarely(8):
            parts.append(self._perhaps_in_fragment(kind, f"{self._alias()}__typename"))
        if self._rarely(10):
            parts += [part for part in parts if "(" not in part][:1]
        return "{ " + " ".join(parts) + " }"

    def _fits(self, given: GraphQLField, name: str, deeper: int) -> bool:
        if name == "history" and not self._rarely(6):
            return False
        return deeper > 0 or is_leaf_type(get_named_type(given.type))

    def _field(self, kind: GraphQLObjectType | GraphQLInterfaceType, name: str, deeper: int) -> str:
        given = kind.fields[name]
        arguments = self._arguments(given, f"{get_named_type(given.type)}|{kind.name}.{name}")
        alias = f"a{self._chance.randrange(10**6)}: " if arguments or self._rarely(5) else ""
        return f"{alias}{name}{arguments}{self._directive()}{self._below(given.type, deeper - 1)}"

    def _below(self, kind: GraphQLOutputType, deeper: int) -> str:
        named = get_named_type(kind)
        if is_leaf_type(named):
            return ""
        if isinstance(named, GraphQLObjectType):
            return " " + self._selections(named, deeper)
        return " " + self._abstract(cast("GraphQLInterfaceType | GraphQLUnionType", named), deeper)

    def _abstract(self, kind: GraphQLInterfaceType | GraphQLUnionType, deeper: int) -> str:
        possible = self._schema.get_possible_types(kind)
        chosen = self._chance.sample(list(possible), min(3, len(possible)))
        parts = [f"... on {each.name} {self._aliased(each, deeper)}" for each in chosen]
        return "{ __typename " + " ".join(parts) + " }"

    def _aliased(self, kind: GraphQLObjectType, deeper: int) -> str:
        """Selections whose names no other type of the same place can have, for their types may differ."""
        name = self._chance.choice([name for name, each in kind.fields.items() if self._fits(each, name, deeper)])
        given = kind.fields[name]
        arguments = self._arguments(given, f"{get_named_type(given.type)}|{kind.name}.{name}")
        below = self._below(given.type, deeper - 1)
        return f"{{ only{kind.name}{self._chance.randrange(10**6)}: {name}{arguments}{below} }}"

    def _perhaps_in_fragment(self, kind: GraphQLObjectType | GraphQLInterfaceType, part: str) -> str:
        draw = self._chance.random()
        above = [kind.name, *(each.name for each in kind.interfaces)]
        if draw < 0.06:
            return f"... {{ {part} }}"
        if draw < 0.12:
            return f"... on {kind.name}{self._directive()} {{ {part} }}"
        if draw < 0.18:
            name = f"F{len(self._fragments)}"
            self._fragments.append(f"fragment {name} on {kind.name} {{ {part} }}")
            return f"...{name}{self._directive()}"
        if draw < 0.24 and len(above) > 1:
            return f"... on {self._chance.choice(above[1:])} {{ id __typename }} {part}"
        return part

    def _alias(self) -> str:
        return f"t{self._chance.randrange(10**6)}: " if self._rarely(3) else ""

    def _directive(self) -> str:
        if not self._rarely(12):
            return ""
        name = self._chance.choice(["skip", "include"])
        given = self._chance.random() < (0.2 if name == "skip" else 0.8)
        if self._rarely(2):
            return f" @{name}(if: {str(given).lower()})"
        return f" @{name}(if: ${self._variable('Boolean!', given)})"

    def _arguments(self, given: GraphQLField, place: str) -> str:
        parts = [
            f"{name}: {self._argument(name, each, place)}"
            for name, each in given.args.items()
            if is_non_null_type(each.type) or self._given(name)
        ]
        if any(part.startswith("first") for part in parts):
            parts = [part for part in parts if not part.startswith("last") or self._rarely(20)]
        return f"({', '.join(parts)})" if parts else ""

    def _given(self, name: str) -> bool:
        return self._rarely({"after": 8, "before": 12, "last": 8, "filter": 4, "orderBy": 6}.get(name, 3))

    def _argument(self, name: str, given: GraphQLArgument, place: str) -> str:
        value = self._value(given.type, name, place)
        if not self._rarely(3):
            return _literal(value, given.type)
        return f"${self._variable(str(given.type), value, _literal(value, given.type))}"

    def _variable(self, kind: str, value: object, literal: str | None = None) -> str:
        name = f"v{len(self._declared)}"
        as_default = literal is not None and value is not None and self._rarely(5)
        self._declared.append(f"${name}: {kind}" + (f" = {literal}" if as_default else ""))
        if not as_default and not (value is None and self._rarely(2)):
            self._variables[name] = value
        return name

    def _value(self, kind: GraphQLInputType, name: str, place: str) -> Any:  # noqa: ANN401 -- a value of any input type
        if is_non_null_type(kind):
            return self._value(kind.of_type, name, place)
        if is_list_type(kind):
            return [self._value(kind.of_type, name, place) for _ in range(self._chance.randint(0, 2))]
        if isinstance(kind, GraphQLInputObjectType):
            return self._input(kind, place)
        if isinstance(kind, GraphQLEnumType):
            return self._chance.choice(list(kind.values))
        return self._scalar(str(kind), name, place)

    def _input(self, kind: GraphQLInputObjectType, place: str) -> dict[str, Any]:
        required = [
            name for name, each in kind.fields.items() if is_non_null_type(each.type) and each.default_value is None
        ]
        possible = [name for name in kind.fields if name not in required]
        some = self._chance.sample(possible, min(self._chance.choice([1, 1, 1, 2]), len(possible)))
        return {name: self._value(kind.fields[name].type, name, place) for name in [*required, *some]}

    def _scalar(self, kind: str, name: str, place: str) -> Any:  # noqa: ANN401 -- a value of any scalar
        if name in {"after", "before"}:
            known = self._values.cursors[place.split("|", maxsplit=1)[0]]
            return self._chance.choice(known) if known and not self._rarely(20) else "bm9uZQ"
        if name in {"first", "last"}:
            return self._chance.choice([1, 2, 3, 5, 100]) if not self._rarely(40) else self._chance.choice([0, -1, 101])
        if name in {"fromEdition", "number"}:
            return self._chance.choice([1, 1, 2, 3])
        drawn: dict[str, Any] = {
            "ID": self._id(name, place),
            "String": self._chance.choice(_TEXTS),
            "Int": self._chance.choice([0, 1, 2025, 90]),
            "Count": self._chance.choice([0, 1, 1000]),
            "Boolean": self._chance.random() < 0.5,
            "Date": self._chance.choice(_DAYS) if not self._rarely(60) else "2026-02-30",
            "DateTime": self._chance.choice(_TIMES),
            "Decimal": self._chance.choice(_DECIMALS),
            "OrganisationNumber": self._chance.choice(self._values.numbers) if not self._rarely(20) else "1",
        }
        reference = {"__typename": drawn["ID"].partition(":")[0], "id": drawn["ID"]}
        return reference if kind == "_Any" else drawn[kind]

    def _id(self, name: str, place: str) -> str:
        if self._rarely(40):
            return self._chance.choice(["nothing", "Supplier:nobody", "Milestone:x", "Edition:1"])
        wanted = _IDS_OF.get(name) or _PARTIES.get(place.rpartition(".")[2], "")
        return self._chance.choice([each for each in self._values.ids if each.startswith(wanted)])

    def _rarely(self, one_in: int) -> bool:
        return self._chance.randrange(one_in) == 0


def _literal(value: object, kind: GraphQLInputType) -> str:
    """A value as GraphQL writes it."""
    inner = kind.of_type if is_non_null_type(kind) else kind
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{', '.join(_literal(each, inner.of_type) for each in value)}]"
    if isinstance(value, dict):
        kinds = {
            name: inner.fields[name].type if isinstance(inner, GraphQLInputObjectType) else inner for name in value
        }
        return "{" + ", ".join(f"{name}: {_literal(each, kinds[name])}" for name, each in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(inner, GraphQLEnumType) or isinstance(value, int):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
