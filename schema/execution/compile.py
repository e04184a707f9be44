"""From a validated operation to its plan: selections are graphql-core's own, fields become places in rows."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
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

from db.facts import Fact, TermType
from db.select import facts_of
from resolvers.batch import with_key
from schema.declarations import (
    METADATA,
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
from schema.execution.arguments import NO_VARIABLES, Arguments
from schema.execution.asking import ParameterMoment
from schema.execution.build import Writer
from schema.execution.kinds import Kind, kind_of
from schema.execution.plan import (
    Below,
    Child,
    Computed,
    Constant,
    Cursor,
    Day,
    Edges,
    Ends,
    Folded,
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
from schema.execution.wire_forms import Change, leaf_form, must, stored_form
from schema.noun import TYPES

Details = list[FieldDetails]
Made = TypeVar("Made")


def compile_operation(
    schema: Schema, document: DocumentNode, name: str | None = None, variables: VariableValues = NO_VARIABLES
) -> Plan | NotPlanned:
    """The plan of a validated operation, for the values that its @skip and @include are given."""
    operation = get_operation_ast(document, name)
    if operation is None or operation.operation is not OperationType.QUERY:
        return NotPlanned("only queries are planned")
    try:
        return _Compiler(schema, document, operation, variables).plan()
    except _Unplanned as reason:
        return NotPlanned(str(reason))


class _Unplanned(Exception):
    """What has no plan node, in words."""


class _Compiler:
    """One compilation."""

    def __init__(
        self, schema: Schema, document: DocumentNode, operation: OperationDefinitionNode, variables: VariableValues
    ) -> None:
        self._strawberry = schema
        self._schema = schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
        self._operation = operation
        self._variables = variables
        self._statements = 0
        self._fragments = {
            each.name.value: FragmentDetails(each)
            for each in document.definitions
            if isinstance(each, FragmentDefinitionNode)
        }

    def plan(self) -> Plan:
        query = cast("GraphQLObjectType", self._schema.query_type)
        collected = collect_fields(self._schema, self._fragments, self._variables, query, self._operation)
        root = self._root(query, _grouped(collected))
        return Plan(self._operation.name.value if self._operation.name else "", root, self._statements)

    def _root(self, shown: GraphQLObjectType, groups: Mapping[str, Details]) -> Root:
        return Root({name: self._root_field(shown, details) for name, details in groups.items()})

    def _root_field(self, shown: GraphQLObjectType, details: Details) -> RootField:
        if _name(details) == "__typename":
            return Constant(shown.name)
        field = self._field(shown, details)
        declared = _declared(field)
        if isinstance(declared, Listed):
            return self._page(declared, field, details, nested=False)
        if isinstance(declared, Found):
            return self._single(declared, field, details)
        if isinstance(declared, Identified):
            return self._identities(declared, field, details)
        return self._of_moment(shown, declared, field, details)

    def _of_moment(
        self, shown: GraphQLObjectType, declared: object, field: GraphQLField, details: Details
    ) -> Day | Moved:
        if isinstance(declared, OfMoment):
            return Day(declared, self._finish(kind_of(field), details))
        if isinstance(declared, AtMoment):
            below = _object_type(field)
            return Moved(declared, self._arguments(field, details), self._root(below, self._below(below, details)))
        raise _Unplanned(f"{shown.name}.{_name(details)} is not declared")

    def _single(self, declared: Found, field: GraphQLField, details: Details) -> Single:
        level = Level(declared.model)
        shown = self._object(level, _object_type(field), details)
        self._statements += 1
        build = Writer(level, nested=False).single(shown)
        return Single(declared, self._arguments(field, details), level, shown, build, required=kind_of(field).required)

    def _identities(self, declared: Identified, field: GraphQLField, details: Details) -> Identities:
        kind = kind_of(field)
        interface = cast("GraphQLInterfaceType", (kind.items or kind).named)
        types = [each for each in self._schema.get_possible_types(interface) if each.name in TYPES]
        branches = {each.name: self._branch(each, details) for each in types}
        return Identities(declared, self._arguments(field, details), branches, kind.items is not None)

    def _branch(self, kind: GraphQLObjectType, details: Details) -> One:
        model = TYPES[kind.name][1]
        level = Level(model)
        shown = self._object(level, kind, details)
        self._statements += 1
        return One(Relation(with_key(model), "key"), level, shown, Writer(level, nested=True).one(shown))  # pyright: ignore[reportArgumentType] -- a class is hashable

    def _object(self, level: Level, kind: GraphQLObjectType, details: Details) -> Object:
        groups = self._below(kind, details)
        return Object(kind.name, {name: self._object_field(level, kind, each) for name, each in groups.items()})

    def _object_field(self, level: Level, kind: GraphQLObjectType, details: Details) -> ObjectField:
        if _name(details) == "__typename":
            return Constant(kind.name)
        field = self._field(kind, details)
        declared = _declared(field)
        if isinstance(declared, Column):
            return Stored(level.place(declared.name), self._stored_form(field, kind, details))
        if isinstance(declared, Identity):
            return Named(kind.name, level.place("key"))
        if isinstance(declared, Computation):
            return self._computed(level, declared, field, details)
        return self._object_below(level, declared, field, details)

    def _object_below(self, level: Level, declared: object, field: GraphQLField, details: Details) -> Below | Folded:
        if isinstance(declared, Relation):
            return self._one(level, declared, field, details)
        if isinstance(declared, Listed) and declared.by:
            place = level.place(declared.by)
            return _below(level, Child(_name(details), place, self._page(declared, field, details, nested=True)))
        if isinstance(declared, History):
            place = level.place("id")
            self._statements += 1
            versions = Versions(declared, level.model, self._finish(kind_of(field), details))
            return _below(level, Child(_name(details), place, versions))
        raise _Unplanned(f"{level.model.__name__}.{_name(details)} is not declared")

    def _stored_form(self, field: GraphQLField, kind: GraphQLObjectType, details: Details) -> Change | None:
        found = kind_of(field)
        if found.leaf is None:
            raise _Unplanned(f"{kind.name}.{_name(details)} is a column of several values")
        return stored_form(found.leaf, required=found.required)

    def _computed(self, level: Level, declared: Computation, field: GraphQLField, details: Details) -> Computed:
        arguments = None
        if field.args:
            level.given.append(self._arguments(field, details))
            arguments = len(level.given) - 1
        needs = tuple(Stored(level.place(name), _as_term(level.model, name)) for name in declared.needs)
        return Computed(declared.compute, needs, arguments, self._finish(kind_of(field), details))

    def _one(self, level: Level, declared: Relation, field: GraphQLField, details: Details) -> Below | Folded:
        kind = _object_type(field)
        if declared.plain:
            inner = level.folded(_name(details), declared, _model(kind))
            return Folded(inner.place("id"), self._object(inner, kind, details), kind_of(field).required)
        below = Level(_model(kind))
        shown = self._object(below, kind, details)
        self._statements += 1
        place = level.place(declared.by)
        part = One(declared, below, shown, Writer(below, nested=True).one(shown))
        return _below(level, Child(_name(details), place, part), required=kind_of(field).required)

    def _page(self, declared: Listed, field: GraphQLField, details: Details, *, nested: bool) -> Page:
        level = Level(declared.model)
        connection = _object_type(field)
        fields = {
            name: self._page_field(level, connection, each) for name, each in self._below(connection, details).items()
        }
        build = Writer(level, nested=nested).page(fields)
        page = Page(declared, self._arguments(field, details), level, fields, build, nested)
        self._statements += page.reads + page.counts
        return page

    def _page_field(self, level: Level, connection: GraphQLObjectType, details: Details) -> PageField:
        name = _name(details)
        if name == "__typename":
            return Constant(connection.name)
        if name == "totalCount":
            return Total()
        kind = _object_type(self._field(connection, details))
        if name == "nodes":
            return Nodes(self._object(level, kind, details))
        groups = self._below(kind, details)
        if name == "edges":
            return Edges({key: self._edge_field(level, kind, each) for key, each in groups.items()})
        if name == "pageInfo":
            return Ends({key: _end(kind, each) for key, each in groups.items()})
        raise _Unplanned(f"{connection.name}.{name} is not a part of pages")

    def _edge_field(self, level: Level, edge: GraphQLObjectType, details: Details) -> Constant | Cursor | Object:
        name = _name(details)
        if name == "node":
            return self._object(level, _object_type(self._field(edge, details)), details)
        return Constant(edge.name) if name == "__typename" else Cursor()

    def _finish(self, kind: Kind, details: Details) -> Change:
        """How a Python value is completed: scalars and enums by their serialisers, objects by their attributes."""
        if kind.leaf is not None:
            return leaf_form(kind.leaf, required=kind.required)
        if kind.items is not None:
            change = _each(self._finish(kind.items, details))
        elif kind.shown is not None:
            groups = self._below(kind.shown, details)
            change = _attributes({name: self._attribute(kind.shown, each) for name, each in groups.items()})
        else:
            raise _Unplanned(f"{kind.named} is not of one type")
        return _required(change) if kind.required else change

    def _attribute(self, kind: GraphQLObjectType, details: Details) -> tuple[str, Change]:
        """The attribute of a plain object that a field shows, and how it is completed."""
        if _name(details) == "__typename":
            return "__class__", lambda _: kind.name
        field = self._field(kind, details)
        definition = field.extensions["strawberry-definition"]
        if definition.base_resolver is not None:
            raise _Unplanned(f"{kind.name}.{_name(details)} has a resolver of its own")
        return definition.python_name, self._finish(kind_of(field), details)

    def _field(self, kind: GraphQLObjectType, details: Details) -> GraphQLField:
        name = _name(details)
        if name not in kind.fields:
            raise _Unplanned(f"{name} tells of the schema itself")
        return kind.fields[name]

    def _arguments(self, field: GraphQLField, details: Details) -> Arguments:
        return Arguments(self._strawberry, field, details[0].node)

    def _below(self, kind: GraphQLObjectType, details: Details) -> Mapping[str, Details]:
        collected = collect_subfields(self._schema, self._fragments, self._variables, self._operation, kind, details)
        return _grouped(collected)


def _grouped(collected: CollectedFields) -> Mapping[str, Details]:
    if collected.new_defer_usages:
        raise _Unplanned("parts of the answer are deferred")
    return collected.grouped_field_set


def _name(details: Details) -> str:
    return details[0].node.name.value


def _declared(field: GraphQLField) -> object:
    definition = field.extensions.get("strawberry-definition")
    return definition.metadata.get(METADATA) if definition else None


def _below(level: Level, child: Child, *, required: bool = True) -> Below:
    level.children.append(child)
    return Below(len(level.children) - 1, child.place, required)


def _end(kind: GraphQLObjectType, details: Details) -> Constant | str:
    name = _name(details)
    return Constant(kind.name) if name == "__typename" else name


def _object_type(field: GraphQLField) -> GraphQLObjectType:
    """The one object type that a field, or each item of its list, has."""
    found = kind_of(field).each
    if found is None:
        raise _Unplanned(f"{field.description} is not of one type")
    return found


def _model(kind: GraphQLObjectType) -> type[Fact]:
    return TYPES[kind.name][1]


def _as_term(model: type[Fact], name: str) -> Change | None:
    """How a computation is handed a word of a closed list: as the term itself, as stock execution does."""
    kind = facts_of(model, ParameterMoment(known=False))[name].type
    terms: Callable[[Any], Any] | None = kind.terms if isinstance(kind, TermType) else None
    return (lambda value: None if value is None else terms(value)) if terms else None


def _required(change: Change) -> Change:
    return lambda value: must(change(value))


def _each(change: Change) -> Change:
    return lambda values: None if values is None else [change(each) for each in values]


def _attributes(fields: Mapping[str, tuple[str, Change]]) -> Change:
    given = [(name, attribute, change) for name, (attribute, change) in fields.items()]

    def change(value: Any) -> Any:  # noqa: ANN401 -- any object of the schema
        if value is None:
            return None
        return {name: finish(getattr(value, attribute)) for name, attribute, finish in given}

    return change
