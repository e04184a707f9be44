"""The operations of a document, each with the plans that were compiled for it: they are kept for as long as it is."""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from graphql import DocumentNode
from graphql.execution.values import VariableValues
from strawberry import Schema

from schema.execution.compile import compile_operation
from schema.execution.plan import NotPlanned, Plan
from schema.operation import Operation, operations_of

# Each @skip and @include may be given two ways, so a document has as many plans as somebody cares to ask for.
MOST_PLANS = 16


class Operations:
    """The operations of one valid document, and how the document is read where something is looked for in it."""

    def __init__(self, named: Mapping[str | None, Operation], read: Callable[[], DocumentNode]) -> None:
        self.named = named
        self.read = read
        self._plans: OrderedDict[object, Plan | NotPlanned] = OrderedDict()

    @classmethod
    def of(cls, document: DocumentNode) -> "Operations":
        """Those of a document that is at hand."""
        return cls(operations_of(document), lambda: document)

    def plan(self, schema: Schema, name: str | None, values: VariableValues) -> Plan | NotPlanned:
        """The plan of an operation, one for each set of values that its @skip and @include are given."""
        operation = self.named.get(name)
        if operation is None:
            return NotPlanned("the document has no such operation")
        deciding = operation.deciding
        key = (operation.name, *map(values.coerced.get, deciding)) if deciding else operation.name
        found = self._plans.get(key)
        if found is None:
            found = self._plans[key] = compile_operation(schema, self.read(), operation.name, values)
            if len(self._plans) > MOST_PLANS:
                self._plans.popitem(last=False)
        return found
