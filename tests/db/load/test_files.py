"""Folders, manifests and paths."""

import json

from tests.db.load.desk import Desk

SUPPLIERS = (
    "key,name,organisation_number,legal_form,state_owned,valid_from\n"
    "a,A AB,202100-6883,LIMITED_COMPANY,false,2024-01-01\n"
)


def manifest(**changes: object) -> str:
    told = {"format": "auktor-register/1", "title": "T", "files": ["suppliers.csv"], "provenance": "EXAMPLE"}
    return json.dumps({**told, "reference": "invented", **changes})


async def test_a_manifest_gives_the_origin_of_rows_that_do_not_say_theirs(desk: Desk) -> None:
    header, row = SUPPLIERS.splitlines()
    desk.put("register/suppliers.csv", f"{header},reference\n{row},\n{row.replace('a,', 'b,', 1)},its own\n")
    desk.put("register/manifest.json", manifest(legal_source="SFS 2023:704 15 §"))
    await desk.load(desk.folder / "register")
    origin = "SELECT provenance, reference, legal_source FROM supplier ORDER BY id"
    assert await desk.ask(origin) == [
        ("EXAMPLE", "invented", "SFS 2023:704 15 §"),
        ("EXAMPLE", "its own", "SFS 2023:704 15 §"),
    ]


async def test_a_file_alone_is_reported_and_refers_to_itself_and_to_the_law_of_its_noun(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS))
    origin = "SELECT provenance, reference, legal_source FROM supplier"
    assert await desk.ask(origin) == [("REPORTED", "suppliers.csv", "SFS 2023:704 7 §")]


async def test_a_file_alone_keeps_the_origin_its_manifest_gives(desk: Desk) -> None:
    path = desk.put("register/suppliers.csv", SUPPLIERS)
    desk.put("register/manifest.json", manifest())
    await desk.load(path)
    assert await desk.one("SELECT reference FROM supplier") == "invented"


async def test_the_manifest_itself_may_be_named(desk: Desk) -> None:
    desk.put("register/suppliers.csv", SUPPLIERS)
    report = await desk.load(desk.put("register/manifest.json", manifest()))
    assert report.nouns[0].added == 1


async def test_a_path_to_nowhere_is_told_of(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.folder / "nowhere")
    assert problem.reason == "There is no such file or folder"


async def test_a_listed_file_that_is_missing_is_told_of(shared_desk: Desk) -> None:
    shared_desk.put("register/manifest.json", manifest())
    problem = await shared_desk.problem(shared_desk.folder / "register")
    assert problem.reason == "The manifest lists suppliers.csv, which is not there"


async def test_a_file_that_is_not_listed_is_left_aside_and_told_of(desk: Desk) -> None:
    desk.put("register/manifest.json", manifest())
    desk.put("register/suppliers.csv", SUPPLIERS)
    desk.put("register/services.csv", "nonsense")
    report = await desk.load(desk.folder / "register")
    assert report.notes == ("services.csv is not listed in the manifest and was left aside.",)


async def test_a_manifest_of_another_version_is_refused(shared_desk: Desk) -> None:
    shared_desk.put("register/suppliers.csv", SUPPLIERS)
    problem = await shared_desk.problem(shared_desk.put("register/manifest.json", manifest(format="auktor-register/2")))
    assert problem.value == "auktor-register/2"
    assert problem.remedy.startswith("Write the files in the format auktor-register/1")


async def test_a_manifest_that_cannot_be_read_is_refused(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("register/manifest.json", '{"format": '))
    assert problem.reason.startswith("The manifest cannot be read (Expecting value: line 1 column 12")


async def test_a_manifest_that_lists_nothing_is_refused(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("register/manifest.json", manifest(files=[])))
    assert problem.reason == "The manifest does not list its files"


async def test_a_manifest_cannot_reach_outside_its_folder(shared_desk: Desk) -> None:
    shared_desk.put("suppliers.csv", SUPPLIERS)
    problem = await shared_desk.problem(shared_desk.put("register/manifest.json", manifest(files=["../suppliers.csv"])))
    assert problem.reason == "A listed file lies outside the folder"


async def test_an_unknown_word_for_how_sure_everything_is_is_refused(shared_desk: Desk) -> None:
    shared_desk.put("register/suppliers.csv", SUPPLIERS)
    problem = await shared_desk.problem(shared_desk.put("register/manifest.json", manifest(provenance="CERTAIN")))
    assert problem.remedy == "Write one of OFFICIAL, REPORTED, EXAMPLE"


async def test_a_folder_without_manifest_is_loaded_file_by_file(desk: Desk) -> None:
    desk.put("register/suppliers.csv", SUPPLIERS)
    report = await desk.load(desk.folder / "register")
    assert report.nouns[0].added == 1


async def test_an_empty_folder_is_told_of(shared_desk: Desk) -> None:
    (shared_desk.folder / "empty").mkdir()
    problem = await shared_desk.problem(shared_desk.folder / "empty")
    assert problem.reason == "The folder holds no manifest and no CSV file"


async def test_a_file_named_after_no_noun_is_told_of_with_the_likeliest(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("supplier.csv", SUPPLIERS))
    assert problem.remedy == "Rename it to suppliers.csv"


async def test_json_that_is_no_register_is_told_of(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.json", '{"a": 1}'))
    assert problem.reason == "This is no JSON the register can read"


async def test_broken_json_is_told_of(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.json", '{"a": 1'))
    assert problem.reason.startswith("The file cannot be read as JSON")
