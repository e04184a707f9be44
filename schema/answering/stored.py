"""What is known of a stored document before it is asked: its parameters, and the table its answer is."""

from dataclasses import dataclass

import strawberry
from graphql import DocumentNode, OperationDefinitionNode, OperationType

from schema.answering.parameters import Parameter, parameters_of
from schema.answering.tables import NotATable, Table, table_of


@dataclass(frozen=True, slots=True)
class Stored:
    """A document with one query. `table` is None where the answer is not one flat list; `no_table` then says why."""

    text: str
    parameters: tuple[Parameter, ...]
    table: Table | None
    no_table: str

    @property
    def pages(self) -> bool:
        """Whether its list is a page that another follows."""
        return "after" in {each.name for each in self.parameters}


def stored_document(schema: strawberry.Schema, text: str, document: DocumentNode) -> Stored | None:
    """What is known of a document that is valid by the schema; None for one that does something else than ask once."""
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    if len(operations) != 1 or operations[0].operation is not OperationType.QUERY:
        return None
    graphql = schema._schema  # noqa: SLF001 -- strawberry has no public name for it  # pyright: ignore[reportPrivateUsage]
    parameters = parameters_of(graphql, operations[0])
    try:
        return Stored(text, parameters, table_of(graphql, document, operations[0]), "")
    except NotATable as reason:
        return Stored(text, parameters, None, str(reason))
