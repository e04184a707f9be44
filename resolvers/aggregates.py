"""Rows in groups: how many there are, and sums, means and extremes of their facts; all counted in SQL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.select import named, some_of
from db.visibility import Viewer
from resolvers.batch import Batch
from resolvers.conditions import Wanted, matching, sortable

COUNT = "count"
AVERAGE_DECIMALS = 6
Columns = Mapping[str, sa.ColumnElement[Any]]

FUNCTIONS: dict[str, Callable[[sa.ColumnElement[Any]], sa.ColumnElement[Any]]] = {
    "distinct": lambda column: sa.func.count(column.distinct()),
    "sum": lambda column: sa.func.sum(column, type_=column.type),
    "avg": lambda column: sa.func.round(sa.func.avg(column), AVERAGE_DECIMALS, type_=sa.Numeric()),
    "min": sa.func.min,
    "max": sa.func.max,
}
PARTS = ("month", "year")


@dataclass(frozen=True, slots=True)
class Key:
    """What rows are grouped by: a fact, or the first day of the month or year that a date lies in."""

    fact: str
    part: str | None = None

    @property
    def name(self) -> str:
        """As the group names it: `in_force_from_month`."""
        return f"{self.fact}_{self.part}" if self.part else self.fact

    def of(self, columns: Columns) -> sa.ColumnElement[Any]:
        """The SQL of the key."""
        column = columns[self.fact]
        return sa.cast(sa.func.date_trunc(self.part, column), sa.Date) if self.part else column


@dataclass(frozen=True, slots=True)
class Measure:
    """A function of a fact over the rows of a group; unknown values are left out."""

    function: str
    fact: str

    @property
    def name(self) -> str:
        """As the row names it: `sum_amount_sek`."""
        return f"{self.function}_{self.fact}"

    def of(self, columns: Columns) -> sa.ColumnElement[Any]:
        """The SQL of the measure."""
        return FUNCTIONS[self.function](columns[self.fact])


@dataclass(frozen=True, slots=True)
class Grouping:
    """How rows are put in groups: by which keys, what is measured, in which order, and how many groups at most."""

    keys: tuple[Key, ...]
    measures: tuple[Measure, ...]
    order: tuple[tuple[str, bool], ...]
    most: int

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that are read."""
        return tuple(dict.fromkeys([*(each.fact for each in self.keys), *(each.fact for each in self.measures)]))


def groups_of(batch: Batch, at: Moment, viewer: Viewer, wanted: Wanted, grouping: Grouping) -> sa.Select[Any]:
    """The groups of a noun's rows: those of the list that a viewer sees and that meet the filter."""
    columns = sortable(batch.model, at)
    facts = [columns[name].label(name) for name in grouping.facts] or [sa.true().label("row")]
    met = some_of(batch.model, at, viewer, ()).where(*batch.where, matching(batch.model, wanted, at))
    return grouped(named(met.add_columns(*facts), batch.model).subquery("met"), grouping)


def grouped(source: sa.FromClause, grouping: Grouping) -> sa.Select[Any]:
    """The groups of any rows, each key and measure under its name, with `count`.

    In the order asked for, then by the keys, so that groups stand in one order whatever is equal. Without keys there is
    one group, of all rows.
    """
    columns: Columns = dict(source.c.items())
    keys = {each.name: each.of(columns) for each in grouping.keys}
    told = {**keys, COUNT: sa.func.count(), **{each.name: each.of(columns) for each in grouping.measures}}
    order = [*grouping.order, *((name, False) for name in keys)]
    return (
        sa.select(*(sql.label(name) for name, sql in told.items()))
        .select_from(source)
        .group_by(*keys.values())
        .order_by(*(_ordered(told[name], falls=falls) for name, falls in order))
        .limit(grouping.most + 1)
    )


def _ordered(column: sa.ColumnElement[Any], *, falls: bool) -> sa.ColumnElement[Any]:
    return column.desc().nulls_last() if falls else column.asc().nulls_last()
