import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import Database
from publish.diff import differences
from publish.release import publish
from publish.tables import FEES, TABLES
from tests.publish.reading import Rows, document, ndjson_rows
from tests.publish.small_register import START, agreement, describe, supplier

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def applied(before: Rows, lines: Iterable[dict[str, Any]], table: str) -> Rows:
    """The rows of a table after the lines of a diff, in no particular order."""
    rows = {json.dumps([row[name] for name in key_of(table)]): row for row in before}
    for line in lines:
        if line["table"] == table:
            key = json.dumps([line["key"][name] for name in key_of(table)])
            was = rows.pop(key, {})
            if line["change"] != "removed":
                rows[key] = {**was, **line["after"]}
    return list(rows.values())


def key_of(table: str) -> tuple[str, ...]:
    return next(each.key for each in TABLES if each.name == table)


def test_a_row_that_both_editions_write_alike_is_not_even_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (key,) = key_of("public-actors")
    before, after = (
        [{key: name, "name": "old"} for name in "abcdefgh"],
        [{key: name, "name": "old"} for name in "acdefgi"],
    )
    after[2]["name"] = "new"
    for folder, rows in (("before", before), ("after", after)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "public-actors.ndjson").write_bytes(
            b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
        )
    decoded: list[bytes] = []
    decode = msgspec.json.decode
    monkeypatch.setattr(msgspec.json, "decode", lambda line: decoded.append(line) or decode(line))
    told = [(line["key"][key], line["change"]) for line in differences(tmp_path / "before", tmp_path / "after")]
    assert told == [("b", "removed"), ("d", "changed"), ("h", "removed"), ("i", "added")]
    assert [json.loads(line)[key] for line in decoded] == ["b", "c", "d", "d", "h", "i"]


def in_order(rows: Rows) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


@pytest.fixture(scope="module")
async def two(module_register: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two editions: in between, gamma signs, beta leaves and alfa takes another name."""
    database, folder = Database(module_register), tmp_path_factory.mktemp("opendata")
    await publish(database, folder, now=NOW)
    model, key, facts, valid_from = supplier("alfa", "Alfa Nytt AB", "556000-0167")
    await describe(database, (model, key, facts, valid_from))
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    await publish(database, folder, now=NOW + timedelta(days=40), as_of=date(2026, 6, 10))
    await database.close()
    return folder / "editions/000001", folder / "editions/000002"


async def test_the_diff_applied_to_the_edition_before_gives_the_edition(two: tuple[Path, Path]) -> None:
    before, after = two
    lines = ndjson_rows(after, "diff")
    for table in TABLES:
        told = applied(ndjson_rows(before, table.name), lines, table.name)
        assert in_order(told) == in_order(ndjson_rows(after, table.name)), table.name


async def test_the_diff_of_the_first_edition_is_all_of_it(two: tuple[Path, Path]) -> None:
    first, _ = two
    lines = ndjson_rows(first, "diff")
    assert {line["change"] for line in lines} == {"added"}
    for table in TABLES:
        assert in_order(applied([], lines, table.name)) == in_order(ndjson_rows(first, table.name))


async def test_the_diff_says_who_came_who_left_and_what_changed(two: tuple[Path, Path]) -> None:
    told = [line for line in ndjson_rows(two[1], "diff") if line["table"] == "suppliers"]
    assert [(line["key"]["supplier"], line["key"]["system"], line["change"]) for line in told] == [
        ("alfa", "DIGITAL_POST", "changed"),
        ("alfa", "E_IDENTIFICATION", "changed"),
        ("beta", "E_IDENTIFICATION", "removed"),
        ("gamma", "E_IDENTIFICATION", "added"),
    ]
    assert (told[1]["before"], told[1]["after"]) == ({"name": "Alfa AB, Åmål"}, {"name": "Alfa Nytt AB"})


async def test_the_same_facts_issued_again_differ_in_nothing(small: Database, tmp_path: Path) -> None:
    await publish(small, tmp_path, now=NOW)
    await publish(small, tmp_path, now=NOW + timedelta(days=31), as_of=date(2026, 5, 1))
    assert document(tmp_path / "current.json")["number"] == 2
    assert ndjson_rows(tmp_path / "editions/000002", "diff") == []


FEE_KEYS = st.tuples(st.sampled_from(["a", "b", "é", "z"]), st.integers(0, 11))
EDITION_OF_FEES = st.dictionaries(FEE_KEYS, st.sampled_from(["0.1000", "0.2000"]), max_size=12)


@given(before=EDITION_OF_FEES, after=EDITION_OF_FEES)
def test_any_two_editions_differ_by_exactly_their_diff(
    before: dict[tuple[str, int], str],
    after: dict[tuple[str, int], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folders = [tmp_path_factory.mktemp("edition") for _ in range(2)]
    for folder, edition in zip(folders, (before, after), strict=True):
        rows = [dict(zip((*FEES.key, "amount_sek"), (*key, edition[key]), strict=True)) for key in sorted(edition)]
        (folder / "fees.ndjson").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    told = applied(ndjson_rows(folders[0], "fees"), differences(*folders), "fees")
    assert in_order(told) == in_order(ndjson_rows(folders[1], "fees"))
