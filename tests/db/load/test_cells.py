"""What may not stand in a cell, and what is said of it."""

import pytest

from db.load.layout import layouts
from tests.db.load.desk import Desk

HEADERS = {
    "public_actors": "key,name,category,organisation_number,municipality_code,county_code,under_government,valid_from",
    "supplier_agreements": "key,supplier,system,in_force_from,ends_on",
    "fee_tiers": "key,fee_rule,from_quantity,to_quantity,amount_sek,valid_from",
    "eu_notifications": "key,number,title,valid_from",
    "monthly_volumes": "actor,service,item,month,quantity,status",
}


@pytest.mark.parametrize(
    ("noun", "row", "column", "reason"),
    [
        ("public_actors", "a,,REGION,,,,,2024-01-01", "name", "The cell is empty"),
        ("public_actors", "a,A,CITY,,,,,2024-01-01", "category", "'CITY' is not a word of the list"),
        ("public_actors", "a,A,REGION,202100-6884,,,,2024-01-01", "organisation_number", "its last digit should be 3"),
        ("public_actors", "a,A,REGION,12,,,,2024-01-01", "organisation_number", "'12' is not an organisation number"),
        ("public_actors", "a,A,MUNICIPALITY,,180,,,2024-01-01", "municipality_code", "is not a municipality code"),
        ("public_actors", "a,A,REGION,,,1,,2024-01-01", "county_code", "is not a county code"),
        ("public_actors", "a,A,REGION,,,,yes,2024-01-01", "under_government", "'yes' is neither true nor false"),
        ("public_actors", "a,A,REGION,,,,,2026-02-30", "valid_from", "'2026-02-30' is not a day of the calendar"),
        ("public_actors", "a,A,REGION,,,,,20260201", "valid_from", "'20260201' is not a day of the calendar"),
        ("public_actors", "å,A,REGION,,,,,2024-01-01", "key", "'å' is not a key"),
        ("public_actors", ",A,REGION,,,,,2024-01-01", "key", "The cell is empty"),
        ("public_actors", f"{'a' * 121},A,REGION,,,,,2024-01-01", "key", "is not a key"),
        ("public_actors", f"a,{'A' * 10_001},REGION,,,,,2024-01-01", "name", "The text has 10,001 characters"),
        ("fee_tiers", "a,b,1 000,,0.12,2024-01-01", "from_quantity", "'1 000' is not a whole number"),
        ("fee_tiers", f"a,b,{2**63},,0.12,2024-01-01", "from_quantity", "is not a whole number"),
        ("fee_tiers", 'a,b,0,,"1 234,5",2024-01-01', "amount_sek", "'1 234,5' is not an exact amount of kronor"),
        ("fee_tiers", "a,b,0,,0.12345,2024-01-01", "amount_sek", "more than 4 decimals"),
        ("eu_notifications", "a,2023-171,T,2024-01-01", "number", "is not a notification number"),
        ("monthly_volumes", "a,b,SIGNATURE,2026-01-02,1,FINAL", "month", "is not a month"),
        ("monthly_volumes", "a,b,SIGNATURE,2026-01,,FINAL", "quantity", "The cell is empty"),
    ],
)
async def test_a_cell_is_refused_with_line_column_and_reason(
    shared_desk: Desk, noun: str, row: str, column: str, reason: str
) -> None:
    problem = await shared_desk.problem(shared_desk.put(f"{noun}.csv", f"{HEADERS[noun]}\n{row}\n"))
    assert (problem.file, problem.line, problem.column) == (f"{noun}.csv", 2, column)
    assert reason in problem.reason
    assert problem.remedy


async def test_an_unknown_word_is_answered_with_the_whole_list_and_the_likeliest(shared_desk: Desk) -> None:
    row = "a,A,municipalty,,,,,2024-01-01"
    problem = await shared_desk.problem(shared_desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{row}\n"))
    assert problem.remedy.startswith("Write one of STATE_AGENCY, MUNICIPALITY, REGION")
    assert problem.remedy.endswith("Did you mean MUNICIPALITY?")


async def test_a_number_shaped_like_a_persons_is_not_repeated(shared_desk: Desk) -> None:
    row = "a,A,REGION,19121212-1212,,,,2024-01-01"
    refused = await shared_desk.refused(shared_desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{row}\n"))
    assert refused.problems[0].column == "organisation_number"
    assert "1212" not in str(refused)


async def test_cells_are_brought_to_one_form(desk: Desk) -> None:
    row = " a , A ,MUNICIPALITY,162021006883,0180,01,TRUE ,2024-01-01"
    refused = await desk.refused(desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{row}\n"))
    assert refused.problems[0].reason == (
        "The row breaks the rule “only agencies are under the government” "
        "(category MUNICIPALITY, under_government true)"
    )
    await desk.load(desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{row.replace('TRUE', '')}\n"))
    assert await desk.ask("SELECT name, organisation_number FROM public_actor") == [("A", "202100-6883")]


async def test_every_bad_cell_is_counted_and_the_first_are_shown(shared_desk: Desk) -> None:
    rows = "".join(f"a{number},A,CITY,,,,,2024-01-01\n" for number in range(1_000))
    refused = await shared_desk.refused(shared_desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{rows}"))
    assert refused.count == 1_000
    assert [problem.line for problem in refused.problems] == list(range(2, 52))
    assert str(refused).startswith(
        "LOAD_REFUSED: 1,000 problems in public_actors.csv. Nothing was loaded; correct the rows and load again.\n"
        "  public_actors.csv, line 2, column category: 'CITY' is not a word of the list. Write one of STATE_AGENCY"
    )
    assert str(refused).endswith("\n… and 950 more.")


async def test_two_bad_cells_of_a_row_are_two_problems(shared_desk: Desk) -> None:
    row = "a,A,CITY,12,,,,2024-01-01"
    refused = await shared_desk.refused(shared_desk.put("public_actors.csv", f"{HEADERS['public_actors']}\n{row}\n"))
    assert [problem.column for problem in refused.problems] == ["category", "organisation_number"]


def test_every_column_of_every_noun_has_a_check() -> None:
    for layout in layouts().values():
        assert all(callable(column.check) for column in layout.columns.values()), layout.plural
