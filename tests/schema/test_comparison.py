"""Two days compared, what was put right, and from when on an object is described."""

from collections.abc import AsyncGenerator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from db import models
from db.engine import Database
from db.write import begin, correct, hold, record
from schema.comparison import SHOWN
from schema.context import Context
from schema.corrections import TOLD
from schema.limits.reads import _COMPARED_NOUNS
from schema.schema import execute
from tests.schema.conftest import Ask

COMPARED = """query($asOf: Date!, $day: Date!, $first: Int!, $kind: String) {
  register(asOf: $asOf) { comparedWith(day: $day) {
    day counts { kind change fact count }
    objects(first: $first, kind: $kind) {
      id change facts { name old new }
      object { ... on Supplier { name status } ... on PublicActor { obligationStatus } }
    }
} } }"""


async def compared(ask: Ask, **variables: object) -> Any:  # noqa: ANN401 -- an answer
    return (await ask(COMPARED, **{"first": 100, **variables}))["register"]["comparedWith"]


async def test_a_supplier_that_came_onto_the_list_is_told_with_its_facts(ask: Ask) -> None:
    found = await compared(ask, asOf="2026-01-01", day="2025-12-31", kind="supplier")
    told = {each["id"]: each for each in found["objects"]}
    assert told["Supplier:finansiell-id-teknik"] == {
        "id": "Supplier:finansiell-id-teknik",
        "change": "CHANGED",
        "facts": [
            {"name": "listed", "old": "False", "new": "True"},
            {"name": "status", "old": None, "new": "CONNECTED"},
        ],
        "object": {"name": "Finansiell ID-Teknik BID AB", "status": "CONNECTED"},
    }


async def test_the_counts_are_of_all_however_few_are_told(ask: Ask) -> None:
    found = await compared(ask, asOf="2026-01-01", day="2025-12-31", first=1)
    counts = {(each["kind"], each["fact"]): each["count"] for each in found["counts"]}
    assert len(found["objects"]) == 1
    assert counts["public_actor", "obligation_status"] > 200


async def test_what_is_gone_is_shown_as_it_was(ask: Ask) -> None:
    found = await compared(ask, asOf="2025-12-31", day="2026-01-01", kind="service")
    gone = [each for each in found["objects"] if each["change"] == "REMOVED"]
    assert "Service:freja-plus" in {each["id"] for each in gone}
    assert all(each["object"] is not None for each in gone)


async def test_a_day_does_not_differ_from_itself(ask: Ask) -> None:
    found = await compared(ask, asOf="2026-06-01", day="2026-06-01")
    assert (found["counts"], found["objects"]) == ([], [])


async def test_a_comparison_tells_at_most_a_hundred(refused: Ask) -> None:
    assert await refused(COMPARED, asOf="2026-01-01", day="2025-12-31", first=101) == ["BAD_PAGE"]


async def test_more_than_can_be_told_is_refused(refused: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schema.comparison.MOST_OBJECTS", 10)
    assert await refused(COMPARED, asOf="2026-01-01", day="2025-12-31", first=1) == ["TOO_DIFFERENT"]


async def test_the_change_days_of_a_period_are_told_in_order(ask: Ask) -> None:
    answer = await ask('{ register { changeDays(from: "2025-12-01", to: "2026-07-02") } }')
    days = answer["register"]["changeDays"]
    assert days == sorted(set(days))
    assert {"2026-01-01", "2026-07-01"} <= set(days)
    assert all("2025-12-01" <= day < "2026-07-02" for day in days)


async def test_a_period_without_days_is_refused(refused: Ask) -> None:
    assert await refused('{ register { changeDays(from: "2026-01-01", to: "2026-01-01") } }') == ["BAD_PERIOD"]
    assert await refused('{ register { changeDays(from: "2000-01-01", to: "2026-01-01") } }') == ["BAD_PERIOD"]


async def test_from_when_on_an_object_is_described_is_told_on_any_day(ask: Ask) -> None:
    answer = await ask("""{ register(asOf: "2025-06-01") {
        later: describedFrom(id: "Service:freja-plus") never: describedFrom(id: "Service:nobody")
    } }""")
    assert answer["register"] == {"later": "2026-01-01", "never": None}


async def test_an_id_of_another_kind_is_refused(refused: Ask) -> None:
    assert await refused('{ register { describedFrom(id: "Planet:mars") } }') == ["BAD_ID"]


@pytest.fixture
async def written(fresh_register: str) -> AsyncGenerator[Database, None]:
    """A supplier whose name was wrong, and one that got a new one."""
    database = Database(fresh_register)
    async with database.writing() as connection:
        await hold(connection)
        stamp = await begin(connection)
        on = date(2026, 6, 1)
        await correct(connection, stamp, models.Supplier, "billo", {"name": "Billo AB", "reference": "brev"}, on=on)
        await record(connection, stamp, models.Supplier, "kivra", {"name": "Kivra Ny AB"}, valid_from=on)
    yield database
    await database.close()


async def test_what_was_wrong_is_told_and_what_became_otherwise_is_not(written: Database) -> None:
    asked = "{ corrections { id kind key validFrom reference facts { name old new } } }"
    answer: Any = (await execute(asked, Context(written, datetime.now(UTC)))).data
    assert answer["corrections"] == [
        {
            "id": "Supplier:billo",
            "kind": "supplier",
            "key": "billo",
            "validFrom": "2024-01-01",
            "reference": "brev",
            "facts": [
                {"name": "reference", "old": "https://billo.life/terms-of-use", "new": "brev"},
                {"name": "name", "old": "BILLO AB", "new": "Billo AB"},
            ],
        }
    ]
    earlier: Any = (
        await execute('{ corrections(before: "2024-01-01T00:00:00Z") { id } }', Context(written, datetime.now(UTC)))
    ).data
    assert earlier["corrections"] == []


def test_every_kind_that_is_compared_has_its_place_in_the_cost() -> None:
    assert len(TOLD) <= _COMPARED_NOUNS
    assert set(SHOWN) <= set(TOLD)
