"""What no index serves is named with what to do about it."""

from db.engine import Database
from db.indexing import LARGE, lacking


async def said(url: str, *before: str) -> list[str]:
    """What is lacking after some statements, which are taken back."""
    database = Database(url, pool_size=1)
    async with database.reading() as connection:
        await connection.rollback()
        await connection.exec_driver_sql("SET TRANSACTION READ WRITE")
        for each in before:
            await connection.exec_driver_sql(each)
        found = await lacking(connection)
        await connection.rollback()
    await database.close()
    return found


def rows(table: str, number: int) -> str:
    """Let the planner hold a table for so large."""
    return f"UPDATE pg_class SET reltuples = {number} WHERE relname = '{table}'"  # noqa: S608 -- the test's own words


async def test_every_index_that_is_declared_is_there_and_small_lists_need_no_other(module_database: str) -> None:
    assert await said(module_database) == []


async def test_an_index_that_is_missing_is_named_with_the_statement_that_makes_it(module_database: str) -> None:
    (sentence,) = await said(module_database, "DROP INDEX public_actor_by_county_code")
    assert sentence == (
        "The index public_actor_by_county_code is missing: what is asked of public_actor by county_code reads it "
        "whole. Make it: CREATE INDEX public_actor_by_county_code ON public_actor (county_code, sort_name, id);"
    )


async def test_a_large_list_is_named_with_the_facts_that_no_index_begins_with(module_database: str) -> None:
    assert await said(module_database, rows("public_actor", LARGE - 1)) == []
    (sentence,) = await said(module_database, rows("public_actor", LARGE))
    facts = sentence.partition("no index begins with ")[2].partition(":")[0].split(", ")
    assert sentence.startswith("The list public_actors has about 10,000 rows")
    assert "website" in facts
    assert not {"name", "category", "county_code", "municipality_code", "organisation_number"} & set(facts)
