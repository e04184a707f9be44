"""A field that is told from its object alone, as a strawberry field without a resolver.

Strawberry inspects the signature of every resolver, and keeps eight functions around each. Three fields of five need no
argument, no context and no database: they are this instead, and a process is 6 MB smaller.
"""

from typing import Any

from strawberry.types.field import StrawberryField

from schema.declarations import METADATA, Column, Read


class ReadField(StrawberryField):
    """Gives what its declaration reads from the object."""

    def get_result(self, source: Any, info: Any, args: Any, kwargs: Any) -> Any:  # noqa: ANN401, ARG002 -- strawberry's signature
        """The value of the field."""
        return self.metadata[METADATA].read(source)


def read_field(declared: Column | Read, description: str, name: str | None = None) -> Any:  # noqa: ANN401 -- stands where strawberry and the type checkers read the annotation
    """A field declared so; `name` is its name in GraphQL where the attribute has another."""
    made = ReadField(graphql_name=name, description=description, metadata={METADATA: declared})
    made.init = made.repr = made.compare = False  # no object of the class is ever made: fields read rows
    return made
