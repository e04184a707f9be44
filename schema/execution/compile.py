"""From a validated operation to its plan: fields of rows become places in rows, others are called."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from graphql import DocumentNode, GraphQLField, GraphQLObjectType, OperationType, get_operation_ast
from graphql.execution.values import VariableValues
from strawberry import Schema

from db.facts import Fact, TermType
from db.select import facts_of
from db.written_sql import ParameterMoment
from resolvers.batch import with_key
from schema.declarations import (
    AtMoment,
    Column,
    Computation,
    Found,
    History,
    Identified,
    Identity,
    Listed,
    OfMoment,
    Relation,
)
from schema.execution.arguments import NO_VARIABLES
from schema.execution.build import Writer
from schema.execution.compile_forms import Forms
from schema.execution.forms import Called, Constant, Rows, closure_of
from schema.execution.general import is_general
from schema.execution.kinds import kind_of
from schema.execution.plan import (
    Below,
    Child,
    Computed,
    Cursor,
    Day,
    Edges,
    Ends,
    Folded,
    Given,
    Identities,
    Level,
    Moved,
    Named,
    Nodes,
    NotPlanned,
    Object,
    ObjectField,
    One,
    Page,
    PageField,
    Plan,
    Root,
    RootField,
    Single,
    Stored,
    Total,
    Versions,
)
from schema.execution.selecting import Details, Unplanned, declared, name_of, object_type
from schema.execution.wire_forms import Change, leaf_form, stored_form
from schema.noun import TYPES


def compile_operation(
    schema: Schema, document: DocumentNode, name: str | None = None, variables: VariableValues = NO_VARIABLES
) -> Plan | NotPlanned:
    """The plan of a validated operation, for the values that its @skip and @include are given."""
    operation = get_operation_ast(document, name)
    if operation is None or operation.operation is not OperationType.QUERY:
        return NotPlanned("only queries are planned")
    try:
        return _Compiler(schema, document, operation, variables).plan()
    except Unplanned as reason:
        return NotPlanned(str(reason))


class _Compiler(Forms):
    """One compilation."""

    _statements = 0

    def plan(self) -> Plan:
        query = cast("GraphQLObjectType", self._schema.query_type)
        root = self._root(query, self.top(query))
        name = self._operation.name.value if self._operation.name else ""
        general = is_general(self._operation, self._asked.fragments.values())
        return Plan(name, root, self._statements, self.calls, general)

    def _root(self, shown: GraphQLObjectType, groups: Mapping[str, Details]) -> Root:
        fields = {name: self._root_field(shown, details) for name, details in groups.items()}
        return Root(fields, self.places(shown, groups))

    def _root_field(self, shown: GraphQLObjectType, details: Details) -> RootField:
        if name_of(details) == "__typename":
            return Constant(shown.name)
        field = self.field(shown, details)
        told = declared(field)
        if isinstance(told, Listed):
            return self._page(told, field, details, nested=False)
        if isinstance(told, Found):
            return self._single(told, field, details)
        if isinstance(told, Identified):
            return self._identities(told, shown, field, details)
        return self._of_moment(shown, told, field, details)

    def _of_moment(
        self, shown: GraphQLObjectType, told: object, field: GraphQLField, details: Details
    ) -> Day | Moved | Called:
        if isinstance(told, OfMoment):
            return Day(told, self.form(kind_of(field), details))
        if isinstance(told, AtMoment):
            below = object_type(field)
            return Moved(told, self.arguments(field, details), self._root(below, self.below(below, details)))
        return self.called(shown, field, details)

    def _single(self, told: Found, field: GraphQLField, details: Details) -> Single:
        level = Level(told.model)
        shown = self._object(level, object_type(field), details)
        self._statements += 1
        return Single(told, self.arguments(field, details), level, shown, Writer(level, nested=False).objects(shown))

    def _identities(
        self, told: Identified, shown: GraphQLObjectType, field: GraphQLField, details: Details
    ) -> Identities:
        kind = kind_of(field)
        types = self._schema.get_possible_types(cast("Any", (kind.items or kind).named))
        return Identities(
            told,
            self.arguments(field, details),
            {each.name: self._branch(each, details) for each in types if each.name in TYPES},
            {each.name: self.object_form(each, details) for each in types if each.name in told.others},
            self.place(shown, details),
            kind.items is not None,
        )

    def _branch(self, kind: GraphQLObjectType, details: Details) -> One:
        model = TYPES[kind.name][1]
        return self._one_object(Relation(with_key(model), "key"), kind, details)  # pyright: ignore[reportArgumentType] -- a class is hashable

    def _one_object(self, told: Relation, kind: GraphQLObjectType, details: Details) -> One:
        level = Level(_model(kind))
        shown = self._object(level, kind, details)
        self._statements += 1
        return One(told, level, shown, Writer(level, nested=True).objects(shown))

    def rows(self, kind: GraphQLObjectType, details: Details) -> Rows:
        level = Level(_model(kind), at_hand=True)
        shown = self._object(level, kind, details)
        return Rows(level, shown, Writer(level, nested=True).objects(shown))

    def _object(self, level: Level, kind: GraphQLObjectType, details: Details) -> Object:
        groups = self.below(kind, details)
        fields = {name: self._object_field(level, kind, each) for name, each in groups.items()}
        return Object(kind.name, fields, self.places(kind, groups))

    def _object_field(self, level: Level, kind: GraphQLObjectType, details: Details) -> ObjectField:
        if name_of(details) == "__typename":
            return Constant(kind.name)
        field = self.field(kind, details)
        told = declared(field)
        if isinstance(told, Column):
            return Stored(level.place(told.name), self._stored_form(level, field, kind, details))
        if isinstance(told, Identity):
            return Named(kind.name, level.place("key"))
        if isinstance(told, Computation):
            return self._computed(level, told, field, details)
        return self._object_below(level, told, kind, details)

    def _object_below(self, level: Level, told: object, kind: GraphQLObjectType, details: Details) -> Below | Folded:
        field = self.field(kind, details)
        if isinstance(told, Relation):
            return self._one(level, told, field, details)
        if isinstance(told, Listed) and told.by:
            place = level.place(told.by)
            return _below(level, Child(name_of(details), place, self._page(told, field, details, nested=True)))
        if isinstance(told, History):
            place = level.place("id")
            self._statements += 1
            versions = Versions(told, level.model, self.form(kind_of(field), details), self.place(kind, details))
            return _below(level, Child(name_of(details), place, versions))
        raise Unplanned(f"{kind.name}.{name_of(details)} is not declared")

    def _stored_form(
        self, level: Level, field: GraphQLField, kind: GraphQLObjectType, details: Details
    ) -> Change | None:
        found = kind_of(field)
        if found.leaf is None:
            raise Unplanned(f"{kind.name}.{name_of(details)} is a column of several values")
        return (leaf_form if level.at_hand else stored_form)(found.leaf, required=found.required)

    def _computed(self, level: Level, told: Computation, field: GraphQLField, details: Details) -> Computed:
        given = None
        if field.args:
            level.given.append(Given(told.compute, self.arguments(field, details)))
            given = len(level.given) - 1
        needs = tuple(Stored(level.place(name), _as_term(level.model, name)) for name in told.needs)  # pyright: ignore[reportArgumentType] -- a class is hashable
        kind = kind_of(field)
        form = self.form(kind, details)
        finish = closure_of(form, kind)
        if finish is None:
            raise Unplanned(f"{name_of(details)} is computed and asks further")
        return Computed(told.compute, needs, given, form, finish)

    def _one(self, level: Level, told: Relation, field: GraphQLField, details: Details) -> Below | Folded:
        kind, required = object_type(field), kind_of(field).required
        if told.plain and not level.at_hand:
            inner = level.folded(name_of(details), told, _model(kind))
            return Folded(inner.place("id"), self._object(inner, kind, details), required)
        child = Child(name_of(details), level.place(told.by), self._one_object(told, kind, details))
        return _below(level, child, required=required)

    def _page(self, told: Listed, field: GraphQLField, details: Details, *, nested: bool) -> Page:
        level = Level(told.model)
        connection = object_type(field)
        groups = self.below(connection, details)
        fields = {name: self._page_field(level, connection, each) for name, each in groups.items()}
        build = Writer(level, nested=nested).page(fields)
        places = self.places(connection, groups)
        page = Page(told, self.arguments(field, details), level, fields, places, build, nested)
        self._statements += page.reads + page.counts
        return page

    def _page_field(self, level: Level, connection: GraphQLObjectType, details: Details) -> PageField:
        name = name_of(details)
        if name == "__typename":
            return Constant(connection.name)
        if name == "totalCount":
            return Total()
        kind = object_type(self.field(connection, details))
        if name == "nodes":
            return Nodes(self._object(level, kind, details))
        groups = self.below(kind, details)
        if name == "edges":
            fields = {key: self._edge_field(level, kind, each) for key, each in groups.items()}
            return Edges(fields, self.places(kind, groups))
        if name == "pageInfo":
            return Ends({key: _end(kind, each) for key, each in groups.items()})
        raise Unplanned(f"{connection.name}.{name} is not a part of pages")

    def _edge_field(self, level: Level, edge: GraphQLObjectType, details: Details) -> Constant | Cursor | Object:
        name = name_of(details)
        if name == "node":
            return self._object(level, object_type(self.field(edge, details)), details)
        return Constant(edge.name) if name == "__typename" else Cursor()


def _below(level: Level, child: Child, *, required: bool = True) -> Below:
    level.children.append(child)
    return Below(len(level.children) - 1, child.place, required)


def _end(kind: GraphQLObjectType, details: Details) -> Constant | str:
    name = name_of(details)
    return Constant(kind.name) if name == "__typename" else name


def _model(kind: GraphQLObjectType) -> type[Fact]:
    return TYPES[kind.name][1]


@cache
def _as_term(model: type[Fact], name: str) -> Change | None:
    """How a computation is handed a word of a closed list: as the term itself, as stock execution does."""
    kind = facts_of(model, ParameterMoment(known=False))[name].type
    terms: Callable[[Any], Any] | None = kind.terms if isinstance(kind, TermType) else None
    return (lambda value: None if value is None else terms(value)) if terms else None
