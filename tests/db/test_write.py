"""Single deeds: described anew, corrected, never overwritten; and the log nobody can bend."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from auktor.core.vocabulary import LegalForm, ProvenanceKind
from db.audit import FIRST_HASH, Deed, audit, entry_hash
from db.models import Review, Supplier
from db.write import NotInRegister, RevisionStamp, VersionConflict, begin, correct, hold, record

FOUNDED, RENAMED, LATER = date(2024, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
SUPPLIER = {
    "name": "Ett AB",
    "legal_form": LegalForm.LIMITED_COMPANY,
    "state_owned": False,
    "provenance": ProvenanceKind.REPORTED,
    "reference": "diarium 1",
}
NOW = "SELECT name, valid_from, valid_to FROM supplier WHERE recorded_to IS NULL ORDER BY valid_from"


@pytest.fixture
async def engine(fresh_database: str) -> AsyncGenerator[AsyncEngine, None]:
    engine = create_async_engine(fresh_database, poolclass=sa.NullPool)
    yield engine
    await engine.dispose()


@pytest.fixture
async def connection(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection, None]:
    async with engine.begin() as connection:
        yield connection


async def rows(connection: AsyncConnection, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await connection.execute(sa.text(sql))]


async def next_revision(engine: AsyncEngine, write: Callable[[AsyncConnection, RevisionStamp], Awaitable[int]]) -> None:
    async with engine.begin() as connection:
        await write(connection, await begin(connection))


async def test_a_new_object_is_recorded_with_the_law_of_its_noun(connection: AsyncConnection) -> None:
    stamp = await begin(connection)
    version = await record(connection, stamp, Supplier, "ett", SUPPLIER, valid_from=FOUNDED)
    described = "SELECT version, name, legal_source, revision, recorded_from FROM supplier"
    assert await rows(connection, described) == [(version, "Ett AB", "SFS 2023:704 7 §", 1, stamp.recorded_at)]
    assert await rows(connection, "SELECT kind, key, change, public FROM change") == [
        ("supplier", "ett", "ADDED", True)
    ]


async def test_what_is_recorded_from_a_later_day_ends_the_description_before(engine: AsyncEngine) -> None:
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", SUPPLIER, valid_from=FOUNDED))
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", {"name": "Två AB"}, valid_from=RENAMED))
    async with engine.begin() as connection:
        assert await rows(connection, NOW) == [("Ett AB", FOUNDED, RENAMED), ("Två AB", RENAMED, None)]
        assert await rows(connection, "SELECT change FROM change ORDER BY sequence") == [("ADDED",), ("CHANGED",)]


async def test_what_is_recorded_from_the_same_day_takes_the_place_of_the_description(engine: AsyncEngine) -> None:
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", SUPPLIER, valid_from=FOUNDED))
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", {"name": "Två AB"}, valid_from=FOUNDED))
    async with engine.begin() as connection:
        assert await rows(connection, NOW) == [("Två AB", FOUNDED, None)]


async def test_what_is_recorded_from_an_earlier_day_holds_until_the_description_after(engine: AsyncEngine) -> None:
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", SUPPLIER, valid_from=RENAMED))
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", {"name": "Noll AB"}, valid_from=FOUNDED))
    async with engine.begin() as connection:
        assert await rows(connection, NOW) == [("Noll AB", FOUNDED, RENAMED), ("Ett AB", RENAMED, None)]


async def test_a_correction_holds_as_long_as_what_it_corrects_and_keeps_it(engine: AsyncEngine) -> None:
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", SUPPLIER, valid_from=FOUNDED))
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", {"name": "Två AB"}, valid_from=RENAMED))
    wrong = {"name": "Ett Aktiebolag"}
    await next_revision(engine, lambda c, s: correct(c, s, Supplier, "ett", wrong, on=date(2025, 6, 1)))
    async with engine.begin() as connection:
        assert await rows(connection, NOW) == [("Ett Aktiebolag", FOUNDED, RENAMED), ("Två AB", RENAMED, None)]
        assert await rows(connection, "SELECT count(*) FROM supplier WHERE recorded_to IS NOT NULL") == [(2,)]


async def test_of_two_who_change_the_same_version_the_second_is_told_of_the_newer(engine: AsyncEngine) -> None:
    await next_revision(engine, lambda c, s: record(c, s, Supplier, "ett", SUPPLIER, valid_from=FOUNDED))
    async with engine.begin() as connection:
        read = int((await connection.execute(sa.text("SELECT version FROM supplier"))).scalar_one())

    async def rename(name: str) -> None:
        async with engine.begin() as connection:
            stamp = await begin(connection)
            facts = {"name": name}
            await correct(connection, stamp, Supplier, "ett", facts, on=FOUNDED, expected_version=read)

    first, second = await asyncio.gather(rename("A"), rename("B"), return_exceptions=True)
    conflict = first or second
    assert (first is None) != (second is None)
    assert isinstance(conflict, VersionConflict)
    assert conflict.values["expected"] == read
    assert conflict.values["found"] > read


async def test_a_link_is_given_by_key_and_one_to_nothing_is_refused(connection: AsyncConnection) -> None:
    stamp = await begin(connection)
    await record(connection, stamp, Supplier, "ett", SUPPLIER, valid_from=FOUNDED)
    origin = {"provenance": ProvenanceKind.REPORTED, "reference": "diarium 2", "opened_on": RENAMED}
    await record(connection, stamp, Review, "r", {**origin, "supplier_id": "ett"}, valid_from=RENAMED)
    with pytest.raises(NotInRegister, match="holds no supplier tva"):
        await record(connection, stamp, Review, "q", {**origin, "supplier_id": "tva"}, valid_from=RENAMED)


async def test_what_the_register_does_not_describe_on_a_day_cannot_be_corrected_there(
    connection: AsyncConnection,
) -> None:
    stamp = await begin(connection)
    with pytest.raises(NotInRegister):
        await correct(connection, stamp, Supplier, "ett", {"name": "A"}, on=FOUNDED)


async def test_revisions_follow_the_order_of_commits(engine: AsyncEngine) -> None:
    async def write() -> RevisionStamp:
        async with engine.begin() as connection:
            await hold(connection)
            return await begin(connection)

    stamps = sorted(await asyncio.gather(*(write() for _ in range(8))))
    assert [number for number, _ in stamps] == list(range(1, 9))
    assert [at for _, at in stamps] == sorted({at for _, at in stamps})


async def test_a_chain_of_hashes_begins_with_zeros_and_covers_every_column(connection: AsyncConnection) -> None:
    stamp = await begin(connection)
    deed = Deed("anna", "case_officer", "sign_agreement", "supplier ett", after={"namn": "Åå", "n": 1}, reason="§ 15")
    first = await audit(connection, deed, stamp)
    second = await audit(connection, Deed("bo", "auditor", "look", refused="FORBIDDEN"))
    entries = [dict(row) for row in (await connection.execute(sa.text("SELECT * FROM audit_entry"))).mappings()]
    assert [entry["previous_hash"] for entry in entries] == [FIRST_HASH, first]
    assert [entry["hash"] for entry in entries] == [first, second] == [entry_hash(entry) for entry in entries]
    for column in entries[0].keys() - {"sequence", "hash"}:
        bent = {**entries[0], column: datetime(2020, 1, 1, tzinfo=UTC) if column == "at" else "bent"}
        assert entry_hash(bent) != first, column


async def test_an_entry_of_the_log_can_neither_be_changed_nor_deleted(connection: AsyncConnection) -> None:
    await audit(connection, Deed("anna", "admin", "load"))
    for bending in ("UPDATE audit_entry SET actor = 'bo'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"):
        with pytest.raises(DBAPIError, match="is refused: what the register has recorded"):
            async with connection.begin_nested():
                await connection.execute(sa.text(bending))


def test_the_hash_of_an_entry_is_what_it_has_always_been() -> None:
    entry = {
        "at": datetime(2026, 1, 1, 12, tzinfo=UTC),
        "revision": 1,
        "actor": "anna",
        "role": "admin",
        "deed": "load",
        "subject": "suppliers.csv",
        "refused": None,
        "before": None,
        "after": {"suppliers": {"added": 1}},
        "reason": None,
        "request_id": None,
        "previous_hash": FIRST_HASH,
    }
    assert entry_hash(entry) == "fbd51f79cc16aa73374982213f2443fb759c8e24e890c008527ffb718df24a39"
