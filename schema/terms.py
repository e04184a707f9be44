"""The register's words as GraphQL enums; every value carries its Swedish term."""

import inspect
from typing import Any, cast

import strawberry

from auktor.core import vocabulary
from auktor.core.vocabulary import Term


def _as_enum(terms: type[Term]) -> None:
    """Make a closed list of words a GraphQL enum, described by its own docstring and labels."""
    strawberry.enum(terms, description=inspect.getdoc(terms))
    definition = cast("Any", terms).__strawberry_definition__
    for value in definition.values:
        term = terms[value.name]
        value.description = f"{term.en} ({term.sv})."


ALL = [
    each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, Term) and each is not Term
]
for _terms in ALL:
    _as_enum(_terms)
