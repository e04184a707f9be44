"""What a question selects: fields collected by graphql-core itself, each with its arguments and its place."""

from collections.abc import Mapping

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    OperationDefinitionNode,
)
from graphql.execution.collect_fields import (
    CollectedFields,
    FieldDetails,
    FragmentDetails,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues
from strawberry import Schema

from schema.declarations import METADATA
from schema.execution.arguments import Arguments
from schema.execution.calling import Asked, Call
from schema.execution.flaws import Place
from schema.execution.kinds import Kind, kind_of

Details = list[FieldDetails]
_TYPENAME = Kind(None, required=True)


class Unplanned(Exception):
    """What has no plan node, in words."""


class Selecting:
    """The selections of one operation, for the values that its @skip and @include are given."""

    def __init__(
        self, schema: Schema, document: DocumentNode, operation: OperationDefinitionNode, variables: VariableValues
    ) -> None:
        self._strawberry = schema
        self._schema = schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
        self._operation = operation
        self._variables = variables
        fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
        self._fragments = {name: FragmentDetails(each) for name, each in fragments.items()}
        self._asked = Asked(self._schema, operation, fragments)

    def top(self, kind: GraphQLObjectType) -> Mapping[str, Details]:
        """What the operation selects of its root type."""
        return _grouped(collect_fields(self._schema, self._fragments, self._variables, kind, self._operation))

    def below(self, kind: GraphQLObjectType, details: Details) -> Mapping[str, Details]:
        """What a field selects of an object of one type."""
        return _grouped(
            collect_subfields(self._schema, self._fragments, self._variables, self._operation, kind, details)
        )

    def field(self, kind: GraphQLObjectType, details: Details) -> GraphQLField:
        """The field that is asked for."""
        name = name_of(details)
        if name not in kind.fields:
            raise Unplanned(f"{name} tells of the schema itself")
        return kind.fields[name]

    def arguments(self, field: GraphQLField, details: Details) -> Arguments:
        """The field's arguments as the question gives them."""
        return Arguments(self._strawberry, field, details[0].node)

    def call(self, kind: GraphQLObjectType, field: GraphQLField, details: Details) -> Call:
        """The field's own resolver."""
        nodes = [each.node for each in details]
        return Call(self._asked, kind, field, name_of(details), nodes, self.arguments(field, details))

    def place(self, kind: GraphQLObjectType, details: Details) -> Place:
        """Where the question asks for the field."""
        name = name_of(details)
        found = kind_of(kind.fields[name]) if name in kind.fields else _TYPENAME
        return Place(kind.name, name, found, tuple(each.node.loc for each in details))

    def places(self, kind: GraphQLObjectType, groups: Mapping[str, Details]) -> Mapping[str, Place]:
        """Where the question asks for each field."""
        return {name: self.place(kind, each) for name, each in groups.items()}


def _grouped(collected: CollectedFields) -> Mapping[str, Details]:
    if collected.new_defer_usages:
        raise Unplanned("parts of the answer are deferred")
    return collected.grouped_field_set


def name_of(details: Details) -> str:
    """The name of the field, whatever it is answered under."""
    return details[0].node.name.value


def declared(field: GraphQLField) -> object:
    """How the field is declared; None where it only has a resolver."""
    definition = field.extensions.get("strawberry-definition")
    return definition.metadata.get(METADATA) if definition else None


def object_type(field: GraphQLField) -> GraphQLObjectType:
    """The one object type that a field, or each item of its list, has."""
    found = kind_of(field).each
    if found is None:
        raise Unplanned(f"{field.description} is not of one type")
    return found
