"""Pages by key: whatever the order, the sizes and the unknown values, nothing is lost and nothing is told twice."""

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from functools import cmp_to_key
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from resolvers.keyset import Term, beyond, sorting

ITEM = sa.Table(
    "item",
    sa.MetaData(),
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("number", sa.BigInteger),
    sa.Column("name", sa.Text(collation="C")),
    sa.Column("known", sa.Boolean),
    sa.Column("amount", sa.Numeric(18, 4)),
    sa.Column("rank", sa.BigInteger, nullable=False),
    prefixes=["TEMPORARY"],
)
VALUES = ("number", "name", "known", "amount", "rank")
Row = dict[str, Any]

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.none() | st.integers(-2, 2),
            "name": st.none() | st.sampled_from(["a", "b", "å", ""]),
            "known": st.none() | st.booleans(),
            "amount": st.none() | st.sampled_from([Decimal("0.12"), Decimal("0.17"), Decimal(0)]),
            "rank": st.integers(0, 2),
        }
    ),
    max_size=12,
)
ORDERS = st.lists(st.tuples(st.sampled_from(VALUES), st.booleans()), max_size=4, unique_by=lambda term: term[0])


@pytest.fixture
async def connection(module_database: str) -> AsyncGenerator[AsyncConnection, None]:
    engine = create_async_engine(module_database)
    async with engine.connect() as connection:
        await connection.run_sync(ITEM.create)
        yield connection
    await engine.dispose()


def many(test: Any) -> Any:  # noqa: ANN401 -- a decorator
    """Try sixty registers on one database: each empties the table first."""
    return settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])(test)


def terms_of(order: Sequence[tuple[str, bool]]) -> list[Term]:
    return [*(Term(name, ITEM.c[name], falls) for name, falls in order), Term("id", ITEM.c.id)]


def in_order(rows: list[Row], order: Sequence[tuple[str, bool]]) -> list[Row]:
    """The rows sorted in Python: unknown values last in either direction, then by number."""

    def compare(one: Row, other: Row) -> int:
        for name, falls in [*order, ("id", False)]:
            a, b = one[name], other[name]
            if a == b:
                continue
            if a is None or b is None:
                return 1 if a is None else -1
            return (-1 if a < b else 1) * (-1 if falls else 1)
        return 0

    return sorted(rows, key=cmp_to_key(compare))


async def filled(connection: AsyncConnection, rows: list[Row]) -> list[Row]:
    await connection.execute(sa.delete(ITEM))
    numbered = [{"id": number, **row} for number, row in enumerate(rows)]
    if numbered:
        await connection.execute(sa.insert(ITEM), numbered)
    return numbered


async def page(
    connection: AsyncConnection, terms: list[Term], size: int, row: Row | None, *, backwards: bool = False
) -> list[Row]:
    """A page after `row`, or before it; in the order it was read."""
    statement = sa.select(ITEM).order_by(*sorting(terms, reverse=backwards)).limit(size)
    if row is not None:
        statement = statement.where(beyond(terms, [row[term.name] for term in terms], backwards=backwards))
    return [dict(found) for found in (await connection.execute(statement)).mappings()]


@given(rows=ROWS, order=ORDERS, size=st.integers(1, 5), backwards=st.booleans())
@many
async def test_pages_in_a_row_are_the_whole_list(
    connection: AsyncConnection,
    rows: list[Row],
    order: list[tuple[str, bool]],
    size: int,
    backwards: bool,  # noqa: FBT001 -- hypothesis names it
) -> None:
    kept, terms = await filled(connection, rows), terms_of(order)
    read: list[Row] = []
    while found := await page(connection, terms, size, read[-1] if read else None, backwards=backwards):
        read += found
    whole = in_order(kept, order)
    assert read == (whole[::-1] if backwards else whole)


@given(rows=ROWS.filter(bool), order=ORDERS, places=st.tuples(st.integers(0, 11), st.integers(0, 11)))
@many
async def test_a_page_between_two_rows_holds_what_lies_between_them(
    connection: AsyncConnection, rows: list[Row], order: list[tuple[str, bool]], places: tuple[int, int]
) -> None:
    kept, terms = await filled(connection, rows), terms_of(order)
    whole = in_order(kept, order)
    after, before = (place % len(whole) for place in places)
    ends = [[whole[place][term.name] for term in terms] for place in (after, before)]
    statement = sa.select(ITEM).order_by(*sorting(terms))
    between = statement.where(beyond(terms, ends[0]), beyond(terms, ends[1], backwards=True))
    assert [dict(row) for row in (await connection.execute(between)).mappings()] == whole[after + 1 : before]


@given(rows=ROWS, later=ROWS, order=ORDERS, size=st.integers(1, 4))
@many
async def test_rows_that_come_while_one_pages_neither_hide_nor_repeat_another(
    connection: AsyncConnection, rows: list[Row], later: list[Row], order: list[tuple[str, bool]], size: int
) -> None:
    kept, terms = await filled(connection, rows), terms_of(order)
    coming = [{"id": 100 + number, **row} for number, row in enumerate(later)]
    read: list[Row] = []
    while found := await page(connection, terms, size, read[-1] if read else None):
        read += found
        if coming:
            await connection.execute(sa.insert(ITEM), [coming.pop()])
    numbers = [row["id"] for row in read]
    assert len(numbers) == len(set(numbers))
    assert [row for row in read if row["id"] < 100] == in_order(kept, order)
