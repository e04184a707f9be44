"""The four declarations a GraphQL type is written in, as strawberry fields.

What a field means is read from the fact itself. Stock graphql-core runs the fields through `schema.execution.stock`;
the declaration stays on the field's metadata, for whoever compiles whole operations.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any

import strawberry
from sqlalchemy.orm import InstrumentedAttribute
from strawberry.types.field import StrawberryField

from auktor.core.moment import Moment
from db.expressions import Expression, table
from db.facts import Fact, Meaning, meaning_of
from db.select import identity
from resolvers.batch import Batch, Keys, Resolver, among
from resolvers.reading import Listing, terms_of
from schema import volumes
from schema.aggregates import Aggregates, aggregates_of, few_enough
from schema.context import Info
from schema.declarations import (
    METADATA,
    Aggregated,
    Argument,
    Column,
    Computation,
    Declaration,
    Found,
    Listed,
    Relation,
)
from schema.execution import stock
from schema.filters import facts_to_ask, filter_of, order_of, order_terms, plural_of, wanted
from schema.paging import PageArguments, window_of
from schema.read_field import read_field
from schema.wording import LANGUAGE, AskedLanguage, given

_ROOT = inspect.Parameter("root", inspect.Parameter.POSITIONAL_OR_KEYWORD)
_INFO = inspect.Parameter("info", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Info)


def column(fact: object) -> Any:  # noqa: ANN401 -- stands where strawberry and the type checkers read the annotation
    """A field that is a fact: `column(models.Supplier.name)`, or derived: `column(expressions.supplier_listed)`."""
    name, meaning = _named(fact)
    return read_field(Column(name, meaning), meaning.comment)


def computed(compute: Callable[..., object], needs: list[str], description: str) -> Any:  # noqa: ANN401 -- as column()
    """A field computed from its row: `compute` gets the values of the facts `needs`, then its own arguments by name."""
    declared = Computation(compute, tuple(needs))

    def resolve(root: Any, info: Info, **own: Any) -> Any:  # noqa: ANN401 -- a Record holds any fact
        return given(declared.compute, own, info.context.language)(*(root[name] for name in needs))

    own = list(inspect.signature(compute).parameters.values())[len(needs) :]
    _sign(resolve, [_ROOT, _INFO, *map(_asked, own)])
    return _field(resolve, description, declared)


def _asked(parameter: inspect.Parameter) -> inspect.Parameter:
    """A computation's own argument as a field's; a language need not be asked for."""
    if parameter.name == LANGUAGE:
        parameter = parameter.replace(annotation=AskedLanguage, default=None)
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)


def one(model: type[Fact], fact: object) -> Any:  # noqa: ANN401 -- as column()
    """A field that is the object a reference names: `one(models.Supplier, models.Service.supplier_id)`."""
    name, meaning = _named(fact)
    target: Any = table(model).c.id if name.endswith("_id") else identity(model).c.key

    def named(keys: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
        return Batch(model, (among(target, keys),), target)

    return _related(Relation(named, name, plain=True), meaning.comment)


def related(resolver: Resolver, description: str, by: str = "id") -> Any:  # noqa: ANN401 -- as column()
    """A field that is at most one object, found by a resolver from the parent's number (or from its fact `by`)."""
    return _related(Relation(resolver, by), description)


def _related(declared: Relation, description: str) -> Any:  # noqa: ANN401 -- as column()
    async def resolve(root: Any, info: Info) -> Any:  # noqa: ANN401 -- a Record or None
        return await stock.relation(info.context, declared, root)

    return _field(resolve, description, declared)


def page(resolver: Resolver, model: type[Fact], description: str, *arguments: Argument, by: str | None = "id") -> Any:  # noqa: ANN401 -- as column()
    """A field that is a list in pages, with `filter` and `orderBy` made from the noun's facts."""
    declared = Listed(resolver, model, arguments, by)

    async def resolve(root: Any, info: Info, **given: Any) -> Any:  # noqa: ANN401 -- a Page
        order = order_terms(given.get("order_by"))
        terms = terms_of(model, order, root.at)
        asked = PageArguments(**{name: given.get(name) for name in ("first", "after", "last", "before")})
        window = window_of(terms, asked)
        listing = Listing(wanted(given.get("filter")), order, window)
        own = {each.name: given.get(each.name, each.default) for each in arguments}
        return stock.Page(info.context, declared, root.at, by and root[by], listing, own)

    _sign(
        resolve,
        [
            _ROOT,
            _INFO,
            *_page_arguments(model),
            *_own_arguments(declared),
        ],
    )
    return _field(resolve, description, declared)


def _own_arguments(declared: Listed) -> list[inspect.Parameter]:
    return [_argument(each.name, each.type, each.description, each.default) for each in declared.arguments]


def with_aggregates(register: type[Any]) -> type[Any]:
    """Give a class of lists, before strawberry reads it, an aggregate beside each: `suppliersAggregate`."""
    for name, field in list(vars(register).items()):
        declared = field.metadata.get(METADATA) if isinstance(field, StrawberryField) else None
        if isinstance(declared, Listed) and declared.by is None:
            made = aggregates_for(declared.model)  # pyright: ignore[reportArgumentType] -- a class is hashable
            register.__annotations__[f"{name}_aggregate"] = list[made.group]  # type: ignore[name-defined]
            setattr(register, f"{name}_aggregate", aggregate(declared, made))
    return register


