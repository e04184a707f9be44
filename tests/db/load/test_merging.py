"""What a file says takes the place of what the register held, and nothing is forgotten."""

import asyncio
from datetime import date

from tests.db.load.desk import Desk

SUPPLIERS = "key,name,legal_form,state_owned,valid_from\n"
A = "a,A AB,LIMITED_COMPANY,false,2024-01-01\n"
B = "b,B AB,LIMITED_COMPANY,false,2024-01-01\n"
NAMES = "SELECT key, name FROM supplier JOIN supplier_identity USING (id) WHERE recorded_to IS NULL ORDER BY key"


async def test_loading_twice_changes_nothing(desk: Desk) -> None:
    path = desk.put("suppliers.csv", SUPPLIERS + A + B)
    first = await desk.load(path)
    second = await desk.load(path)
    assert (first.nouns[0].added, first.revision) == (2, 1)
    assert (second.nouns[0].unchanged, second.revision) == (2, None)
    assert await desk.one("SELECT number FROM revision") == 1
    assert await desk.one("SELECT count(*) FROM audit_entry") == 1
    assert await desk.ask("SELECT kind, key, change, revision FROM change ORDER BY key") == [
        ("supplier", "a", "ADDED", 1),
        ("supplier", "b", "ADDED", 1),
    ]


async def test_what_was_loaded_is_counted_for_whoever_plans_to_read_it(desk: Desk) -> None:
    await desk.one("UPDATE pg_class SET reltuples = -1 WHERE relname IN ('supplier', 'supplier_identity')")
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A))
    counted = "SELECT min(reltuples) FROM pg_class WHERE relname IN ('supplier', 'supplier_identity')"
    assert await desk.one(counted) >= 1


async def test_a_correction_is_added_and_what_was_known_before_is_kept(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + B))
    report = await desk.load(desk.put("suppliers.csv", SUPPLIERS + A.replace("A AB", "Aa AB") + B))
    assert (report.nouns[0].added, report.nouns[0].corrected, report.nouns[0].unchanged) == (0, 1, 1)
    history = (
        "SELECT name, recorded_to IS NULL, revision FROM supplier JOIN supplier_identity USING (id) "
        "WHERE key = 'a' ORDER BY version"
    )
    assert await desk.ask(history) == [("A AB", False, 1), ("Aa AB", True, 2)]
    assert await desk.ask("SELECT key, change FROM change WHERE revision = 2") == [("a", "CHANGED")]


async def test_what_the_register_knew_before_a_correction_can_still_be_asked(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A))
    await desk.one("CREATE TABLE earlier AS SELECT recorded_at FROM revision")
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A.replace("A AB", "Aa AB")))
    known = "SELECT name FROM supplier, earlier WHERE tstzrange(recorded_from, recorded_to) @> recorded_at"
    assert await desk.ask(known) == [("A AB",)]


async def test_rows_with_one_key_are_versions_that_follow_each_other(desk: Desk) -> None:
    later = A.replace("A AB", "Nya A AB").replace("2024", "2026")
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + later + A))
    assert await desk.ask("SELECT name, valid_from, valid_to FROM supplier ORDER BY valid_from") == [
        ("A AB", date(2024, 1, 1), date(2026, 1, 1)),
        ("Nya A AB", date(2026, 1, 1), None),
    ]


async def test_a_file_speaks_wholly_for_the_keys_it_names_and_not_at_all_for_others(desk: Desk) -> None:
    later = A.replace("A AB", "Nya A AB").replace("2024", "2026")
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + later + B))
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A))
    assert await desk.ask(NAMES) == [("a", "A AB"), ("b", "B AB")]


async def test_a_description_the_file_no_longer_gives_is_taken_back(desk: Desk) -> None:
    later = A.replace("A AB", "Nya A AB").replace("2024", "2026")
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + later))
    report = await desk.load(desk.put("suppliers.csv", SUPPLIERS + later))
    assert report.nouns[0].corrected == 1
    assert await desk.ask(NAMES) == [("a", "Nya A AB")]


async def test_columns_the_header_leaves_out_keep_what_the_register_knows(desk: Desk) -> None:
    wide = "key,name,organisation_number,legal_form,state_owned,website,valid_from,provenance,reference\n"
    row = "a,A AB,202100-6883,LIMITED_COMPANY,false,https://a.test,2024-01-01,OFFICIAL,diarium 1\n"
    await desk.load(desk.put("suppliers.csv", wide + row))
    report = await desk.load(desk.put("suppliers.csv", "key,name\na,A AB\n"))
    assert report.revision is None
    await desk.load(desk.put("suppliers.csv", "key,name\na,Aa AB\n"))
    kept = "SELECT name, website, provenance, reference, valid_from FROM supplier WHERE recorded_to IS NULL"
    assert await desk.ask(kept) == [("Aa AB", "https://a.test", "OFFICIAL", "diarium 1", date(2024, 1, 1))]


