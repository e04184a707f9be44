"""What the law derives is written twice, as pure rules and as SQL: the two never differ."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core import status
from auktor.core.identifiers import swedish_sort_key
from auktor.core.moment import Moment
from auktor.core.vocabulary import EndGround
from db import expressions, models
from db.engine import Database
from db.expressions import agreement_status, table
from tests.db.cases import answers

DAY = date(2026, 3, 1)
AT = Moment(DAY)
RECEIVED = {1: DAY, 2: DAY + timedelta(1)}
NOTICES = """
    CREATE TEMPORARY TABLE eu_notification AS
    SELECT id, received_on, DATE '2020-01-01' AS valid_from, NULL::date AS valid_to,
        TIMESTAMPTZ '2020-01-01' AS recorded_from, NULL::timestamptz AS recorded_to
    FROM (VALUES (1, DATE '2026-03-01'), (2, DATE '2026-03-02')) AS received (id, received_on)
"""
AROUND = (None, DAY - timedelta(1), DAY, DAY + timedelta(1))


async def every_case(connection: AsyncConnection, name: str, **values: Sequence[object]) -> list[dict[str, Any]]:
    """Put a temporary table in front of the register's own, with every combination of values, which it gives."""
    columns = [sa.Column(column, _type_of(each)) for column, each in values.items()]
    cases = [dict(zip(values, case, strict=True)) for case in product(*values.values())]
    made = sa.Table(name, sa.MetaData(), sa.Column("id", sa.Integer), *columns, prefixes=["TEMPORARY"])
    await connection.run_sync(made.create)
    await connection.execute(sa.insert(made), [{"id": number, **case} for number, case in enumerate(cases)])
    return cases


def _type_of(values: Sequence[object]) -> type[sa.types.TypeEngine[Any]]:
    found = next(value for value in values if value is not None)
    return sa.Text if isinstance(found, str) else sa.Integer if isinstance(found, int) else sa.Date


async def test_a_regulation_stands_where_its_dates_put_it(connection: AsyncConnection) -> None:
    await connection.exec_driver_sql(NOTICES)
    dates = dict.fromkeys(("circulated_on", "decided_on", "promulgated_on", "in_force_from", "repealed_on"), AROUND)
    cases = await every_case(connection, "regulation", **dates, eu_notification_id=(None, 1, 2))
    expected = [
        status.regulation_status(
            circulated_on=case["circulated_on"],
            notified_on=RECEIVED.get(case["eu_notification_id"]),
            decided_on=case["decided_on"],
            promulgated_on=case["promulgated_on"],
            in_force_from=case["in_force_from"],
            ceases_on=case["repealed_on"],
            as_of=DAY,
        )
        for case in cases
    ]
    assert await answers(connection, models.Regulation, expressions.regulation_status.sql(AT)) == expected


async def test_a_system_stands_where_its_dates_put_it(connection: AsyncConnection) -> None:
    dates = dict.fromkeys(("established_on", "operation_from", "closed_on"), AROUND)
    cases = await every_case(connection, "authorisation_system", **dates)
    expected = [status.system_status(**case, as_of=DAY) for case in cases]
    found = await answers(connection, models.AuthorisationSystem, expressions.authorisation_system_status.sql(AT))
    assert found == expected


async def test_requirements_stand_where_their_dates_put_them(connection: AsyncConnection) -> None:
    dates = dict.fromkeys(("published_on", "applies_from", "ceases_on"), AROUND)
    cases = await every_case(connection, "requirements_version", **dates)
    expected = [status.requirements_status(**case, as_of=DAY) for case in cases]
    found = await answers(connection, models.RequirementsVersion, expressions.requirements_version_status.sql(AT))
    assert found == expected


async def test_an_actor_agreement_stands_where_its_dates_put_it(connection: AsyncConnection) -> None:
    cases = await every_case(
        connection,
        "actor_agreement",
        signed_by_actor_on=AROUND,
        signed_on=AROUND,
        in_force_from=AROUND[1:],
        notice_given_on=AROUND,
        ends_on=AROUND[:3],
        end_ground=(None, "TERM_EXPIRED", "CANCELLED_FOR_BREACH"),
    )
    expected = [of_agreement(case, case["signed_on"]) for case in cases]
    found = await answers(connection, models.ActorAgreement, agreement_status(table(models.ActorAgreement), AT))
    assert found == expected


async def test_a_supplier_agreement_is_signed_when_both_have_signed(connection: AsyncConnection) -> None:
    cases = await every_case(
        connection,
        "supplier_agreement",
        signed_by_authority_on=AROUND,
        signed_by_supplier_on=AROUND,
        in_force_from=AROUND[1:],
        notice_given_on=AROUND,
        ends_on=AROUND[:3],
        end_ground=(None, "CANCELLED_FOR_BREACH"),
    )
    expected = [
        of_agreement(case, last(case["signed_by_authority_on"], case["signed_by_supplier_on"])) for case in cases
    ]
    found = await answers(connection, models.SupplierAgreement, agreement_status(table(models.SupplierAgreement), AT))
    assert found == expected


def of_agreement(case: dict[str, Any], signed_on: date | None) -> str:
    return status.agreement_status(
        signed_by_actor_on=case.get("signed_by_actor_on"),
        signed_on=signed_on,
        in_force_from=case["in_force_from"],
        terminated_on=case["notice_given_on"],
        ends_on=case["ends_on"],
        end_ground=EndGround(case["end_ground"]) if case["end_ground"] else None,
        as_of=DAY,
    )


def last(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


LETTERS = st.characters(codec="utf-8", min_codepoint=1, max_codepoint=0x17F, exclude_characters="ŉſ")


@given(names=st.lists(st.text(LETTERS, max_size=12), min_size=20, max_size=60))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
async def test_the_database_orders_names_as_the_rules_do(connection: AsyncConnection, names: list[str]) -> None:
    each = sa.func.unnest(sa.literal(names, sa.ARRAY(sa.Text))).column_valued("name")
    statement = sa.select(each, sa.func.swedish_sort_key(each))
    found = {row[0]: row[1] for row in await connection.execute(statement)}
    assert found == {name: swedish_sort_key(name) for name in names}


async def test_names_stand_in_swedish_order(register_database: str) -> None:
    database = Database(register_database)
    async with database.reading() as connection:
        statement = sa.select(table(models.PublicActor).c.name).order_by(table(models.PublicActor).c.sort_name)
        names = list((await connection.execute(statement)).scalars())
    await database.close()
    assert names == sorted(names, key=swedish_sort_key)
    assert names.index("Åmåls kommun") < names.index("Älmhults kommun") < names.index("Ödeshögs kommun")
