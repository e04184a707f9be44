"""A field's arguments, coerced as for a stock resolver; once for all where no variable is in them."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from graphql import FieldNode, GraphQLField, ListValueNode, ObjectValueNode, ValueNode, VariableNode
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

NO_VARIABLES = VariableValues({}, {})


class Arguments:
    """The arguments of one field of one operation, by Python name.

    What the question writes is held only where it is looked at each time: it takes more than all else that is kept.
    """

    __slots__ = ("_field", "_known", "_node", "_schema", "_written", "varies")

    def __init__(self, schema: Any, field: GraphQLField, node: FieldNode) -> None:  # noqa: ANN401 -- strawberry's schema
        self._schema = schema
        self._field = field
        self._written = _written(node)
        self.varies = any(_has_variable(each.value) for each in node.arguments or ())
        self._node: FieldNode | None = FieldNode(name=node.name, arguments=node.arguments, loc=node.loc)
        self._known: Mapping[str, Any] = {}
        if not self.varies:
            with suppress(Exception):  # what is wrong, whatever it is, is told to whoever asks for the values
                self._known, self._node = self._coerced(self._node, NO_VARIABLES), None

    @property
    def text(self) -> str:
        """The arguments as the question writes them."""
        body, start, stop = self._written
        return " ".join(body[start:stop].split())

    def values(self, variables: VariableValues) -> Mapping[str, Any]:
        """The values as a resolver is handed them; a GraphQLError where they cannot be coerced."""
        return self._known if self._node is None else self._coerced(self._node, variables)

    def _coerced(self, node: FieldNode, variables: VariableValues) -> Mapping[str, Any]:
        declared: StrawberryField = self._field.extensions["strawberry-definition"]
        return convert_arguments(
            get_argument_values(self._field, node, variables),
            declared.arguments,
            scalar_registry=self._schema.schema_converter.scalar_registry,
            config=self._schema.config,
        )


def _has_variable(value: ValueNode) -> bool:
    if isinstance(value, ListValueNode):
        return any(_has_variable(each) for each in value.values)
    if isinstance(value, ObjectValueNode):
        return any(_has_variable(each.value) for each in value.fields)
    return isinstance(value, VariableNode)


def _written(node: FieldNode) -> tuple[str, int, int]:
    """The text of the document, and where in it the arguments begin and end."""
    places = [each.loc for each in node.arguments or () if each.loc]
    return (places[0].source.body, places[0].start, places[-1].end) if places else ("", 0, 0)