@cache
def aggregates_for(model: type[Fact]) -> Aggregates:
    """The aggregate types of a noun."""
    return aggregates_of(model.__name__, plural_of(model), facts_to_ask(model))


def aggregate(declared: Listed, made: Aggregates) -> Any:  # noqa: ANN401 -- as column()
    """A field that is the rows of a list in groups, with the list's own filter and arguments."""

    async def resolve(root: Any, info: Info, **given: Any) -> Any:  # noqa: ANN401 -- rows
        grouping = made.grouping(info, given)
        chosen = wanted(given.get("filter"))
        own = tuple((each.name, given.get(each.name, each.default)) for each in declared.arguments)
        found = await stock.groups(info.context, declared, own, root.at, chosen, grouping)
        return few_enough(found, grouping, given.get("first"))

    chosen: Any = filter_of(declared.model)  # pyright: ignore[reportArgumentType] -- a class is hashable
    _sign(resolve, [_ROOT, _INFO, *aggregate_arguments(made, chosen), *_own_arguments(declared)])
    said = f"{plural_of(declared.model).capitalize()} in groups ({declared.model.noun.sv} i grupper), counted in SQL."
    return _field(resolve, said, Aggregated(declared))


def volumes_aggregate() -> Any:  # noqa: ANN401 -- as column()
    """The field that is the monthly volumes in groups."""

    async def resolve(root: Any, info: Info, **given: Any) -> Any:  # noqa: ANN401 -- rows
        grouping = volumes.AGGREGATES.grouping(info, given)
        found = await volumes.volume_groups(info.context, root.at, wanted(given.get("filter")), grouping)
        return few_enough(found, grouping, given.get("first"))

    _sign(resolve, [_ROOT, _INFO, *aggregate_arguments(volumes.AGGREGATES, volumes.FILTER)])
    said = (
        "Monthly volumes in groups (månadsvolymer i grupper): of the sums that `volumes` tells, never of one actor's."
    )
    return _field(resolve, said, Aggregated(None))


def aggregate_arguments(made: Aggregates, chosen: Any) -> list[inspect.Parameter]:  # noqa: ANN401 -- a type made at run time
    """The arguments of every aggregate."""
    key: Any = made.key
    order: Any = made.order
    return [
        _argument("group_by", list[key] | None, "By what; one group of all rows where nothing is said."),
        _argument("filter", chosen | None, "Only rows that meet all these conditions."),
        _argument("order_by", list[order] | None, "How groups are ordered; by their keys where nothing is said."),
        _argument(
            "first",
            int | None,
            "At most so many groups, 1 to 1,000; where nothing is said all, and an error if they are more than 1,000.",
        ),
    ]


def found(model: type[Fact], ask: Callable[..., Mapping[str, Any]], resolver: Resolver, description: str) -> Any:  # noqa: ANN401 -- as column()
    """A field at the root that is at most one object: `ask` turns its arguments into what the resolver finds it by."""
    declared = Found(model, ask, resolver)

    async def resolve(root: Any, info: Info, **given: Any) -> Any:  # noqa: ANN401 -- a Record or None
        return await stock.found(info.context, declared, root.at, ask(**given))

    own = inspect.signature(ask).parameters.values()
    _sign(resolve, [_ROOT, _INFO, *(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own)])
    return _field(resolve, description, declared)


def _page_arguments(model: type[Fact]) -> list[inspect.Parameter]:
    chosen: Any = filter_of(model)  # pyright: ignore[reportArgumentType] -- a class is hashable
    order: Any = order_of(model)  # pyright: ignore[reportArgumentType] -- as above
    return [
        _argument(
            "first",
            int | None,
            "At most so many rows from the start of the list, 1 to 100; 50 where nothing is said.",
        ),
        _argument("after", str | None, "Only rows after this cursor."),
        _argument("last", int | None, "At most so many rows from the end of the list, 1 to 100."),
        _argument("before", str | None, "Only rows before this cursor."),
        _argument("filter", chosen | None, "Only rows that meet all these conditions."),
        _argument(
            "order_by",
            list[order] | None,
            "How the list is ordered; by its own order where nothing is said.",
        ),
    ]


def _argument(name: str, kind: Any, description: str, default: Any = strawberry.UNSET) -> inspect.Parameter:  # noqa: ANN401 -- an annotation and a value
    annotation = Annotated[kind, strawberry.argument(description=description)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _named(fact: object) -> tuple[str, Meaning]:
    """Name and meaning of a declared fact; TypeError for anything else."""
    if isinstance(fact, Expression):
        return fact.name, fact.meaning
    if isinstance(fact, InstrumentedAttribute):
        meaning = meaning_of(fact.property.columns[0])  # pyright: ignore[reportUnknownMemberType]
        if meaning is not None:
            return fact.key, meaning
    raise TypeError(f"{fact!r} is not a declared fact")


def _sign(resolve: Callable[..., object], parameters: list[inspect.Parameter]) -> None:
    """Give a resolver the signature that strawberry reads its arguments from."""
    resolve.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]


def _field(resolve: Callable[..., object], description: str, declared: Declaration) -> Any:  # noqa: ANN401 -- as column()
    return strawberry.field(resolver=resolve, description=description, metadata={METADATA: declared})
