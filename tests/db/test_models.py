"""The database holds the law by itself: what it must refuse is refused, whoever asks and by whatever program."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import asyncpg
import pytest

from db import ddl, migrate
from db.facts import NOUNS
from tests import clusters
from tests.clusters import Server


class Writer:
    """A register being written to in one transaction at a time, by hand."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection

    async def add(self, table: str, key: str, **facts: object) -> int:
        """Add a version inside the revision that is open; gives the number of the object."""
        revision = await self.connection.fetchrow("SELECT number, recorded_at FROM revision")
        assert revision is not None
        known = f"SELECT id FROM {table}_identity WHERE key = $1"  # noqa: S608 -- a table of the model
        number = await self.connection.fetchval(known, key)
        if number is None:
            await self.insert(f"{table}_identity", {"key": key})
            number = await self.connection.fetchval(known, key)
        row = {
            "id": number,
            "revision": revision["number"],
            "recorded_from": revision["recorded_at"],
            "valid_from": "2025-01-01",
            "provenance": "EXAMPLE",
            "reference": "a test",
            "legal_source": "SFS 2023:704",
        } | facts
        await self.insert(table, row)
        return int(number)

    async def insert(self, table: str, row: dict[str, object]) -> None:
        """Insert one row, each value as PostgreSQL reads it from text."""
        values = ", ".join(_sql(value) for value in row.values())
        columns = ", ".join(row)
        await self.connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})")  # noqa: S608 -- as above

    async def system(self) -> None:
        """An authority and the system for e-identification."""
        authority = await self.add("providing_authority", "digg", name="Digg", organisation_number="202100-6883")
        names = {"name_sv": "e-legitimering", "name_en": "e-identification"}
        await self.add(
            "authorisation_system", "E_IDENTIFICATION", code="E_IDENTIFICATION", authority_id=authority, **names
        )

    async def supplier(self, key: str = "exempel", **facts: object) -> int:
        """A supplier."""
        usual = {"name": "Exempel AB", "legal_form": "LIMITED_COMPANY", "state_owned": False}
        return await self.add("supplier", key, **usual | {"organisation_number": "556630-4928"} | facts)

    async def agreement(self, supplier: int, key: str = "avtal", **facts: object) -> int:
        """An agreement of a supplier, in force from 2026."""
        signed = {"signed_by_authority_on": "2025-12-01", "signed_by_supplier_on": "2025-12-01"}
        usual = {"supplier_id": supplier, "system": "E_IDENTIFICATION", "in_force_from": "2026-01-01"}
        return await self.add("supplier_agreement", key, **usual | signed | facts)

    async def fee(self, tiers: list[tuple[int, int | None]], **facts: object) -> None:
        """A fee rule with tiers."""
        usual = {
            "system": "E_IDENTIFICATION",
            "item": "IDENTIFICATION",
            "unit": "PER_COMPLETED_TRANSACTION",
            "vat": "EXCLUDED",
            "dimension": "VOLUME",
            "calculation": "MARGINAL",
            "rounding": "öre",
            "in_force_from": "2026-01-01",
        }
        rule = await self.add("fee_rule", "avgift", **usual | facts)
        for start, end in tiers:
            await self.add(
                "fee_tier", f"steg-{start}", fee_rule_id=rule, from_quantity=start, to_quantity=end, amount_sek="0.12"
            )


def _sql(value: object) -> str:
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"


@pytest.fixture
async def connection(fresh_database: str) -> AsyncGenerator[asyncpg.Connection, None]:
    connection = await asyncpg.connect(fresh_database.replace("+asyncpg", ""))
    yield connection
    await connection.close()


@pytest.fixture
async def writer(connection: asyncpg.Connection) -> Writer:
    """A writer inside an open revision; constraints of the whole are checked when a test says `settle`."""
    await connection.execute("BEGIN; SELECT begin_revision()")
    return Writer(connection)


async def settle(writer: Writer) -> None:
    await writer.connection.execute("COMMIT")


async def kept(writer: Writer) -> int:
    """A supplier that is recorded for good, and a new revision open after it."""
    supplier = await writer.supplier()
    await settle(writer)
    await writer.connection.execute("BEGIN; SELECT begin_revision()")
    return supplier


def refusal(code: str) -> Any:  # noqa: ANN401 -- pytest's context
    """The refusal with one SQLSTATE."""
    return pytest.raises(asyncpg.PostgresError, check=lambda error: getattr(error, "sqlstate", None) == code)


CHECK, EXCLUSION, FOREIGN, NOT_NULL = "23514", "23P01", "23503", "23502"


async def test_what_is_recorded_is_never_rewritten(writer: Writer) -> None:
    await kept(writer)
    with refusal("AK001"):
        await writer.connection.execute("UPDATE supplier SET name = 'Annat AB'")


