"""Putting a question of SQL to every row of a table."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.expressions import table
from db.facts import Fact


async def answers(connection: AsyncConnection, model: type[Fact], answer: sa.ColumnElement[Any]) -> list[str | None]:
    statement = sa.select(sa.cast(answer, sa.Text)).select_from(table(model)).order_by(table(model).c.id)
    return list((await connection.execute(statement)).scalars())
