"""The API's `diff` gives what `diff.ndjson` gives: between neighbours, editions apart, and an edition and now."""

import json
from collections import Counter
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from auktor.publications import Publications
from auktor.settings import Settings
from db.engine import Database
from publish.as_it_was import Asked, build_as_it_was
from publish.diff import differences
from publish.redaction import Redaction
from publish.release import Published, publish, redact
from schema.publications import Differences
from schema.schema import context_for, execute
from tests.publish.small_register import SMALL, START, actor, agreement, describe, supplier

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
DIFF = """query($from: Int!, $to: Int, $first: Int) { diff(fromEdition: $from, toEdition: $to) {
    toEdition { number }
    rows(first: $first) { table key { name value } change facts { name old new } } counts { table change count } } }"""
CHANGES = (
    (supplier("delta", "Delta AB", "559300-0010"), actor("gammal", "Gammal kommun", "MUNICIPALITY")),
    (agreement("delta-eid", "delta", "E_IDENTIFICATION", START), supplier("alfa", "Alfa Ny AB", "556000-0167")),
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
async def database(module_database: str, settings: Settings) -> AsyncGenerator[Database, None]:
    """Three editions and what no edition says yet."""
    database = Database(module_database)
    await describe(database, *SMALL)
    for day, change in enumerate(((), *CHANGES)):
        if change:
            await describe(database, *change)
        assert isinstance(await publish(database, settings.editions, now=NOW + timedelta(days=day)), Published), day
    await describe(database, actor("ny", "Ny kommun", "MUNICIPALITY"))
    yield database
    await database.close()


async def asked(database: Database, settings: Settings, **given: int) -> Any:  # noqa: ANN401 -- JSON
    context = context_for(database, publications=Publications(settings, database.url))
    answer = await execute(DIFF, context, given)
    return answer.errors[0].original_error.code if answer.errors else answer.data["diff"]


def edition(settings: Settings, number: int) -> Path:
    return settings.editions / f"editions/{number:06d}"


def text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


def told(line: dict[str, Any]) -> dict[str, Any]:
    """A line of diff.ndjson in the API's shape."""
    before, after = line["before"] or {}, line["after"] or {}
    facts = [{"name": name, "old": text(before.get(name)), "new": text(after.get(name))} for name in before | after]
    key = [{"name": name, "value": text(value)} for name, value in line["key"].items()]
    return {"table": line["table"], "key": key, "change": line["change"].upper(), "facts": facts}


@pytest.mark.parametrize("after", [2, 3])
async def test_neighbours_differ_as_the_published_file_says(database: Database, settings: Settings, after: int) -> None:
    lines = (edition(settings, after) / "diff.ndjson").read_text("utf-8").splitlines()
    found = (await asked(database, settings, **{"from": after - 1, "to": after}))["rows"]
    assert found == [told(json.loads(line)) for line in lines]
    assert found


async def test_editions_apart_differ_as_their_files_do(database: Database, settings: Settings) -> None:
    lines = differences(edition(settings, 1), edition(settings, 3))
    diff = await asked(database, settings, **{"from": 1, "to": 3})
    assert diff["rows"] == [told(line) for line in lines]
    assert {"name": "supplier", "old": None, "new": "delta"} in [f for each in diff["rows"] for f in each["facts"]]
    assert sum(each["count"] for each in diff["counts"]) == len(diff["rows"])
    counted = Counter((each["table"], each["change"]) for each in diff["rows"])
    assert {(each["table"], each["change"]): each["count"] for each in diff["counts"]} == counted


async def test_without_a_later_edition_the_register_of_now_is_compared(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    today = datetime.now(ZoneInfo("Europe/Stockholm")).date()
    await build_as_it_was(database, tmp_path / "now", Asked(today), now=datetime.now(UTC) + timedelta(minutes=1))
    diff = await asked(database, settings, **{"from": 3})
    assert diff["toEdition"] is None
    assert diff["rows"] == [told(line) for line in differences(edition(settings, 3), tmp_path / "now")]
    assert ("public-actors", "ADDED", "ny") in [(r["table"], r["change"], r["key"][0]["value"]) for r in diff["rows"]]


async def test_the_tables_are_read_once_whatever_is_asked_of_them(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int | None] = []

    async def noted(self: Publications, before: int, after: int | None, most: int) -> Differences:
        read.append(after)
        return await right(self, before, after, most)

    right = Publications.differences
    monkeypatch.setattr(Publications, "differences", noted)
    diff = await asked(database, settings, **{"from": 1, "to": 3})
    assert diff["toEdition"] == {"number": 3}
    assert diff["rows"]
    assert diff["counts"]
    assert read == [3]


async def test_only_the_first_are_given_and_all_are_counted(database: Database, settings: Settings) -> None:
    whole, first = [await asked(database, settings, **{"from": 1, "to": 3, **more}) for more in ({}, {"first": 1})]
    assert first == whole | {"rows": whole["rows"][:1]}


async def test_more_than_can_be_told_is_refused(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schema.diff.MOST_ROWS", 1)
    assert await asked(database, settings, **{"from": 1, "to": 3}) == "TOO_DIFFERENT"
    assert await asked(database, settings, **{"from": 1, "to": 3, "first": 2}) == "BAD_PAGE"


async def test_what_was_withdrawn_is_not_told(fresh_database: str, tmp_path: Path) -> None:
    settings, database = Settings(home=tmp_path), Database(fresh_database)
    await describe(database, *SMALL)
    await publish(database, settings.editions, now=NOW)
    await redact(database, settings.editions, Redaction(1, "Fel person", NOW), actor="pia")
    assert await asked(database, settings, **{"from": 1}) == "EDITION_WITHDRAWN"
    await database.close()
