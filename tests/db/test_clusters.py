"""Every promised version of PostgreSQL is really tested on."""

import asyncio

import asyncpg
import pytest

from tests import clusters
from tests.clusters import Server


def ask(url: str, sql: str) -> object:
    async def run() -> object:
        connection = await asyncpg.connect(url.replace("+asyncpg", "", 1))
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return asyncio.run(run())


@pytest.mark.every_postgres
def test_each_postgres_at_hand_answers_with_its_own_version(postgres: Server) -> None:
    version = str(ask(postgres.url, "SHOW server_version_num"))[:2]
    if postgres.name == "given":
        assert int(version) >= 15
    else:
        assert version == postgres.name


@pytest.mark.every_postgres
def test_a_new_database_has_the_tables_of_the_migrations(fresh_database: str) -> None:
    assert ask(fresh_database, "SELECT to_regclass('alembic_version') IS NOT NULL")


@pytest.mark.every_postgres
def test_a_database_reads_and_writes_swedish(bare_database: str) -> None:
    assert ask(bare_database, "SELECT upper('åäö') || current_setting('server_encoding')") == "ÅÄÖUTF8"


@pytest.mark.every_postgres
def test_what_one_test_writes_another_does_not_see(postgres: Server, migrated: str) -> None:
    with clusters.database(postgres, like=migrated) as one, clusters.database(postgres, like=migrated) as other:
        ask(one, "CREATE TABLE written_by_one ()")
        assert ask(other, "SELECT to_regclass('written_by_one') IS NULL")


def test_a_database_of_a_test_is_gone_after_it(postgres: Server) -> None:
    with clusters.database(postgres) as url:
        assert ask(url, "SELECT 1") == 1
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        ask(url, "SELECT 1")
