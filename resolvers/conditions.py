"""Filters as SQL: the operators of a list's `filter`, generated from the declared facts of its noun."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import EXPRESSIONS, table
from db.facts import Fact, meaning_of
from db.select import identity
from db.visibility import open_columns
from resolvers.batch import among
from resolvers.keyset import as_asked

Wanted = Mapping[str, Any]

OPERATORS: dict[str, Callable[[sa.ColumnElement[Any], Any], sa.ColumnElement[bool]]] = {
    "eq": lambda column, value: column == value,
    "ne": lambda column, value: column.is_distinct_from(value),
    "in": among,
    "gt": lambda column, value: column > value,
    "gte": lambda column, value: column >= value,
    "lt": lambda column, value: column < value,
    "lte": lambda column, value: column <= value,
    "contains": lambda column, value: sa.func.strpos(sa.func.lower(column), sa.func.lower(value)) > 0,
    "startsWith": lambda column, value: sa.func.starts_with(sa.func.lower(column), sa.func.lower(value)),
    "isNull": lambda column, value: column.is_(None) if value else column.is_not(None),
}


class Reference(NamedTuple):
    """A column that refers to an object by its number, and the table that tells numbers and keys."""

    column: sa.ColumnElement[Any]
    names: sa.FromClause

    @property
    def key(self) -> sa.ScalarSelect[str]:
        """The key of the object."""
        return sa.select(self.names.c.key).where(self.names.c.id == self.column).scalar_subquery()

    def meets(self, operator: str, value: object) -> sa.ColumnElement[bool]:
        """Rows that refer to what a condition names.

        The keys it names are made into numbers once, so that the index of the column finds the rows. A key that nothing
        has is a number that nothing has, and neither true nor false of a row that refers to nothing.
        """
        if operator == "isNull":
            return OPERATORS[operator](self.column, value)
        numbers = sa.select(self.names.c.id).where(OPERATORS[operator](self.names.c.key, value))
        if operator == "eq":
            return self.column == sa.func.coalesce(numbers.scalar_subquery(), _NO_NUMBER)
        return self.column == sa.any_(sa.func.array_append(sa.func.array(numbers.scalar_subquery()), _NO_NUMBER))


_NO_NUMBER = sa.literal_column("-1::bigint", sa.BigInteger)
NO_REFERENCES: Mapping[str, Reference] = MappingProxyType({})


def matching(model: type[Fact], wanted: Wanted, at: Moment) -> sa.ColumnElement[bool]:
    """Rows of a noun that meet a filter."""
    return meeting(sortable(model, at), wanted, references(model)) if wanted else sa.true()


def meeting(
    columns: Mapping[str, sa.ColumnElement[Any]], wanted: Wanted, refer: Mapping[str, Reference] = NO_REFERENCES
) -> sa.ColumnElement[bool]:
    """Rows that meet a filter: operators by fact name (`{"name": {"eq": "Freja"}}`), `and`, `or`, `not`."""
    conditions: list[sa.ColumnElement[bool]] = [sa.true()]
    for name, inner in wanted.items():
        if name == "and":
            conditions += [meeting(columns, each, refer) for each in inner]
        elif name == "or":
            conditions.append(sa.or_(sa.false(), *(meeting(columns, each, refer) for each in inner)))
        elif name == "not":
            conditions.append(sa.not_(meeting(columns, inner, refer)))
        elif name in refer:
            conditions += [refer[name].meets(operator, value) for operator, value in inner.items()]
        else:
            column = sa.type_coerce(columns[name], as_asked(columns[name].type))
            conditions += [OPERATORS[operator](column, value) for operator, value in inner.items()]
    return sa.and_(*conditions)


class Columns(dict[str, sa.ColumnElement[Any]]):
    """The facts of a noun by name; what is derived is written when it is first named, for most lists name none."""

    def __init__(self, model: type[Fact], at: Moment) -> None:
        super().__init__()
        self._model, self._at = model, at

    def __missing__(self, name: str) -> sa.ColumnElement[Any]:
        """A derived fact."""
        found = EXPRESSIONS.get(self._model, {})[name]
        self[name] = sa.type_coerce(found.sql(self._at), found.type)
        return self[name]


def sortable(model: type[Fact], at: Moment) -> Columns:
    """What a noun's lists can be filtered and ordered by: facts, derived facts, and the keys of what it refers to."""
    columns = Columns(model, at)
    columns["key"] = identity(model).c.key
    refer = references(model)
    columns.update({name: each.key for name, each in refer.items()})
    columns.update({each.name: each for each in open_columns(model) if each.name.removesuffix("_id") not in refer})
    if "sort_name" in table(model).c:
        columns["sort_name"] = table(model).c.sort_name
    return columns


def references(model: type[Fact]) -> dict[str, Reference]:
    """The open facts of a noun that refer to objects by number, by the names they are asked by."""
    found: dict[str, Reference] = {}
    for column in open_columns(model):
        meaning = meaning_of(column)
        if meaning and meaning.refers_to and column.name.endswith("_id"):
            names = column.table.metadata.tables[f"{meaning.refers_to}_identity"].alias()
            found[column.name.removesuffix("_id")] = Reference(column, names)
    return found