async def test_an_empty_cell_says_that_the_fact_is_unknown(desk: Desk) -> None:
    header = "key,name,legal_form,state_owned,website,valid_from\n"
    await desk.load(desk.put("suppliers.csv", header + "a,A AB,LIMITED_COMPANY,false,https://a.test,2024-01-01\n"))
    await desk.load(desk.put("suppliers.csv", header + "a,A AB,LIMITED_COMPANY,false,,2024-01-01\n"))
    assert await desk.ask("SELECT website FROM supplier WHERE recorded_to IS NULL") == [(None,)]


async def test_a_new_object_needs_every_column_that_is_always_known(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(
        shared_desk.put("suppliers.csv", "key,name,valid_from,state_owned\na,A AB,2024-01-01,false\n")
    )
    assert (problem.line, problem.column) == (2, "legal_form")
    assert problem.reason == "a is new to the register, and the file has no legal_form"


async def test_where_no_day_is_given_the_first_day_of_the_facts_is_taken(desk: Desk) -> None:
    header = "key,title,kind,subject,decided_on,in_force_from\n"
    await desk.load(desk.put("regulations.csv", header + "a,T,BASE,FEE,2024-06-01,2024-07-01\n"))
    assert await desk.one("SELECT valid_from FROM regulation") == date(2024, 6, 1)


async def test_where_nothing_tells_the_day_it_is_asked_for(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("regulations.csv", "key,title,kind,subject\na,T,BASE,FEE\n"))
    assert (problem.column, problem.remedy) == ("valid_from", "Give valid_from")


async def test_where_the_register_has_several_descriptions_the_day_is_asked_for(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + A.replace("2024", "2026")))
    problem = await desk.problem(desk.put("suppliers.csv", "key,name\na,Aa AB\n"))
    assert problem.column == "valid_from"


async def test_two_loads_at_once_are_two_loads_one_after_the_other(desk: Desk) -> None:
    path = desk.put("suppliers.csv", SUPPLIERS + A)
    reports = await asyncio.gather(desk.load(path), desk.load(path))
    assert sorted(report.nouns[0].added for report in reports) == [0, 1]


async def test_a_dry_run_says_the_same_and_keeps_nothing(desk: Desk) -> None:
    path = desk.put("suppliers.csv", SUPPLIERS + A)
    dry = await desk.load(path, dry_run=True)
    assert await desk.ask("SELECT number FROM revision") == [(0,)]
    assert await desk.ask("SELECT key FROM supplier_identity") == []
    wet = await desk.load(path)
    assert (dry.nouns, dry.revision) == (wet.nouns, wet.revision)
    assert "Dry run: this would be revision 1. Nothing was kept." in str(dry)


async def test_several_files_are_one_revision_whatever_their_order(desk: Desk) -> None:
    services = (
        "key,supplier,system,name,kind,status,assurance_level,non_resident,quality_mark,target_group,valid_from\n"
        "t,a,E_IDENTIFICATION,T,E_IDENTIFICATION,IN_OPERATION,LEVEL_3,false,false,PERSON,2024-01-01\n"
    )
    systems = "key,code,name_sv,name_en,authority,valid_from\nE_IDENTIFICATION,E_IDENTIFICATION,E,E,d,2024-01-01\n"
    authorities = "key,name,organisation_number,valid_from\nd,D,202100-6883,2024-01-01\n"
    report = await desk.load(
        desk.put("services.csv", services),
        desk.put("suppliers.csv", SUPPLIERS + A),
        desk.put("authorisation_systems.csv", systems),
        desk.put("providing_authorities.csv", authorities),
    )
    assert (report.revision, [noun.added for noun in report.nouns]) == (1, [1, 1, 1, 1])


async def test_one_bad_row_keeps_every_file_out(shared_desk: Desk) -> None:
    good = shared_desk.put("suppliers.csv", SUPPLIERS + A)
    bad = shared_desk.put("regulations.csv", "key,title,kind,subject,valid_from\na,T,WRONG,FEE,2024-01-01\n")
    await shared_desk.problem(good, bad)
    assert await shared_desk.ask("SELECT key FROM supplier_identity") == []


async def test_the_report_is_plain_words(desk: Desk) -> None:
    report = await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + B))
    assert str(report) == ("suppliers: 2 rows read, 2 added, 0 corrected, 0 unchanged\nRecorded as revision 1.")
    again = await desk.load(desk.put("suppliers.csv", SUPPLIERS + A + B))
    assert str(again).endswith("The register already holds all of this: nothing changes.")


async def test_the_audit_log_tells_who_loaded_what(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A))
    assert await desk.ask("SELECT actor, deed, subject, revision, after::text FROM audit_entry") == [
        ("desk", "load", "suppliers.csv", 1, '{"suppliers": {"added": 1, "corrected": 0}}')
    ]


async def test_withheld_nouns_change_unseen(desk: Desk) -> None:
    await desk.load(desk.put("suppliers.csv", SUPPLIERS + A))
    reviews = "key,supplier,opened_on\nr,a,2026-01-01\n"
    await desk.load(desk.put("reviews.csv", reviews))
    assert await desk.ask("SELECT kind, public FROM change ORDER BY sequence") == [
        ("supplier", True),
        ("review", False),
    ]
