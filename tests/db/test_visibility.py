"""Who sees which row and which fact: every noun, every role, rows of one's own and of others, on the real database."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.declaring import meaning_of as meaning_of_input
from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role
from db import write
from db.engine import Database, rows
from db.facts import NOUNS, Fact, meaning_of
from db.load import load
from db.models import (
    Application,
    AuditEntry,
    Change,
    Decision,
    MonthlyVolume,
    Preparation,
    Review,
    ReviewFinding,
    Service,
    Supplier,
)
from db.select import described, versions_of
from db.visibility import ANYONE, RULES, Viewer, is_withheld, seen_columns, visible
from tests.db.withheld import (
    ALFA,
    DECIDED,
    JUNE,
    NOUNS_AND_VOLUMES,
    RECEIVED,
    STAFF,
    VIEWERS,
    all_keys,
    application,
    fill,
    review,
    shown,
    table,
)
from tests.publish.small_register import describe, supplier


@pytest.fixture(scope="module")
def register(module_database: str) -> str:
    """The bundled register, its examples, and the rows of `tests.db.withheld`."""
    asyncio.run(fill(module_database))
    return module_database


@pytest.fixture
async def database(register: str) -> AsyncGenerator[Database, None]:
    database = Database(register)
    yield database
    await database.close()


async def keys(database: Database, statement: sa.Select[tuple[object, ...]]) -> set[str]:
    async with database.reading() as connection:
        return {row["key"] for row in await rows(connection, statement)}


async def column(database: Database, statement: sa.Select[tuple[object, ...]], *names: str) -> set[tuple[object, ...]]:
    async with database.reading() as connection:
        return {tuple(row[name] for name in names) for row in await rows(connection, statement)}


@pytest.mark.parametrize("name", VIEWERS)
async def test_a_viewer_sees_what_is_open_and_of_the_withheld_what_its_role_may(database: Database, name: str) -> None:
    viewer = VIEWERS[name]
    everything = {noun: await all_keys(database, model) for noun, model in NOUNS.items()}
    seen = {noun: await keys(database, described(model, JUNE, viewer)) for noun, model in NOUNS.items()}
    assert all(everything.values()), "a noun has no row to try with"
    assert seen == {noun: shown(name, noun, held) for noun, held in everything.items()}


@pytest.mark.parametrize("name", VIEWERS)
async def test_the_history_of_what_is_withheld_is_withheld_alike(database: Database, name: str) -> None:
    viewer = VIEWERS[name]
    for model in (model for model in NOUNS.values() if model.noun.withheld):
        now = await column(database, described(model, JUNE, viewer), "id")
        past = await column(database, versions_of(model, JUNE, viewer), "id")
        told_later = viewer.role in STAFF or model in {Review, ReviewFinding}
        assert past >= now if told_later else past == now


@pytest.mark.parametrize("name", VIEWERS)
async def test_how_much_one_actor_used_is_seen_by_itself_and_those_who_work_with_the_cases(
    database: Database, name: str
) -> None:
    volume = table(MonthlyVolume)
    statement = sa.select(volume.c.quantity).where(visible(MonthlyVolume, VIEWERS[name]), volume.c.quantity < 23)
    seen = {quantity for (quantity,) in await column(database, statement, "quantity")}
    expected = {11, 22} if VIEWERS[name].role in STAFF else {"verket": {11}}.get(name, set())
    assert seen & {11, 22} == expected


@pytest.mark.parametrize("name", VIEWERS)
async def test_that_a_withheld_object_changed_is_seen_by_those_who_work_with_the_cases(
    database: Database, name: str
) -> None:
    statement = sa.select(table(Change).c.key).where(visible(Change, VIEWERS[name]))
    seen = await column(database, statement, "key")
    assert ("alfa",) in seen
    assert (("beta-ansokan",) in seen) == (VIEWERS[name].role in STAFF)


@pytest.mark.parametrize("model", [Supplier, Service])
@pytest.mark.parametrize("name", [*VIEWERS, "gamma"])
async def test_who_has_only_applied_is_seen_by_itself_and_those_who_work_with_the_cases(
    database: Database, name: str, model: type[Fact]
) -> None:
    viewer = VIEWERS.get(name) or Viewer(Role.SUPPLIER, "gamma", "g")
    keys = {key for (key,) in await column(database, described(model, JUNE, viewer), "key")}
    applicant = {"gamma", "gamma-legitimation"}
    assert bool(keys & applicant) == (viewer.role in STAFF or name == "gamma")
    assert keys - applicant


@pytest.mark.parametrize("name", VIEWERS)
async def test_that_an_applicant_is_in_the_register_is_not_told_by_its_changes(database: Database, name: str) -> None:
    statement = sa.select(table(Change).c.key).where(visible(Change, VIEWERS[name]))
    keys = {key for (key,) in await column(database, statement, "key")}
    assert bool(keys & {"gamma", "gamma-legitimation"}) == (VIEWERS[name].role in STAFF)


async def test_who_has_signed_is_seen_by_all(database: Database) -> None:
    keys = {key for (key,) in await column(database, described(Supplier, JUNE, ANYONE), "key")}
    assert {"alfa", "beta"} <= keys


@pytest.mark.parametrize("name", VIEWERS)
async def test_the_audit_log_is_seen_by_auditors_and_administrators(database: Database, name: str) -> None:
    statement = sa.select(table(AuditEntry).c.actor).where(visible(AuditEntry, VIEWERS[name]))
    seen = await column(database, statement, "actor")
    assert (("bo",) in seen) == (VIEWERS[name].role in {Role.AUDITOR, Role.ADMIN})


@pytest.mark.parametrize("name", VIEWERS)
async def test_whom_a_supplier_relies_on_is_seen_by_itself_and_those_who_work_with_the_cases(
    database: Database, name: str
) -> None:
    viewer = VIEWERS[name]
    statement = sa.select(*seen_columns(Supplier, viewer)).where(table(Supplier).c.name.in_(["alfa AB", "beta AB"]))
    seen = await column(database, statement, "name", "relied_capacity")
    sees = {"alfa AB", "beta AB"} if viewer.role in STAFF else {"alfa AB"} if name == "alfa" else set()
    assert seen == {
        (f"{of} AB", f"{of} litar på ett annat bolag" if f"{of} AB" in sees else None) for of in ("alfa", "beta")
    }


@pytest.mark.parametrize("name", ["alfa", "verket"])
async def test_a_party_does_not_see_who_prepared_and_took_its_decision(database: Database, name: str) -> None:
    statement = sa.select(*seen_columns(Decision, VIEWERS[name])).where(visible(Decision, VIEWERS[name]))
    assert await column(database, statement, "prepared_by", "decided_by") == {(None, None)}


async def test_a_rule_means_the_same_where_the_question_reads_the_same_tables_itself(database: Database) -> None:
    finding, reviewed, names = table(ReviewFinding), table(Review), table(Supplier).metadata.tables["supplier_identity"]
    statement = (
        sa.select(names.c.key, finding.c.id)
        .join_from(finding, reviewed, reviewed.c.id == finding.c.review_id)
        .join(names, names.c.id == reviewed.c.supplier_id)
        .where(visible(ReviewFinding, ALFA))
    )
    public = {"beta", "bristexempel", "exempelkort", "pahittade-legitimationer"}
    assert await keys(database, statement) == {"alfa", *public}


async def test_what_was_recorded_as_anothers_by_mistake_is_not_shown_to_it_when_corrected(
    fresh_database: str,
) -> None:
    database = Database(fresh_database)
    await load(fresh_database, [Path("data/register")], actor="test")
    beta, gamma = supplier("beta", "Beta AB", "556000-0175"), supplier("gamma", "Gamma AB", "556000-0183")
    await describe(database, beta, gamma, application("beta"))
    async with database.writing() as connection:
        stamp = await write.begin(connection)
        await write.correct(connection, stamp, Application, "beta-ansokan", {"supplier_id": "gamma"}, on=RECEIVED)
    seen = {
        key: await column(database, versions_of(Application, JUNE, Viewer(Role.SUPPLIER, key)), "case_number")
        for key in ("beta", "gamma")
    }
    await database.close()
    assert seen == {"beta": set(), "gamma": {("beta 1",)}}


async def test_what_was_public_by_mistake_is_not_shown_again_when_corrected(fresh_database: str) -> None:
    database = Database(fresh_database)
    await load(fresh_database, [Path("data/register")], actor="test")
    await describe(database, supplier("beta", "Beta AB", "556000-0175"), *review("beta", "Bristen är åtgärdad."))
    before = await column(database, versions_of(ReviewFinding, JUNE, ANYONE), "description")
    async with database.writing() as connection:
        stamp = await write.begin(connection)
        await write.correct(connection, stamp, ReviewFinding, "beta-brist", {"public": False}, on=DECIDED)
    after = await column(database, versions_of(ReviewFinding, JUNE, ANYONE), "description")
    await database.close()
    assert (before, after) == ({("påhittad",)}, set())


def test_whom_each_withheld_noun_and_fact_is_shown_to_is_declared_and_nothing_else_is() -> None:
    nouns = {name for name, model in NOUNS.items() if model.noun.withheld}
    facts = {
        f"{name}.{column.name}"
        for name, each in NOUNS_AND_VOLUMES.items()
        for column in each.columns
        if (meaning := meaning_of(column)) and meaning.withheld
    }
    partly_open = {"supplier", "service"}
    others = partly_open | {"monthly_volume", "audit_entry", "change", "preparation", "preparation_decided"}
    assert set(RULES) == nouns | facts | others


WHO_PREPARES = [(each, role) for each in (*DEEDS.values(), PUBLISH_EDITION) for role in sorted(each.prepared_by)]


@pytest.mark.parametrize(("deed", "role"), WHO_PREPARES, ids=[f"{each.name} {role}" for each, role in WHO_PREPARES])
async def test_whoever_prepares_a_deed_finds_what_it_prepared(database: Database, deed: Deed, role: Role) -> None:
    viewer = Viewer(role, "exempelverket" if role.bound_to else None, "eva")
    asked = {each.name: meaning_of_input(each).refers_to for each in fields(deed.order)}
    content = {name: viewer.organisation for name, refers_to in asked.items() if refers_to == role.bound_to}
    kept = {
        "deed": deed.name,
        "content": content,
        "prepared_by": "eva",
        "role": str(role),
        "at": datetime.now(UTC),
        "revision": 1,
    }
    prepared = table(Preparation)
    async with database.writing() as connection, connection.begin_nested() as undone:
        await connection.execute(sa.insert(prepared).values(kept))
        found = await connection.scalar(
            sa.select(sa.func.count()).select_from(prepared).where(visible(Preparation, viewer))
        )
        await undone.rollback()
    assert found == 1


def test_no_table_that_is_no_noun_is_open_but_editions_and_the_revision() -> None:
    tables = {each.__tablename__: each for each in SQLModel.__subclasses__() if hasattr(each, "__table__")}
    is_open = {name for name, each in tables.items() if str(visible(each, ANYONE)) == "true"}
    assert is_open == {"edition", "revision"}


def test_a_withheld_noun_without_a_rule_is_shown_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.visibility.RULES", {})
    assert is_withheld(Application)
    assert [str(visible(Application, viewer)) for viewer in VIEWERS.values()] == ["false"] * len(VIEWERS)


def test_to_a_stranger_no_withheld_fact_is_even_named_to_the_database() -> None:
    assert "supplier.relied_capacity" not in str(sa.select(*seen_columns(Supplier, ANYONE)))