async def test_a_closed_version_is_not_opened_again(writer: Writer) -> None:
    await kept(writer)
    await writer.connection.execute("UPDATE supplier SET recorded_to = (SELECT recorded_at FROM revision)")
    with refusal("AK001"):
        await writer.connection.execute("UPDATE supplier SET recorded_to = NULL")


async def test_a_version_ends_at_the_time_of_the_revision_that_ends_it(writer: Writer) -> None:
    await kept(writer)
    with refusal("AK001"):
        await writer.connection.execute("UPDATE supplier SET recorded_to = now() + interval '1 day'")


@pytest.mark.parametrize("deed", ["DELETE FROM supplier", "TRUNCATE supplier", "DELETE FROM supplier_identity"])
async def test_nothing_recorded_is_removed(writer: Writer, deed: str) -> None:
    await kept(writer)
    with refusal("AK001"):
        await writer.connection.execute(deed)


@pytest.mark.parametrize("table", ["change", "audit_entry", "edition", "revision", "supplier_identity"])
async def test_what_the_register_keeps_of_itself_only_grows(writer: Writer, table: str) -> None:
    with refusal("AK001"):
        await writer.connection.execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("noun", sorted(NOUNS))
async def test_no_noun_can_be_emptied(connection: asyncpg.Connection, noun: str) -> None:
    with refusal("AK001"):
        await connection.execute(f"TRUNCATE {noun}")


async def test_an_identity_keeps_its_key(writer: Writer) -> None:
    await kept(writer)
    with refusal("AK001"):
        await writer.connection.execute("UPDATE supplier_identity SET key = 'annan'")


async def test_nobody_says_that_the_register_knew_earlier_than_it_did(writer: Writer) -> None:
    with refusal("AK002"):
        await writer.supplier(recorded_from="2020-01-01T00:00:00Z")


async def test_a_new_version_carries_the_revision_that_is_open(writer: Writer) -> None:
    with refusal("AK002"):
        await writer.supplier(revision=0)


async def test_nothing_is_recorded_without_a_revision(writer: Writer) -> None:
    await settle(writer)
    with refusal("AK002"):
        await writer.supplier()


async def test_what_an_agreement_rests_on_must_be_described_when_it_begins(writer: Writer) -> None:
    await writer.system()
    supplier = await writer.supplier(valid_from="2026-06-01")
    await writer.agreement(supplier, valid_from="2026-01-01")
    with refusal("AK003"):
        await settle(writer)


async def test_a_reference_to_nothing_is_refused(writer: Writer) -> None:
    await writer.system()
    with refusal(FOREIGN):
        await writer.agreement(987654321)
        await settle(writer)


@pytest.mark.parametrize(
    "tiers",
    [
        [],
        [(1, None)],
        [(0, 1000)],
        [(0, 1000), (2000, None)],
        [(0, 2000), (1000, None)],
    ],
    ids=["none", "not from 0", "no last", "gap", "overlap"],
)
async def test_the_tiers_of_a_fee_cover_every_quantity_once(
    writer: Writer, tiers: list[tuple[int, int | None]]
) -> None:
    await writer.system()
    await writer.fee(tiers)
    with refusal("AK004"):
        await settle(writer)


async def test_whole_tiers_are_accepted(writer: Writer) -> None:
    await writer.system()
    await writer.fee([(0, 1000), (1000, 2000), (2000, None)])
    await settle(writer)


async def test_a_fee_is_in_force_only_while_its_regulation_is(writer: Writer) -> None:
    await writer.system()
    regulation = await writer.add(
        "regulation", "mdffs", title="Avgifter", kind="BASE", subject="FEE", in_force_from="2026-07-01"
    )
    await writer.fee([(0, None)], regulation_id=regulation)
    with refusal("AK005"):
        await settle(writer)


async def test_a_regulation_is_not_repealed_under_its_fees(writer: Writer) -> None:
    await writer.system()
    facts = {"title": "Avgifter", "kind": "BASE", "subject": "FEE", "in_force_from": "2025-07-01"}
    regulation = await writer.add("regulation", "mdffs", **facts)
    await writer.fee([(0, None)], regulation_id=regulation)
    await settle(writer)
    await writer.connection.execute("BEGIN; SELECT begin_revision()")
    await writer.connection.execute("UPDATE regulation SET recorded_to = (SELECT recorded_at FROM revision)")
    await writer.add("regulation", "mdffs", **facts, repealed_on="2026-07-01")
    with refusal("AK005"):
        await settle(writer)


async def test_a_description_never_stops_without_another_that_follows(writer: Writer) -> None:
    with refusal("AK006"):
        await writer.supplier(valid_to="2026-06-01")


async def test_two_descriptions_of_one_object_never_hold_on_the_same_day(writer: Writer) -> None:
    await writer.supplier()
    with refusal(EXCLUSION):
        await writer.supplier(valid_from="2025-06-01")


async def test_a_supplier_has_one_agreement_at_a_time_in_a_system(writer: Writer) -> None:
    await writer.system()
    supplier = await writer.supplier()
    await writer.agreement(supplier, "det-forsta")
    with refusal(EXCLUSION):
        await writer.agreement(supplier, "det-andra", in_force_from="2026-06-01")


