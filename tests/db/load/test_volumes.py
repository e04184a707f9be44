"""Monthly volumes: many rows, no keys of their own, and history all the same."""

from datetime import date

import pytest

from tests.db.load.desk import Desk

HEADER = "actor,service,item,month,quantity,status\n"
JANUARY = "k,t,IDENTIFICATION,2026-01,{},PRELIMINARY\n"


@pytest.fixture
async def counted(desk: Desk) -> Desk:
    """A register with an actor and a service to count."""
    await desk.load(
        desk.put("providing_authorities.csv", "key,name,organisation_number,valid_from\nd,D,202100-6883,2024-01-01\n"),
        desk.put(
            "authorisation_systems.csv",
            "key,code,name_sv,name_en,authority,valid_from\nE_IDENTIFICATION,E_IDENTIFICATION,E,E,d,2024-01-01\n",
        ),
        desk.put("suppliers.csv", "key,name,legal_form,state_owned,valid_from\na,A,LIMITED_COMPANY,false,2024-01-01\n"),
        desk.put(
            "services.csv",
            "key,supplier,system,name,kind,status,assurance_level,non_resident,quality_mark,target_group,valid_from\n"
            "t,a,E_IDENTIFICATION,T,E_IDENTIFICATION,IN_OPERATION,LEVEL_3,false,false,PERSON,2024-01-01\n",
        ),
        desk.put("public_actors.csv", "key,name,category,valid_from\nk,K,REGION,2024-01-01\n"),
    )
    return desk


async def test_volumes_loaded_twice_change_nothing(counted: Desk) -> None:
    path = counted.put("monthly_volumes.csv", HEADER + JANUARY.format(100))
    first, second = await counted.load(path), await counted.load(path)
    assert (first.nouns[0].added, first.revision) == (1, 2)
    assert (second.nouns[0].unchanged, second.revision) == (1, None)


async def test_a_corrected_volume_keeps_the_one_before(counted: Desk) -> None:
    await counted.load(counted.put("monthly_volumes.csv", HEADER + JANUARY.format(100)))
    report = await counted.load(counted.put("monthly_volumes.csv", HEADER + JANUARY.format(90)))
    assert (report.nouns[0].added, report.nouns[0].corrected) == (0, 1)
    assert await counted.ask("SELECT quantity, month, recorded_to IS NULL FROM monthly_volume ORDER BY version") == [
        (100, date(2026, 1, 1), False),
        (90, date(2026, 1, 1), True),
    ]


async def test_one_change_row_tells_of_all_volumes_of_a_load(counted: Desk) -> None:
    rows = JANUARY.format(1) + JANUARY.format(2).replace("2026-01", "2026-03-01")
    await counted.load(counted.put("monthly_volumes.csv", HEADER + rows))
    changes = "SELECT key, change, public FROM change WHERE kind = 'monthly_volume'"
    assert await counted.ask(changes) == [("2026-01/2026-03", "ADDED", False)]


async def test_a_month_counted_twice_is_told_of(counted: Desk) -> None:
    problem = await counted.problem(counted.put("monthly_volumes.csv", HEADER + JANUARY.format(1) + JANUARY.format(2)))
    assert (problem.line, problem.reason) == (3, "The row speaks of the same as line 2")


async def test_a_volume_of_nobody_is_told_of(counted: Desk) -> None:
    row = "nobody,t,IDENTIFICATION,2026-01,1,FINAL\n"
    problem = await counted.problem(counted.put("monthly_volumes.csv", HEADER + row))
    assert (problem.line, problem.column, problem.value) == (2, "actor", "nobody")


async def test_a_volume_below_zero_is_told_of(counted: Desk) -> None:
    problem = await counted.problem(counted.put("monthly_volumes.csv", HEADER + JANUARY.format(-1)))
    assert problem.reason == "The row breaks the rule “quantity is not negative” (quantity -1)"
