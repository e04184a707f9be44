"""Rows in groups: counted as the list counts them, for whom and when the list does."""

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLObjectType, build_schema

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import Viewer
from schema.context import Context
from schema.execution import statements
from schema.schema import execute, sdl
from tests.schema.conftest import Ask

Refused = Callable[..., Awaitable[list[str]]]
SCHEMA = build_schema(sdl())


def fields_of(name: str) -> set[str]:
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, GraphQLObjectType)
    return set(kind.fields)


def test_every_list_of_the_register_has_an_aggregate() -> None:
    lists = {name for name, field in register().fields.items() if str(field.type).endswith("Connection!")}
    assert len(lists) >= 16
    assert {f"{name}Aggregate" for name in lists} <= set(register().fields)


def register() -> GraphQLObjectType:
    kind = SCHEMA.type_map["Register"]
    assert isinstance(kind, GraphQLObjectType)
    return kind


def test_an_aggregate_takes_the_arguments_of_its_list_that_narrow_it() -> None:
    for name, field in register().fields.items():
        aggregate = register().fields.get(f"{name}Aggregate")
        if aggregate is not None:
            narrowing = set(field.args) - {"after", "before", "last", "orderBy", "first"}
            assert narrowing <= set(aggregate.args), name


def test_types_decide_what_can_be_measured() -> None:
    assert fields_of("CompensationRuleAggregate") == {
        "groupBy",
        "count",
        "countDistinct",
        "sum",
        "avg",
        "min",
        "max",
    }
    assert fields_of("CompensationRuleSum") == {"amountSek"}
    assert "sum" not in fields_of("PublicActorAggregate")
    assert {"validFrom", "recordedFrom", "endedOn"} <= fields_of("PublicActorMin")
    assert "name" not in fields_of("PublicActorMin")
    assert {"category", "endedOn", "endedOnMonth", "endedOnYear"} <= fields_of("PublicActorGroup")


def test_no_aggregate_bears_the_name_of_a_withheld_fact() -> None:
    kinds = [
        kind for kind in SCHEMA.type_map.values() if isinstance(kind, GraphQLEnumType) and "Aggregate" in kind.name
    ]
    assert kinds
    names = {name for kind in kinds for name in kind.values}
    assert not names & {"RELIED_CAPACITY", "ACTOR_ID", "PREPARED_BY", "DECIDED_BY", "COUNT_RELIED_CAPACITY"}


async def test_groups_count_what_the_list_holds(ask: Ask) -> None:
    wanted = "filter: {category: {in: [STATE_AGENCY, REGION]}}"
    data = await ask(f"""{{ register(asOf: "2026-02-01") {{
        publicActorsAggregate(groupBy: [CATEGORY, OBLIGATION_STATUS], {wanted}) {{
            groupBy {{ category obligationStatus connected }} count
        }}
        first: publicActors(first: 100, {wanted}) {{ totalCount nodes {{ category }} }}
    }} }}""")
    groups = data["register"]["publicActorsAggregate"]
    assert sum(group["count"] for group in groups) == data["register"]["first"]["totalCount"]
    assert groups[0]["groupBy"]["category"] == "REGION"
    assert {group["groupBy"]["obligationStatus"]: group["count"] for group in groups if group["count"] == 235} == {
        "OBLIGED": 235
    }
    assert {group["groupBy"]["connected"] for group in groups} == {None}


async def test_dates_group_by_month_and_by_year(ask: Ask) -> None:
    data = await ask("""{
        byMonth: actorAgreementsAggregate(groupBy: [IN_FORCE_FROM_MONTH]) { groupBy { inForceFromMonth } count }
        byYear: actorAgreementsAggregate(groupBy: [IN_FORCE_FROM_YEAR]) { groupBy { inForceFromYear } count }
        actorAgreements(first: 100) { nodes { inForceFrom } }
    }""")
    days = [each["inForceFrom"] for each in data["actorAgreements"]["nodes"]]
    months, years = Counter(f"{day[:7]}-01" for day in days), Counter(f"{day[:4]}-01-01" for day in days)
    assert [(each["groupBy"]["inForceFromMonth"], each["count"]) for each in data["byMonth"]] == sorted(months.items())
    assert [(each["groupBy"]["inForceFromYear"], each["count"]) for each in data["byYear"]] == sorted(years.items())


async def test_sums_and_means_are_exact(ask: Ask) -> None:
    data = await ask("""{ compensationRulesAggregate { count countDistinct { item }
        sum { amountSek } avg { amountSek } min { amountSek inForceFrom } max { amountSek } }
        compensationRules { nodes { amountSek item inForceFrom } } }""")
    (group,) = data["compensationRulesAggregate"]
    rules = data["compensationRules"]["nodes"]
    amounts = [Decimal(each["amountSek"]) for each in rules if each["amountSek"] is not None]
    assert group["count"] == len(rules) > len(amounts)
    assert Decimal(group["sum"]["amountSek"]) == sum(amounts)
    assert Decimal(group["avg"]["amountSek"]) == sum(amounts) / len(amounts)
    assert Decimal(group["min"]["amountSek"]) == min(amounts)
    assert Decimal(group["max"]["amountSek"]) == max(amounts)
    assert group["min"]["inForceFrom"] == min(each["inForceFrom"] for each in rules)
    assert group["countDistinct"]["item"] == len({each["item"] for each in rules})


async def test_a_reference_groups_by_the_id_of_what_it_names(ask: Ask) -> None:
    data = await ask("""{ servicesAggregate(groupBy: [SUPPLIER], orderBy: [{field: COUNT, direction: DESC}], first: 1) {
        ...Counted
    } } fragment Counted on ServiceAggregate { groupBy { supplier } services: count }""")
    assert data["servicesAggregate"] == [
        {"groupBy": {"supplier": "Supplier:finansiell-id-teknik"}, "services": data["servicesAggregate"][0]["services"]}
    ]


