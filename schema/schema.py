"""The schema: one object, built once, and its text."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext
from strawberry.types.base import StrawberryObjectDefinition

from schema.bilingual import tell_terms
from schema.context import Context
from schema.entities import SubgraphQuery
from schema.every_noun import TYPES
from schema.made import without_comparisons, without_empty_lists
from schema.mutations import Mutation
from schema.record import Root
from schema.scalars import SCALARS
from schema.subgraph import subgraph_sdl
from schema.subscription import Subscription
from schema.swedish import swedish_sdl

SDL_FILE = Path(__file__).with_name("schema.graphql")


class RegisterSchema(strawberry.Schema):
    """A schema that leaves telling of errors to whoever answers the request."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Nothing here: the HTTP handler logs what is unexpected, with a reference number."""


SCHEMA = RegisterSchema(
    SubgraphQuery,
    mutation=Mutation,
    subscription=Subscription,
    types=[TYPES[name][0] for name in sorted(TYPES)],
    config=StrawberryConfig(scalar_map=SCALARS, enable_experimental_incremental_execution=True),  # type: ignore[arg-type]
)

tell_terms(SCHEMA._schema)  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]

_DEFINITIONS = [
    definition
    for each in SCHEMA.schema_converter.type_map.values()
    if isinstance(definition := each.definition, StrawberryObjectDefinition)
]
without_comparisons(dict.fromkeys(each.origin for each in _DEFINITIONS))
without_empty_lists(field for each in _DEFINITIONS for field in each.fields)


@cache
def sdl() -> str:
    """The schema in GraphQL's own language, as committed in `schema/schema.graphql`."""
    return SCHEMA.as_str() + "\n"


def federated() -> str:
    """The same with the directives of Apollo Federation, as a composer asks for it by `_service`."""
    return subgraph_sdl(SCHEMA.as_str())


def in_swedish() -> str:
    """The same with Swedish descriptions, as committed in `schema/schema.sv.graphql`."""
    return swedish_sdl(SCHEMA.as_str())


async def execute(
    document: str, context: Context, variables: dict[str, Any] | None = None, operation: str | None = None
) -> Any:  # noqa: ANN401 -- strawberry's result
    """Run an operation of the public schema in this process: what pages and tests use."""
    root = Root(context.today)
    return await SCHEMA.execute(
        document, variable_values=variables, context_value=context, root_value=root, operation_name=operation
    )


def context_for(database: Any, **options: Any) -> Context:  # noqa: ANN401 -- as Context
    """A context of now."""
    return Context(database, datetime.now(UTC), **options)
