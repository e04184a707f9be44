"""The operations of a document, each with the plans that were compiled for it: they are kept for as long as it is."""

from collections import OrderedDict
from dataclasses import dataclass

from graphql import DocumentNode, OperationDefinitionNode, get_operation_ast
from graphql.execution.values import VariableValues
from strawberry import Schema

from schema.execution.compile import compile_operation
from schema.execution.deciding import deciding_variables
from schema.execution.plan import NotPlanned, Plan

# Each @skip and @include may be given two ways, so a document has as many plans as somebody cares to ask for.
MOST_PLANS = 16


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation, and the variables that decide which fields are in it."""

    node: OperationDefinitionNode
    deciding: tuple[str, ...]


class Operations:
    """The operations of one valid document."""

    def __init__(self, document: DocumentNode) -> None:
        self.document = document
        self._named: dict[str | None, Operation | None] = {}
        self._plans: OrderedDict[tuple[object, ...], Plan | NotPlanned] = OrderedDict()

    def named(self, name: str | None) -> Operation | None:
        """The operation of that name, or without one the only operation; None where there is no such."""
        found = self._named.get(name)
        if found is None:
            node = get_operation_ast(self.document, name)
            if node is None:
                return None
            found = self._named[name] = Operation(node, deciding_variables(self.document))
        return found

    def plan(self, schema: Schema, name: str | None, values: VariableValues) -> Plan | NotPlanned:
        """The plan of an operation, one for each set of values that its @skip and @include are given."""
        operation = self.named(name)
        key = (name, *map(values.coerced.get, operation.deciding)) if operation and operation.deciding else (name,)
        found = self._plans.get(key)
        if found is None:
            found = self._plans[key] = compile_operation(schema, self.document, name, values)
            if len(self._plans) > MOST_PLANS:
                self._plans.popitem(last=False)
        return found
