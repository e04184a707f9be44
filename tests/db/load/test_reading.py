"""Files as people really save them."""

import pytest

from db.load import Step
from tests.db.load.desk import Desk

SUPPLIERS = "key,name,legal_form,state_owned,valid_from\n"
NAME = "SELECT name FROM supplier"


async def test_a_byte_order_mark_is_skipped_and_told_of(desk: Desk) -> None:
    report = await desk.load(
        desk.put("suppliers.csv", "\ufeff" + SUPPLIERS + "a,Å AB,LIMITED_COMPANY,false,2024-01-01\n")
    )
    assert await desk.one(NAME) == "Å AB"
    assert "suppliers.csv begins with a byte order mark, which was skipped." in report.notes


@pytest.mark.parametrize(("delimiter", "told"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
async def test_another_delimiter_is_recognised_by_the_columns_and_told_of(
    desk: Desk, delimiter: str, told: str
) -> None:
    text = (SUPPLIERS + "a,Någon AB,LIMITED_COMPANY,false,2024-01-01\n").replace(",", delimiter)
    report = await desk.load(desk.put("suppliers.csv", text))
    assert await desk.one(NAME) == "Någon AB"
    assert f"suppliers.csv is delimited by {told}." in report.notes


async def test_a_header_in_quotes_is_read_with_its_own_delimiter(desk: Desk) -> None:
    header = '"key","name","legal_form","state_owned","valid_from"\n'
    await desk.load(desk.put("suppliers.csv", header + "a,A AB,LIMITED_COMPANY,false,2024-01-01\n"))
    assert await desk.one(NAME) == "A AB"


async def test_windows_1252_is_read_and_told_of(desk: Desk) -> None:
    text = SUPPLIERS + "a,Räksmörgås – “AB”,LIMITED_COMPANY,false,2024-01-01\n"
    report = await desk.load(desk.put("suppliers.csv", text.encode("cp1252")))
    assert await desk.one(NAME) == "Räksmörgås – “AB”"
    assert "suppliers.csv is not written in UTF-8; it was read as Windows-1252 (Latin-1)." in report.notes


async def test_two_encodings_in_one_file_are_not_guessed_at(shared_desk: Desk) -> None:
    lines = ["a,Någon AB,LIMITED_COMPANY,false,2024-01-01\n", "b,Råd AB,LIMITED_COMPANY,false,2024-01-01\n"]
    content = SUPPLIERS.encode() + lines[0].encode() + lines[1].encode("latin-1")
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", content))
    assert problem.reason == "Line 2 is written in UTF-8 and line 3 is not"
    assert problem.remedy == "Save the whole file again as UTF-8"


async def test_bytes_that_no_prose_has_are_refused(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(
        shared_desk.put("suppliers.csv", SUPPLIERS.encode() + b"a,\x81\x8d AB,X,false,2024-01-01\n")
    )
    assert problem.reason == "Line 2 is written neither in UTF-8 nor in Windows-1252"


async def test_utf_16_is_named(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", SUPPLIERS.encode("utf-16")))
    assert problem.reason == "The file is written in UTF-16"


async def test_a_nul_is_found_in_its_cell(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(
        shared_desk.put("suppliers.csv", SUPPLIERS + "a,N\0 AB,LIMITED_COMPANY,false,2024-01-01\n")
    )
    assert (problem.line, problem.column) == (2, "name")
    assert "U+0000" in problem.reason


async def test_a_lone_carriage_return_is_found_on_its_line(shared_desk: Desk) -> None:
    text = SUPPLIERS + "a,A AB,LIMITED_COMPANY,false,2024-01-01\rb,B AB,LIMITED_COMPANY,false,2024-01-01\n"
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", text))
    assert (problem.line, problem.reason) == (2, "The row holds a lone carriage return")


async def test_rows_may_end_with_carriage_return_and_line_feed(desk: Desk) -> None:
    await desk.load(
        desk.put("suppliers.csv", (SUPPLIERS + "a,A AB,LIMITED_COMPANY,false,2024-01-01\n").replace("\n", "\r\n"))
    )
    assert await desk.one("SELECT valid_from::text FROM supplier") == "2024-01-01"


async def test_a_quote_that_is_never_closed_is_found_where_it_begins(shared_desk: Desk) -> None:
    unclosed = 'b,"B AB,LIMITED_COMPANY,false,2024-01-01\n'
    text = SUPPLIERS + "a,A AB,LIMITED_COMPANY,false,2024-01-01\n" + unclosed + "c,C AB,WRONG,false,2024-01-01\n" * 9
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", text))
    assert (problem.line, problem.reason) == (3, "A quoted cell is never closed")


async def test_text_after_a_closing_quote_does_not_hide_the_rows_below(shared_desk: Desk) -> None:
    text = SUPPLIERS + 'a,"A" AB,LIMITED_COMPANY,false,2024-01-01\nb,B AB,WRONG,false,2024-01-01\n'
    refused = await shared_desk.refused(shared_desk.put("suppliers.csv", text))
    assert [(problem.line, problem.column) for problem in refused.problems] == [(2, None), (3, "legal_form")]


async def test_a_row_of_another_width_is_told_of(shared_desk: Desk) -> None:
    text = SUPPLIERS + "a,Kött, bröd och AB,LIMITED_COMPANY,false,2024-01-01\n"
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", text))
    assert problem.reason == "The row has 6 cells where the header has 5"
    assert problem.remedy == 'Put cells that hold the delimiter in "quotes"'


async def test_a_row_after_a_cell_of_several_lines_keeps_its_own_line_number(shared_desk: Desk) -> None:
    text = SUPPLIERS + 'a,"A\nB\nAB",LIMITED_COMPANY,false,2024-01-01\n\nb,B AB,WRONG,false,2024-01-01\n'
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", text))
    assert problem.line == 6


async def test_a_cell_of_several_lines_is_kept_as_it_is(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + 'a,"A\n\\B\t""C""",LIMITED_COMPANY,false,2024-01-01\n'))
    assert await desk.one(NAME) == 'A\n\\B\t"C"'


async def test_an_unknown_column_is_named_with_the_one_most_like_it(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", "key,name,leagl_form,state_owned\n"))
    assert (problem.column, problem.remedy) == ("leagl_form", "Rename it to legal_form")


async def test_a_column_that_stands_twice_is_told_of(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", "key,name,name\n"))
    assert (problem.column, problem.reason) == ("name", "The column stands twice")


async def test_a_file_without_keys_is_refused(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", "name,legal_form\nA AB,LIMITED_COMPANY\n"))
    assert (problem.column, problem.reason) == ("key", "The column is missing")


async def test_an_empty_file_is_refused(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", ""))
    assert problem.reason == "The file is empty"


async def test_a_header_alone_changes_nothing_and_is_told_of(desk: Desk) -> None:
    report = await desk.load(desk.put("suppliers.csv", SUPPLIERS))
    assert report.revision is None
    assert "suppliers.csv has a header and no rows." in report.notes


async def test_a_line_without_end_is_refused_before_it_fills_the_memory(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", SUPPLIERS + "x" * 2_000_000))
    assert problem.reason == "Line 2 is longer than 1,000,000 bytes"


async def test_progress_tells_how_much_is_read(desk: Desk) -> None:
    steps: list[Step] = []
    row = "a{0},A{0} AB,LIMITED_COMPANY,false,2024-01-01\n"
    path = desk.put("suppliers.csv", SUPPLIERS + "".join(row.format(number) for number in range(5_000)))
    await desk.load(path, progress=steps.append)
    assert [step.rows for step in steps if step.doing == "reading"] == [2_000, 4_000, 5_000]
    assert steps[2].bytes_read == steps[2].bytes_in_all == path.stat().st_size
    assert [step.doing for step in steps[3:]] == ["checking", "writing"]
