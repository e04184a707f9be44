"""What a question costs: the rows it may read at most, counted from its page sizes before anything is read.

As at GitHub, a page inside a page counts once for each row of the outer one. A point is 100 rows; every question costs
at least one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import cast

from graphql import DocumentNode, GraphQLSchema, OperationType, get_operation_ast

from schema.limits.errors import CostTooHigh
from schema.limits.fields import Fields
from schema.limits.fragments import fragments_of, in_order
from schema.limits.rows import RowCount
from schema.operation import Operation

ROWS_A_POINT = 100
_COSTS_A_DOCUMENT = 16
_ROOTS = {OperationType.QUERY: "Query", OperationType.MUTATION: "Mutation", OperationType.SUBSCRIPTION: "Subscription"}

Sizes = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """Rows that may be read, at most, and points: one for each 100 rows begun, at least one."""

    nodes: int
    points: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", max(1, -(-self.nodes // ROWS_A_POINT)))


class Costing:
    """Prices of the documents of one schema, and the most that one question may cost."""

    def __init__(self, schema: GraphQLSchema, most_points: int) -> None:
        self._fields = Fields(schema)
        self._most = most_points

    def prices(self, read: Callable[[], DocumentNode]) -> "Prices":
        """The prices of a valid document, which is read where something is to be counted."""
        return Prices(self._fields, read)

    def require_affordable(self, cost: Cost) -> None:
        """Refuse a question that costs more points than one question may."""
        if cost.points > self._most:
            raise CostTooHigh(
                f"The question may read {cost.nodes:,} rows and costs {cost.points:,} points; at most {self._most:,} "
                "are answered. Lower `first` of the outer lists, or ask for the inner ones by `node(id:)`.",
                points=cost.points,
            )


class Prices:
    """What the operations of one document cost; a cost is remembered for the sizes that variables give."""

    def __init__(self, fields: Fields, read: Callable[[], DocumentNode]) -> None:
        self._fields = fields
        self._read = read
        self._known: dict[tuple[str | None, Sizes], Cost] = {}

    def of(self, operation: Operation, variables: Mapping[str, object]) -> Cost:
        """The cost of an operation of the document with these values of its variables."""
        sizes = tuple(_sizes(operation, variables)) if operation.variables else ()
        asked = (operation.name, sizes)
        cost = self._known.get(asked)
        if cost is None:
            if len(self._known) == _COSTS_A_DOCUMENT:
                # The oldest. To know the least lately used would make every document a tenth larger.
                del self._known[next(iter(self._known))]
            cost = self._known[asked] = self._counted(*asked)
        return cost

    def _counted(self, name: str | None, sizes: Sizes) -> Cost:
        document = self._read()
        count = RowCount(self._fields, dict(sizes))
        for fragment in in_order(fragments_of(document)):
            count.remember(fragment)
        operation = get_operation_ast(document, name)
        return Cost(count.of(operation.selection_set, _ROOTS[operation.operation]).once if operation else 0)


def _sizes(operation: Operation, variables: Mapping[str, object]) -> list[tuple[str, int | None]]:
    """What each variable would be as the size of a page; None where it gives none."""
    given = {**operation.defaults(), **variables}
    names = (each.variable.name.value for each in operation.variables)
    return [(name, _size(given.get(name))) for name in names]


def _size(given: object) -> int | None:
    if isinstance(given, Sequence) and not isinstance(given, str):
        return len(cast("Sequence[object]", given))
    return int(given) if isinstance(given, int | float) and isfinite(given) else None
