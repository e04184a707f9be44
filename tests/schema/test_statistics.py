"""Flat rows for dashboards: what they count, and that they stay flat."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from graphql import GraphQLObjectType, build_schema, get_named_type, is_leaf_type

from schema.schema import sdl
from tests.schema.conftest import Ask

YEAR = '(from: "2026-01-01", to: "2027-01-01")'


async def of(ask: Ask, field: str, fields: str, day: str = "2026-11-24") -> list[dict[str, Any]]:
    data = await ask(f'{{ register(asOf: "{day}") {{ statistics {{ found: {field} {{ {fields} }} }} }} }}')
    return list(data["register"]["statistics"]["found"])


def test_every_statistic_is_a_list_of_rows_of_scalars() -> None:
    schema = build_schema(sdl())
    statistics = schema.type_map["Statistics"]
    assert isinstance(statistics, GraphQLObjectType)
    assert len(statistics.fields) == 12
    for field in statistics.fields.values():
        row = get_named_type(field.type)
        assert isinstance(row, GraphQLObjectType)
        assert str(field.type) == f"[{row.name}!]!"
        assert all(is_leaf_type(get_named_type(each.type)) for each in row.fields.values())
        assert not any(name in field.args for name in ("first", "after"))


async def test_connections_are_counted_as_the_agreements_say(ask: Ask) -> None:
    rows = await of(ask, "connections", "month system actors")
    agreements = (
        await ask("""{ register(asOf: "2026-11-24") { actorAgreements(first: 100) {
        nodes { system inForceFrom endsOn }
    } } }""")
    )["register"]["actorAgreements"]["nodes"]
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counted[row["month"], row["system"]] += row["actors"]
    months = sorted({row["month"] for row in rows})
    assert (months[0], months[-1]) == ("2026-01-01", "2026-11-01")
    for month in months:
        for system in ("E_IDENTIFICATION", "DIGITAL_POST"):
            lasting = [
                each
                for each in agreements
                if each["system"] == system
                and each["inForceFrom"] <= month
                and (each["endsOn"] is None or each["endsOn"] > month)
            ]
            assert counted[month, system] == len(lasting), (month, system)


async def test_agreements_begin_and_end_in_their_months(ask: Ask) -> None:
    rows = await of(ask, f"actorAgreements{YEAR}", "month system inForce begun ended")
    august = next(row for row in rows if (row["month"], row["system"]) == ("2026-08-01", "E_IDENTIFICATION"))
    assert august == {
        "month": "2026-08-01",
        "system": "E_IDENTIFICATION",
        "inForce": 19,
        "begun": 19,
        "ended": august["ended"],
    }
    assert sum(row["begun"] for row in rows if row["system"] == "E_IDENTIFICATION") == 38
    assert sum(row["ended"] for row in rows if row["system"] == "E_IDENTIFICATION") == 19


async def test_the_share_of_obliged_agencies_follows_the_law_of_each_month(ask: Ask) -> None:
    rows = await of(ask, 'obligedAgencies(from: "2025-11-01", to: "2026-04-01")', "month obliged connected share")
    assert [row["month"] for row in rows] == [
        "2025-11-01",
        "2025-12-01",
        "2026-01-01",
        "2026-02-01",
        "2026-03-01",
    ]
    assert (rows[0]["obliged"], rows[0]["share"]) == (0, None)
    assert rows[3]["obliged"] == 235
    assert Decimal(rows[3]["share"]) == round(Decimal(rows[3]["connected"]) / 235, 4)


async def test_fees_are_volumes_at_the_price_of_the_month_where_it_is_one(ask: Ask) -> None:
    rows = await of(ask, 'fees(from: "2026-09-01", to: "2026-10-01")', "item quantity unitAmountSek feeSek")
    by_item = {row["item"]: row for row in rows}
    identifications = by_item["IDENTIFICATION"]
    assert identifications["unitAmountSek"] == "0.12"
    assert Decimal(identifications["feeSek"]) == round(identifications["quantity"] * Decimal("0.12"), 2)
    assert (by_item["MESSAGE"]["unitAmountSek"], by_item["MESSAGE"]["feeSek"]) == (None, None)


async def test_services_and_exemptions_are_counted(ask: Ask) -> None:
    services = await of(ask, "services", "system kind assuranceLevel status provenance services")
    total = (await ask('{ register(asOf: "2026-11-24") { services { totalCount } } }'))["register"]["services"]
    assert sum(row["services"] for row in services) == total["totalCount"]
    exemptions = await of(ask, f"exemptions{YEAR}", "month inForce")
    assert exemptions[0] == {"month": "2026-01-01", "inForce": 2}


async def test_counties_stand_by_code_and_name(ask: Ask) -> None:
    rows = await of(ask, f"connectionsByCounty{YEAR}", "month countyCode countyName actors")
    assert {row["countyCode"] for row in rows} == {"99"}  # no real county has an agreement in the example
    assert {row["countyName"] for row in rows} == {None}


@pytest.mark.parametrize("period", ['from: "2026-01-01", to: "2026-01-01"', 'from: "2010-01-01", to: "2026-01-01"'])
async def test_a_period_of_no_days_or_too_many_years_is_refused(refused: Any, period: str) -> None:  # noqa: ANN401 -- as in test_aggregates
    assert await refused(f"{{ statistics {{ fees({period}) {{ month }} }} }}") == ["BAD_PERIOD"]
