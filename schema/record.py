"""What GraphQL objects stand on: one row of a noun, and the moment it was asked for."""

from dataclasses import dataclass
from typing import Any

from auktor.core.moment import Moment
from db.facts import Fact
from resolvers.reading import Row


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a noun at a moment; relations below it are asked for at the same moment."""

    model: type[Fact]
    row: Row
    at: Moment

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 -- a row holds values of any fact's type
        return self.row[name]


@dataclass(frozen=True, slots=True)
class Root:
    """The moment a register is asked about."""

    at: Moment


def shown(record: object) -> Any:  # noqa: ANN401 -- stands for any GraphQL type
    """A row, page or root where the type checkers expect the GraphQL object it stands for: its fields ask the row."""
    return record