async def test_an_agreement_may_begin_the_day_the_one_before_ends(writer: Writer) -> None:
    await writer.system()
    supplier = await writer.supplier()
    await writer.agreement(supplier, "det-forsta", ends_on="2026-06-01", end_ground="TERM_EXPIRED")
    await writer.agreement(supplier, "det-andra", in_force_from="2026-06-01")
    await settle(writer)


@pytest.mark.parametrize(
    "facts",
    [
        {"organisation_number": "556630-4929"},
        {"organisation_number": "19121212-1212"},
        {"organisation_number": None},
        {"legal_form": "GUILD"},
        {"provenance": "RUMOUR"},
        {"valid_from": "2026-01-01", "valid_to": "2026-01-01"},
        {"valid_from": "-infinity"},
        {"foreign_country": "FI"},
    ],
    ids=str,
)
async def test_a_supplier_that_cannot_be_is_refused(writer: Writer, facts: dict[str, object]) -> None:
    with pytest.raises(asyncpg.PostgresError, check=lambda e: getattr(e, "sqlstate", "") in {CHECK, "22000"}):
        await writer.supplier(**facts)


async def test_a_supplier_that_is_only_reported_may_lack_its_number(writer: Writer) -> None:
    await writer.supplier(organisation_number=None, provenance="REPORTED")
    await settle(writer)


@pytest.mark.parametrize(
    "facts",
    [
        {"ends_on": "2026-01-01", "end_ground": "TERM_EXPIRED"},
        {"signed_by_supplier_on": "2026-02-01"},
        {"signed_by_supplier_on": None},
        {"notice_given_on": "2026-02-01"},
        {"end_ground": "TERM_EXPIRED"},
    ],
    ids=str,
)
async def test_an_agreement_that_cannot_be_is_refused(writer: Writer, facts: dict[str, object]) -> None:
    await writer.system()
    with refusal(CHECK):
        await writer.agreement(await writer.supplier(), **facts)


async def test_a_fact_without_a_legal_source_is_refused(writer: Writer) -> None:
    with refusal(NOT_NULL):
        await writer.supplier(legal_source=None)


async def test_recorded_times_follow_the_order_of_commits(fresh_database: str) -> None:
    address = fresh_database.replace("+asyncpg", "")

    async def open_and_commit() -> tuple[int, Any]:
        connection = await asyncpg.connect(address)
        async with connection.transaction():
            number, recorded_at = await connection.fetchrow("SELECT * FROM begin_revision()")
            await asyncio.sleep(0.01)
        await connection.close()
        return number, recorded_at

    stamps = sorted(await asyncio.gather(*(open_and_commit() for _ in range(8))))
    assert [number for number, _ in stamps] == list(range(1, 9))
    assert len({recorded for _, recorded in stamps}) == len(stamps)
    assert [recorded for _, recorded in stamps] == sorted(recorded for _, recorded in stamps)


CATALOGUE = """
    SELECT c.relname AS place, 'column ' || a.attname AS what, concat_ws(
        ' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity::text,
        col_description(c.oid, a.attnum)
    ) AS how
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT k.conrelid::regclass::text, 'constraint ' || k.conname, pg_get_constraintdef(k.oid)
    FROM pg_constraint AS k WHERE k.connamespace = 'public'::regnamespace AND k.contype <> 't'
    UNION ALL
    SELECT tablename, 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT c.relname, 'table', coalesce(obj_description(c.oid, 'pg_class'), '')
    FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
"""


async def catalogue(url: str) -> set[tuple[str, str, str]]:
    """Every table, column, constraint, index and comment of a database, as PostgreSQL itself tells them."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    found = {tuple(row) for row in await connection.fetch(CATALOGUE) if row["place"] != "alembic_version"}
    await connection.close()
    return found


def test_the_migrated_database_is_what_the_models_declare(fresh_database: str, bare_database: str) -> None:
    migrate.upgrade(bare_database, "0001")
    asyncio.run(_run(bare_database, ddl.statements()))
    declared, migrated = asyncio.run(catalogue(bare_database)), asyncio.run(catalogue(fresh_database))
    assert declared - migrated == set()
    assert migrated - declared == set()


async def _run(url: str, statements: Any) -> None:  # noqa: ANN401 -- an iterator of SQL
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    for statement in statements:
        await connection.execute(statement)
    await connection.close()


@pytest.mark.every_postgres
def test_every_migration_has_its_way_back(postgres: Server) -> None:
    with clusters.database(postgres) as url:
        migrate.upgrade(url)
        first = asyncio.run(catalogue(url))
        for earlier in ("0003", "0002", "0001", "base"):
            migrate.downgrade(url, earlier)
        assert asyncio.run(catalogue(url)) == set()
        migrate.upgrade(url)
        assert asyncio.run(catalogue(url)) == first
