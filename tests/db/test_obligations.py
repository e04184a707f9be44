"""Who must use the system is written as pure rules, as a word of SQL and as a set of SQL: the three never differ."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core import obligation
from auktor.core.moment import Moment
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory, SystemCode
from auktor.core.wording import Wording
from db import models, obligations
from db.engine import Database, rows
from db.expressions import table
from db.facts import Fact
from db.history import holds
from db.select import described
from schema.obligation import _assessment, _rule
from schema.record import Record
from tests.db.cases import answers

DAY = date(2026, 3, 1)
AT = Moment(DAY)
DAYS = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01", "2026-02-01", "2026-07-01", "2026-12-01", "2030-01-01"]


@pytest.mark.parametrize("day", DAYS)
async def test_the_obligation_of_every_actor_is_the_same_in_sql_and_in_the_rules(
    register_database: str, day: str
) -> None:
    at = Moment(date.fromisoformat(day))
    database = Database(register_database)
    async with database.reading() as connection:
        actors = await rows(connection, described(models.PublicActor, at))
        judged = await assessed(connection, at)
    await database.close()
    assert len(actors) > 700
    assert {actor["key"]: actor["obligation_status"] for actor in actors} == {
        actor["key"]: judged(actor) for actor in actors
    }


@pytest.mark.parametrize("day", DAYS)
async def test_all_who_are_obliged_are_those_of_whom_each_is_said_to_be(register_database: str, day: str) -> None:
    at, actor = Moment(date.fromisoformat(day)), table(models.PublicActor)
    database = Database(register_database)
    async with database.reading() as connection:
        said = sa.select(actor.c.id).where(holds(actor, at), obligations.status(at) == "OBLIGED")
        one_by_one = await numbers(connection, said)
        together = await numbers(connection, obligations.obliged(at, actor.c.id))
    await database.close()
    assert together == one_by_one
    assert bool(together) == (day >= "2026-01-01")


async def numbers(connection: AsyncConnection, statement: sa.Select[Any]) -> list[int]:
    return sorted((await connection.execute(statement)).scalars())


BEFORE, AFTER = (date(2020, 1, 1), DAY), (DAY + timedelta(1), date(2030, 1, 1))
AROUND_THE_DAY = (date(2020, 1, 1), date(2030, 1, 1))
"""Periods that have ended on the day, that begin after it, and that hold it."""
HELD = "DATE '2020-01-01' AS valid_from, NULL::date AS valid_to, NULL::timestamptz AS recorded_to"
# A reading is made of an outcome and of whether the agency requires e-identification; None is an agency nobody read.
READINGS = [None, ("OBLIGED", None), ("OBLIGED", True), ("OBLIGED", False), ("EXEMPT_BY_STATUTE", True)]
CASES = list(
    product(("STATE_AGENCY", "MUNICIPALITY"), (None, True, False), READINGS, (None, BEFORE, AROUND_THE_DAY, AFTER))
)


@pytest.mark.parametrize("proposed", [False, True])
@pytest.mark.parametrize("in_operation", [BEFORE, AROUND_THE_DAY, AFTER])
@pytest.mark.parametrize("in_force", [BEFORE, AROUND_THE_DAY, AFTER])
async def test_every_case_of_an_obligation_is_the_same_in_sql_and_in_the_rules(
    connection: AsyncConnection, in_force: tuple[date, date], in_operation: tuple[date, date], *, proposed: bool
) -> None:
    await put_cases(connection, in_force, in_operation, proposed=proposed)
    in_operation_then, in_force_then = obligation.Period(*in_operation), obligation.Period(*in_force)
    rule = obligation.Rule(
        "1", SystemCode.E_IDENTIFICATION, "SFS 2023:709 3 §", in_force_then, in_operation_then, proposed=proposed
    )
    ground = Wording("grund", "ground")
    expected = []
    for category, under_government, reading, exempt in CASES:
        read = reading and obligation.Assessment("1", ObligationStatus(reading[0]), ground, "SFS 2023:709", reading[1])
        exemption = exempt and obligation.Exemption(obligation.Period(*exempt), "1")
        who = obligation.Actor(
            PublicActorCategory(category), under_government, [read] if read else [], [exemption] if exemption else []
        )
        expected.append(str(obligation.assess(who, SystemCode.E_IDENTIFICATION, [rule], DAY).status))
    assert await answers(connection, models.PublicActor, obligations.status(AT)) == expected
    obliged = await numbers(connection, obligations.obliged(AT, table(models.PublicActor).c.id))
    assert obliged == [number for number, status in enumerate(expected) if status == "OBLIGED"]


async def put_cases(
    connection: AsyncConnection, in_force: tuple[date, date], in_operation: tuple[date, date], *, proposed: bool
) -> None:
    """Temporary tables in front of the register's own: one rule, its system, and an actor for each case."""
    begun, ended, opened, closed = (each.isoformat() for each in (*in_force, *in_operation))
    actors = [f"({number}, '{category}', {null(under)}::boolean)" for number, (category, under, *_) in numbered()]
    readings = [f"({number}, '{read[0]}', {null(read[1])}::boolean)" for number, (*_, read, _) in numbered() if read]
    exempt = [f"({number}, DATE '{each[0]}', DATE '{each[1]}')" for number, (*_, each) in numbered() if each]
    tables = {
        "obligation_rule": f"""1 AS id, 'E_IDENTIFICATION' AS system, {proposed} AS proposed, DATE '{begun}' AS
            in_force_from, DATE '{ended}' AS ends_on, {HELD}""",
        "authorisation_system": f"""1 AS id, 'E_IDENTIFICATION' AS code, DATE '{opened}' AS operation_from,
            DATE '{closed}' AS closed_on, {HELD}""",
        "public_actor": f"*, {HELD} FROM (VALUES {', '.join(actors)}) AS case_ (id, category, under_government)",
        "obligation_assessment": f"""*, 1 AS rule_id, {HELD}
            FROM (VALUES {", ".join(readings)}) AS case_ (actor_id, outcome, requires_e_identification)""",
        "exemption": f"*, {HELD} FROM (VALUES {', '.join(exempt)}) AS case_ (actor_id, exempt_from, exempt_until)",
    }
    for name, selected in tables.items():
        await connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {name} AS SELECT {selected}")


