"""A field's arguments, coerced as for a stock resolver; once for all where no variable is in them."""

from collections.abc import Mapping
from typing import Any

from graphql import FieldNode, GraphQLField, ListValueNode, ObjectValueNode, ValueNode, VariableNode, print_ast
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

NO_VARIABLES = VariableValues({}, {})


class Arguments:
    """The arguments of one field of one operation, by Python name."""

    def __init__(self, schema: Any, field: GraphQLField, node: FieldNode) -> None:  # noqa: ANN401 -- strawberry's schema
        self._schema = schema
        self._field = field
        self._node = node
        self.text = ", ".join(_written(each.name.value, each.value) for each in node.arguments or ())
        self.varies = any(_has_variable(each.value) for each in node.arguments or ())
        self._known: dict[str, Any] | None = None

    def values(self, variables: VariableValues) -> Mapping[str, Any]:
        """The values as a resolver is handed them; a GraphQLError where they cannot be coerced."""
        if self._known is not None:
            return self._known
        declared: StrawberryField = self._field.extensions["strawberry-definition"]
        given = get_argument_values(self._field, self._node, variables)
        converted = convert_arguments(
            given,
            declared.arguments,
            scalar_registry=self._schema.schema_converter.scalar_registry,
            config=self._schema.config,
        )
        if not self.varies:
            self._known = converted
        return converted


def _has_variable(value: ValueNode) -> bool:
    if isinstance(value, ListValueNode):
        return any(_has_variable(each) for each in value.values)
    if isinstance(value, ObjectValueNode):
        return any(_has_variable(each.value) for each in value.fields)
    return isinstance(value, VariableNode)


def _written(name: str, value: ValueNode) -> str:
    return f"{name}: {print_ast(value)}"
