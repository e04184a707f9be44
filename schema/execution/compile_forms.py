"""From a selection in a Python value to its form: what resolvers and computations give, and what is asked of it."""

from abc import ABC, abstractmethod
from operator import attrgetter

from graphql import GraphQLField, GraphQLObjectType, is_abstract_type

from schema.declarations import Read
from schema.execution.forms import Attribute, Called, Choice, Constant, Form, Items, Leaf, Rows, Shape
from schema.execution.kinds import Kind, kind_of
from schema.execution.selecting import Details, Selecting, Unplanned, declared, name_of
from schema.noun import TYPES


class Forms(Selecting, ABC):
    """The forms of one operation; `calls` once one of them needs a resolver that may read."""

    calls: bool = False

    @abstractmethod
    def rows(self, kind: GraphQLObjectType, details: Details) -> Rows:
        """The form of a row of a noun."""

    def called(self, kind: GraphQLObjectType, field: GraphQLField, details: Details) -> Called:
        """A field with a resolver of its own."""
        call = self.call(kind, field, details)
        self.calls = self.calls or call.waits
        return Called(call, self.form(kind_of(field), details))

    def form(self, kind: Kind, details: Details) -> Form:
        """The form of a value of one kind."""
        if kind.leaf is not None:
            return Leaf(kind.leaf)
        if kind.items is not None:
            return Items(kind.items, self.form(kind.items, details))
        if kind.shown is not None:
            return self.object_form(kind.shown, details)
        if is_abstract_type(kind.named):
            possible = self._schema.get_possible_types(kind.named)
            return Choice({each.name: self.object_form(each, details) for each in possible})
        raise Unplanned(f"{kind.named} is of no kind that is planned")

    def object_form(self, kind: GraphQLObjectType, details: Details) -> Shape | Rows:
        """The form of an object of one type."""
        if kind.name in TYPES:
            return self.rows(kind, details)
        groups = self.below(kind, details)
        fields = {name: self._shape_field(kind, each) for name, each in groups.items()}
        return Shape(kind.name, fields, self.places(kind, groups))

    def _shape_field(self, kind: GraphQLObjectType, details: Details) -> Constant | Attribute | Called:
        if name_of(details) == "__typename":
            return Constant(kind.name)
        field = self.field(kind, details)
        told = declared(field)
        definition = field.extensions["strawberry-definition"]
        if isinstance(told, Read):
            return Attribute(told.read, self.form(kind_of(field), details))
        if definition.base_resolver is None:
            return Attribute(attrgetter(definition.python_name), self.form(kind_of(field), details))
        return self.called(kind, field, details)