def numbered() -> Iterator[tuple[int, Any]]:
    return enumerate(CASES)


def null(value: object) -> str:
    return "NULL" if value is None else str(value)


async def assessed(connection: AsyncConnection, at: Moment) -> Any:  # noqa: ANN401 -- a function of an actor's row
    """The pure rules over everything that was recorded of obligations on the day."""

    async def all_of(model: type[Fact]) -> list[Record]:
        return [Record(model, row, at) for row in await rows(connection, described(model, at))]

    systems = {each["code"]: each for each in await all_of(models.AuthorisationSystem)}
    found = await all_of(models.ObligationRule)
    keys = {rule["id"]: rule["key"] for rule in found}
    rules = [_rule(rule, systems.get(rule["system"])) for rule in found]
    readings, exemptions = await all_of(models.ObligationAssessment), await all_of(models.Exemption)

    def judge(actor: Any) -> str:  # noqa: ANN401 -- a row
        who = obligation.Actor(
            category=actor["category"],
            under_government=actor["under_government"],
            assessments=[_assessment(each, keys[each["rule_id"]]) for each in of(actor, readings)],
            exemptions=[
                obligation.Exemption(obligation.Period(each["exempt_from"], each["exempt_until"]), each["case_number"])
                for each in of(actor, exemptions)
            ],
        )
        return obligation.assess(who, SystemCode.E_IDENTIFICATION, rules, at.as_of).status

    return judge


def of(actor: Any, records: list[Record]) -> Iterator[Record]:  # noqa: ANN401 -- a row
    return (each for each in records if each["actor_id"] == actor["id"])
