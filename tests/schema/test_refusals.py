"""What cannot be answered is refused with a code, and never reaches the database as an error of its own."""

import base64
import json

import pytest

from schema.filters import MAX_VALUES
from tests.schema.conftest import Ask

AFTER = "query($cursor: String) { suppliers(after: $cursor) { nodes { key } } }"


def forged(mark: str, *values: object) -> str:
    """A cursor that this list could have given but did not."""
    return base64.urlsafe_b64encode(json.dumps([mark, *values]).encode()).decode().rstrip("=")


async def mark_of_suppliers(ask: Ask) -> str:
    data = await ask("{ suppliers(first: 1) { pageInfo { endCursor } } }")
    cursor = data["suppliers"]["pageInfo"]["endCursor"]
    return str(json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))[0])


@pytest.mark.parametrize("size", ["first: 0", "first: 101", "first: -1", "last: 0", "last: 101", "first: 1, last: 1"])
async def test_a_page_has_from_1_to_100_rows_from_one_end(refused: Ask, size: str) -> None:
    assert await refused("{ suppliers(SIZE) { nodes { key } } }".replace("SIZE", size)) == ["BAD_PAGE"]


@pytest.mark.parametrize("cursor", ["", "x", "å", "\x00", "W10", "bnVsbA", "e30", "A" * 5000, "=" * 8])
async def test_garbage_is_no_cursor(refused: Ask, cursor: str) -> None:
    assert await refused(AFTER, cursor=cursor) == ["BAD_CURSOR"]


@pytest.mark.parametrize(
    "values",
    [["a\x00b", 1], ["a", 2**63], ["a", -(2**63) - 1], [1, 1], ["a", "1"], ["a", True], ["a", 1.5], ["a"], [["a"], 1]],
    ids=repr,
)
async def test_a_forged_cursor_never_reaches_the_database(ask: Ask, refused: Ask, values: list[object]) -> None:
    assert await refused(AFTER, cursor=forged(await mark_of_suppliers(ask), *values)) == ["BAD_CURSOR"]


async def test_a_cursor_of_another_list_or_another_order_is_refused(ask: Ask, refused: Ask) -> None:
    data = await ask("{ services(first: 1) { pageInfo { endCursor } } }")
    assert await refused(AFTER, cursor=data["services"]["pageInfo"]["endCursor"]) == ["BAD_CURSOR"]
    own = (await ask("{ suppliers(first: 1) { pageInfo { endCursor } } }"))["suppliers"]["pageInfo"]["endCursor"]
    ordered = AFTER.replace("after: $cursor", "after: $cursor, orderBy: [{field: LEGAL_FORM}]")
    assert await refused(ordered, cursor=own) == ["BAD_CURSOR"]


@pytest.mark.parametrize(
    "given",
    ["", "Supplier", "Supplier:", ":x", "Supplier:a b", "Supplier:å", "Supplier:\x00", "Nothing:x", "x" * 200],
)
async def test_what_is_no_id_is_refused(refused: Ask, given: str) -> None:
    assert await refused("query($id: ID!) { node(id: $id) { id } }", id=given) == ["BAD_ID"]


async def test_an_id_of_another_kind_is_refused_where_one_kind_is_meant(refused: Ask) -> None:
    assert await refused('{ publicActor(id: "Supplier:finansiell-id-teknik") { key } }') == ["BAD_ID"]
    assert await refused('{ obligation(actor: "Service:mobilt-bankid") { status } }') == ["BAD_ID"]


@pytest.mark.parametrize("edition", ["Edition:0", "Edition:99999999999999999999", "Edition:x", "Edition:1"])
async def test_an_edition_that_is_not_there_is_nothing(ask: Ask, edition: str) -> None:
    assert await ask("query($id: ID!) { node(id: $id) { id } }", id=edition) == {"node": None}


