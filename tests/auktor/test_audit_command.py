"""`auktor audit verify` ends with 0 on a whole log, and with 1 and the place on a bent one."""

import asyncio

import pytest

from auktor import cli
from db.engine import Database
from tests.db.deeds.office import Office

BEND = "UPDATE audit_entry SET actor = 'nobody' WHERE sequence = (SELECT min(sequence) FROM audit_entry)"


async def _deeds(url: str) -> None:
    database = Database(url)
    office = Office(database)
    await office.ground()
    await office.refused("review_application", application="ingen", on="2025-03-12")
    await database.close()


async def _bend(url: str) -> None:
    database = Database(url)
    async with database.writing() as connection:
        await connection.exec_driver_sql("SET LOCAL session_replication_role = 'replica'")
        await connection.exec_driver_sql(BEND)
    await database.close()


def test_an_empty_log_is_whole(
    fresh_database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUKTOR_DATABASE_URL", fresh_database)
    assert cli.run(["audit", "verify"]) == 0
    assert capsys.readouterr().out == f"The audit log is whole: 0 entries.\nHead: {'0' * 64}\n"


def test_a_bent_log_is_told_of_with_the_place(
    fresh_database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUKTOR_DATABASE_URL", fresh_database)
    asyncio.run(_deeds(fresh_database))
    asyncio.run(_bend(fresh_database))
    assert cli.run(["audit", "verify"]) == 1
    told = capsys.readouterr().err
    assert "entry 1: was changed after it was written (review_application by nobody)" in told
    assert "revision 1: changed the register, and no entry tells of it" in told


def test_a_head_that_is_not_in_the_log_is_missed(
    fresh_database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUKTOR_DATABASE_URL", fresh_database)
    assert cli.run(["audit", "verify", "--head", "f" * 64]) == 1
    assert "known head ffffffffffff" in capsys.readouterr().err
