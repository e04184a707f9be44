"""A field's own resolver, called as strawberry calls it: with its object, its arguments and what it may ask about."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, cast

import strawberry
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLResolveInfoHelpers,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.values import VariableValues
from graphql.pyutils import Path, gather_with_cancel
from strawberry.types.field import StrawberryField

from schema.context import Context
from schema.execution.arguments import Arguments
from schema.execution.kinds import kind_of


def _gathered(given: Sequence[Awaitable[Any]]) -> Awaitable[list[Any]]:
    return gather_with_cancel(*given)


def _untracked(_given: Sequence[Any]) -> None:
    """A resolver of ours leaves nothing running behind it."""


_HELPERS = GraphQLResolveInfoHelpers(gather=_gathered, track=_untracked)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question itself, for a resolver that reads it."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]


@dataclass(frozen=True, slots=True)
class Call:
    """A resolver and how one question calls it."""

    asked: Asked
    owner: GraphQLObjectType
    field: GraphQLField
    name: str
    nodes: Sequence[FieldNode]
    arguments: Arguments

    def resolver(self, context: Context, variables: VariableValues) -> Callable[[Any], Any]:
        """The resolver as a function of its object; a GraphQLError where an argument cannot be coerced."""
        definition: StrawberryField = self.field.extensions["strawberry-definition"]
        resolver = cast("Any", definition.base_resolver)
        given = dict(self.arguments.values(variables))
        if resolver.info_parameter:
            told: Any = self._info(context, variables)
            given[resolver.info_parameter.name] = strawberry.Info(_raw_info=told, _field=definition)
        call: Callable[..., Any] = resolver.wrapped_func
        return lambda value: call(value, **given)

    @property
    def waits(self) -> bool:
        """Whether the resolver may read."""
        definition: StrawberryField = self.field.extensions["strawberry-definition"]
        return definition.is_async

    @property
    def type_name(self) -> str:
        """The type of what it gives."""
        return kind_of(self.field).name

    def _info(self, context: Context, variables: VariableValues) -> GraphQLResolveInfo[Context]:
        return GraphQLResolveInfo(
            field_name=self.name,
            field_nodes=list(self.nodes),
            return_type=cast("Any", self.field).type,
            parent_type=self.owner,
            path=Path(None, self.name, self.owner.name),
            schema=self.asked.schema,
            fragments=dict(self.asked.fragments),
            root_value=None,
            operation=self.asked.operation,
            variable_values=variables,
            context=context,
            is_awaitable=cast("Any", isawaitable),
            abort_signal=None,
            async_helpers=_HELPERS,
        )