async def test_at_most_100_objects_are_asked_for_at_a_time(refused: Ask) -> None:
    ids = ["Supplier:x"] * 101
    assert await refused("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids) == ["BAD_PAGE"]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
async def test_text_that_no_database_can_hold_is_refused(refused: Ask, text: str) -> None:
    search = "query($text: String!) { search(text: $text) { id } }"
    contains = "query($text: String) { suppliers(filter: {name: {contains: $text}}) { nodes { key } } }"
    among = "query($text: String!) { suppliers(filter: {name: {in: [$text]}}) { nodes { key } } }"
    regulation = "query($text: String!) { regulation(designation: $text) { key } }"
    assert {code for asked in (search, contains, among, regulation) for code in await refused(asked, text=text)} == {
        "UNREADABLE_TEXT"
    }


@pytest.mark.parametrize("text", ["", "   ", "x" * 201])
async def test_a_search_has_from_1_to_200_characters(refused: Ask, text: str) -> None:
    assert await refused("query($text: String!) { search(text: $text) { id } }", text=text) == ["BAD_FILTER"]


async def test_a_filter_has_a_bounded_size(refused: Ask) -> None:
    keys = [f"x{number}" for number in range(MAX_VALUES + 1)]
    among = "query($keys: [String!]) { suppliers(filter: {name: {in: $keys}}) { nodes { key } } }"
    assert await refused(among, keys=keys) == ["BAD_FILTER"]
    many = "{ suppliers(filter: {or: [ALL]}) { nodes { key } } }".replace("ALL", ",".join(['{name: {eq: "x"}}'] * 101))
    assert await refused(many) == ["BAD_FILTER"]


async def test_a_list_is_not_ordered_twice_by_one_fact(refused: Ask) -> None:
    twice = "{ suppliers(orderBy: [{field: NAME}, {field: NAME, direction: DESC}]) { nodes { key } } }"
    assert await refused(twice) == ["BAD_FILTER"]


async def test_what_is_not_yet_known_cannot_be_asked_for(refused: Ask) -> None:
    assert await refused('{ register(knownAt: "9999-01-01T00:00:00Z") { asOf } }') == ["BAD_MOMENT"]


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-01-01T00:00:00", "now", "2026-13-01"]
)
async def test_a_moment_beyond_the_calendar_or_without_a_zone_is_refused(refused: Ask, moment: str) -> None:
    assert await refused("query($at: DateTime) { register(knownAt: $at) { asOf } }", at=moment) == ["BAD_VALUE"]


async def test_a_moment_before_the_register_finds_it_empty(ask: Ask) -> None:
    data = await ask('{ register(knownAt: "0001-01-01T00:00:00Z") { suppliers { totalCount } } }')
    assert data["register"]["suppliers"]["totalCount"] == 0


@pytest.mark.parametrize("designation", ["2023:704", "SFS 2023:99999999999999999999", "SFS 2023", ""])
async def test_what_is_no_designation_is_refused(refused: Ask, designation: str) -> None:
    document = "query($text: String!) { regulation(designation: $text) { key } }"
    assert await refused(document, text=designation) == ["BAD_DESIGNATION"]


async def test_an_amount_is_compared_exactly_and_however_large(ask: Ask) -> None:
    document = """query($amount: Decimal) { feeRules(first: 100) { nodes {
        more: tiers(filter: {amountSek: {gt: $amount}}) { totalCount }
        same: tiers(filter: {amountSek: {eq: $amount}}) { totalCount }
    } } }"""
    for amount in ("99999999999999999", "0.12001"):
        found = (await ask(document, amount=amount))["feeRules"]["nodes"]
        assert sum(rule["same"]["totalCount"] for rule in found) == 0
    exact = (await ask(document, amount="0.12"))["feeRules"]["nodes"]
    assert sum(rule["same"]["totalCount"] for rule in exact) >= 2


@pytest.mark.parametrize(
    "days",
    [
        'from: "2026-01-01", to: "2026-01-01"',
        'from: "2026-02-01", to: "2026-01-01"',
        'from: "0001-01-01", to: "9999-12-31"',
    ],
)
async def test_volumes_are_summed_over_a_period_of_at_most_ten_years(refused: Ask, days: str) -> None:
    assert await refused("{ statistics { volumes(DAYS) { actors } } }".replace("DAYS", days)) == ["BAD_PERIOD"]


@pytest.mark.parametrize(
    "days",
    [
        'from: "2026-02-01", to: "2026-01-01"',
        'from: "0001-01-01", to: "9999-12-31"',
        'from: "2020-01-01", to: "2020-02-01"',
    ],
)
async def test_a_fee_is_never_estimated_over_days_that_have_none(refused: Ask, days: str) -> None:
    document = """{ feeEstimate(input: {
        system: E_IDENTIFICATION, volumes: [{item: IDENTIFICATION, quantity: 1}], DAYS
    }) { totalSek } }"""
    codes = await refused(document.replace("DAYS", days))
    assert len(codes) == 1
    assert codes[0].isupper()
