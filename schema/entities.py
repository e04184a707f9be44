"""The register as a part of a bigger graph (Apollo Federation 2): objects found by the keys another service knows."""

import asyncio
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, NewType, Union

import strawberry
from graphql import GraphQLError
from strawberry.schema.base import BaseSchema

from auktor.core.identifiers import parse_organisation_number
from auktor.core.moment import Moment
from schema.asked import asked_moment
from schema.context import Context, Info
from schema.errors import BadId, BadPage
from schema.every_noun import TYPES
from schema.ids import key_of
from schema.keeping import Edition
from schema.limits.reads import MOST_REFERENCES
from schema.lookup import named
from schema.query import Query
from schema.record import shown
from schema.register import OTHERS
from schema.scalars import SCALARS
from schema.subgraph import KEYS, subgraph_sdl


class BadRepresentation(BadId):
    """A representation that names no object of the register."""

    code = "BAD_REPRESENTATION"


def _parse(value: object) -> Mapping[str, Any]:
    if isinstance(value, dict) and isinstance(value.get("__typename"), str):  # pyright: ignore[reportUnknownMemberType]
        return value  # pyright: ignore[reportUnknownVariableType]
    raise GraphQLError("A representation is an object with __typename and a key.", extensions={"code": "BAD_VALUE"})


Representation = NewType("Representation", object)
SCALARS[Representation] = strawberry.scalar(
    name="_Any",
    description=(
        "What another service of a federated graph knows of an object: `__typename` and a key, and, where it speaks of "
        "another moment than today, `asOf` and `knownAt`."
    ),
    serialize=lambda value: value,
    parse_value=_parse,
)
_SHOWN = sorted((*(made for made, _ in TYPES.values()), Edition), key=lambda each: each.__name__)
Entity = Annotated[  # type: ignore[valid-type]
    Union[tuple(_SHOWN)],  # noqa: UP007 -- made of a list
    strawberry.union("_Entity", description="Any object that other services of a federated graph can refer to."),
]


@strawberry.type(name="_Service", description="The register as a service of a federated graph.")
class Service:
    """What a composer asks for."""

    sdl: str = strawberry.field(description="The schema with the directives of Apollo Federation.")


@strawberry.type(
    name="Query", description="The register today, the register at any other moment, and what it publishes."
)
class SubgraphQuery(Query):
    """The questions of the API, with the two that a federated graph asks."""

    @strawberry.field(name="_service", description="What a federated graph is composed from.")
    def service(self: Any, info: Info) -> Service:
        """The schema."""
        return Service(sdl=_sdl(info.schema))

    @strawberry.field(name="_entities", description="Objects that other services of a federated graph refer to.")
    async def entities(  # pyright: ignore[reportUnknownParameterType]
        self: Any,
        info: Info,
        representations: Annotated[
            list[Representation],
            strawberry.argument(description=f"At most {MOST_REFERENCES} references, by their keys."),
        ],
    ) -> list[Entity | None]:  # type: ignore[valid-type]
        """In the order asked for; null for what the viewer may not see at the moment."""
        if len(representations) > MOST_REFERENCES:
            raise BadPage(f"There are {len(representations)} references. Ask for at most {MOST_REFERENCES} at a time.")
        given: list[Any] = [*representations]
        return shown(await asyncio.gather(*(_entity(info.context, each, self.at) for each in given)))


@cache
def _sdl(schema: BaseSchema) -> str:
    """The schema as a composer reads it; printed once."""
    return subgraph_sdl(schema.as_str())


async def _entity(context: Context, given: Mapping[str, Any], today: Moment) -> object:
    """What a representation refers to; those of one type and moment are read together."""
    name = given["__typename"]
    if name in OTHERS:
        return await OTHERS[name](context, key_of(str(given.get("id")), name))
    if name not in TYPES:
        raise BadRepresentation(
            f"{name[:60]!r} is no type of the register with a key. Known: {', '.join(sorted(KEYS))}."
        )
    column, value = _key(name, given)
    at = asked_moment(today, context.now, _given(given, "asOf", date), _given(given, "knownAt", datetime))
    return await named(context, TYPES[name][1], at, column, value)


def _key(name: str, given: Mapping[str, Any]) -> tuple[str, str]:
    """Column and value of the key that is given."""
    for field in KEYS[name]:
        value = given.get(field)
        if not isinstance(value, str):
            continue
        if field == "id":
            return "key", key_of(value, name)
        return ("organisation_number", parse_organisation_number(value)) if field != "code" else ("key", value)
    raise BadRepresentation(f"The reference to a {name} has none of its keys: {', '.join(KEYS[name])}.")


def _given(given: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401 -- a day or a moment
    if given.get(name) is None:
        return None
    scalar: Any = SCALARS[kind]
    return scalar.parse_value(given[name])
