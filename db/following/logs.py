"""What can be followed: tables whose rows are only ever added, numbered in the order of commits."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

from db.facts import table_of
from db.models import Change, Edition
from db.visibility import Viewer, visible

ROWS_AT_ONCE = 100

__all__ = ["ROWS_AT_ONCE", "Log", "Stretch", "newest", "stretch"]


class Log(Enum):
    """A table to follow, and the column that numbers its rows."""

    CHANGES = (Change, "sequence")
    EDITIONS = (Edition, "number")

    def __init__(self, model: type[SQLModel], number: str) -> None:
        self.model = model
        self.number = number

    @property
    def column(self) -> sa.ColumnElement[int]:
        """The numbers."""
        return table_of(self.model).c[self.number]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows a viewer sees after some number, oldest first, with nothing left out up to and with number `to`."""

    rows: tuple[dict[str, Any], ...]
    to: int


async def newest(connection: AsyncConnection) -> dict[Log, int]:
    """The last number of each log; 0 where it is empty."""
    last = [sa.select(sa.func.coalesce(sa.func.max(log.column), 0)).scalar_subquery() for log in Log]
    found = (await connection.execute(sa.select(*last))).one()
    return dict(zip(Log, found, strict=True))


async def stretch(connection: AsyncConnection, log: Log, viewer: Viewer, after: int) -> Stretch:
    """At most `ROWS_AT_ONCE` rows after a number; the connection must see one state of the register throughout."""
    last = (await newest(connection))[log]
    table = table_of(log.model)
    wanted = sa.select(table).where(log.column > after, log.column <= last, visible(log.model, viewer))
    found = await connection.execute(wanted.order_by(log.column).limit(ROWS_AT_ONCE))
    rows = tuple(dict(row) for row in found.mappings())
    return Stretch(rows, rows[-1][log.number] if len(rows) == ROWS_AT_ONCE else max(last, after))