@pytest.mark.parametrize(
    ("text", "every", "none"),
    [
        (
            '{ publicActorsAggregate(groupBy: [CATEGORY], filter: {name: {contains: "%s"}}) { count } }',
            "",
            "no such name",
        ),
        ('{ volumesAggregate(groupBy: [ITEM], filter: {month: {gt: "%s-01-01"}}) { count } }', "1990", "2990"),
    ],
)
async def test_an_aggregate_is_written_once_whatever_its_values(ask: Ask, text: str, every: str, none: str) -> None:
    (found,), written = (await ask(text % every)).values(), len(statements._known)
    (nothing,) = (await ask(text % none)).values()
    assert (len(found) > 1, nothing, len(statements._known)) == (True, [], written)


async def test_a_measure_is_found_under_any_alias_and_in_a_fragment(ask: Ask) -> None:
    data = await ask("""{ volumesAggregate(groupBy: [ITEM], filter: {month: {lt: "2025-01-01"}}) {
        groupBy { item } ... on MonthlyVolumeAggregate { total: sum { n: quantity } } max { quantity month }
    } }""")
    assert [(each["groupBy"]["item"], each["max"]["month"]) for each in data["volumesAggregate"]] == [
        ("IDENTIFICATION", "2024-12-01"),
        ("MESSAGE", "2024-12-01"),
        ("SIGNATURE", "2024-12-01"),
    ]
    assert all(each["total"]["n"] > each["max"]["quantity"] for each in data["volumesAggregate"])


async def test_groups_stand_in_the_order_asked_for_and_are_at_most_so_many(ask: Ask) -> None:
    data = await ask("""{ publicActorsAggregate(
        groupBy: [CATEGORY], orderBy: [{field: COUNT, direction: DESC}, {field: CATEGORY, direction: DESC}], first: 4
    ) { groupBy { category } count } }""")
    groups = [(each["count"], each["groupBy"]["category"]) for each in data["publicActorsAggregate"]]
    assert groups == sorted(groups, reverse=True)
    assert len(groups) == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("first: 0", "BAD_PAGE"),
        ("first: 1001", "BAD_PAGE"),
        ("orderBy: [{field: CATEGORY}]", "BAD_AGGREGATE"),
        ("groupBy: [CATEGORY], orderBy: [{field: COUNT}, {field: COUNT, direction: DESC}]", "BAD_AGGREGATE"),
        ('filter: {name: {contains: "a\\u0000"}}', "UNREADABLE_TEXT"),
    ],
)
async def test_what_cannot_be_grouped_is_told(refused: Refused, arguments: str, code: str) -> None:
    assert await refused(f"{{ publicActorsAggregate({arguments}) {{ count }} }}") == [code]


async def test_more_groups_than_fit_are_an_error_unless_a_number_is_asked_for(
    ask: Ask, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schema.aggregates.MOST_GROUPS", 10)
    assert await refused("{ publicActorsAggregate(groupBy: [NAME]) { count } }") == ["BAD_AGGREGATE"]
    data = await ask("{ publicActorsAggregate(groupBy: [NAME], first: 7) { count } }")
    assert len(data["publicActorsAggregate"]) == 7


async def test_an_applicant_is_counted_for_those_alone_who_may_see_it(register: Database) -> None:
    document = (
        "{ suppliersAggregate(listed: null, groupBy: [LEGAL_FORM]) { count } suppliers(listed: null) { totalCount } }"
    )
    counts = {}
    for role in (Role.ANONYMOUS, Role.CASE_OFFICER):
        data: Any = (await execute(document, Context(register, datetime.now(UTC), Viewer(role)))).data
        counts[role] = sum(each["count"] for each in data["suppliersAggregate"])
        assert counts[role] == data["suppliers"]["totalCount"]
    assert counts[Role.ANONYMOUS] < counts[Role.CASE_OFFICER]


async def test_groups_are_of_the_day_and_of_what_was_known(ask: Ask) -> None:
    document = """query($day: Date!, $at: DateTime) { register(asOf: $day, knownAt: $at) {
        actorAgreementsAggregate { count }
    } }"""
    now = await ask(document, day="2026-11-01")
    assert now["register"]["actorAgreementsAggregate"][0]["count"] > 50
    for day, at in (("2020-01-01", None), ("2026-11-01", "2020-01-01T00:00:00Z")):
        assert (await ask(document, day=day, at=at))["register"]["actorAgreementsAggregate"] == [{"count": 0}]


async def test_a_sum_of_volumes_is_of_the_sums_that_are_told(ask: Ask) -> None:
    data = await ask("""{
        volumesAggregate(groupBy: [CATEGORY]) { groupBy { category } count sum { quantity } min { actors } }
        untold: volumesAggregate(groupBy: [CATEGORY], filter: {quantity: {isNull: true}}) { groupBy { category } count }
        volumes(first: 100, filter: {category: {eq: MUNICIPALITY}}) { nodes { category quantity actors } }
    }""")
    told = {each["groupBy"]["category"]: each["sum"]["quantity"] for each in data["volumesAggregate"]}
    untold = {each["groupBy"]["category"]: each["count"] for each in data["untold"]}
    assert told["REGION"] is None
    assert untold["REGION"] == 262
    assert told["MUNICIPALITY"] > 0
    assert all(each["actors"] >= 3 or each["quantity"] is None for each in data["volumes"]["nodes"])
