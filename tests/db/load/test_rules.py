"""What no single cell can show: rows against rows, against the register, and against the law."""

import pytest

from tests.db.load.desk import Desk

SUPPLIERS = "key,name,legal_form,state_owned,valid_from\n"
A = "a,A AB,LIMITED_COMPANY,false,2024-01-01\n"
AUTHORITIES = "key,name,organisation_number,valid_from\nd,D,202100-6883,2024-01-01\n"
SYSTEMS = "key,code,name_sv,name_en,authority,valid_from\nE_IDENTIFICATION,E_IDENTIFICATION,E,E,d,2024-01-01\n"
ACTORS = "key,name,category,valid_from\nk,K,REGION,2024-01-01\n"
AGREEMENTS = "key,actor,system,signed_on,in_force_from,ends_on\n"
REGULATIONS = "key,title,kind,subject,decided_on,promulgated_on,in_force_from,repealed_on\n"
FEES = (
    "key,system,regulation,item,unit,vat,dimension,calculation,rounding,in_force_from,ends_on,valid_from\n"
    "f,E_IDENTIFICATION,{regulation},IDENTIFICATION,PER_COMPLETED_TRANSACTION,NOT_STATED,NONE,WHOLE_VOLUME,öre,"
    "2026-01-01,,2026-01-01\n"
)
TIERS = "key,fee_rule,from_quantity,to_quantity,amount_sek,valid_from\n"


@pytest.fixture
async def served(desk: Desk) -> Desk:
    """A register with an authority, a system and an actor."""
    await desk.load(
        desk.put("providing_authorities.csv", AUTHORITIES),
        desk.put("authorisation_systems.csv", SYSTEMS),
        desk.put("public_actors.csv", ACTORS),
    )
    return desk


async def test_a_key_described_twice_from_one_day_is_told_of_on_the_later_line(shared_desk: Desk) -> None:
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", SUPPLIERS + A + "b" + A[1:] + A))
    assert (problem.line, problem.reason) == (4, "The row speaks of the same as line 2")


async def test_two_files_of_one_load_cannot_speak_of_one_object(shared_desk: Desk) -> None:
    first, second = (
        shared_desk.put("one/suppliers.csv", SUPPLIERS + A),
        shared_desk.put("two/suppliers.csv", SUPPLIERS + A),
    )
    problem = await shared_desk.problem(first, second)
    assert problem.reason == "suppliers.csv speaks of a too"


async def test_a_reference_to_nothing_is_told_of(served: Desk) -> None:
    problem = await served.problem(
        served.put("actor_agreements.csv", AGREEMENTS + "v,nobody,E_IDENTIFICATION,2025-11-01,2026-01-01,\n")
    )
    assert (problem.line, problem.column, problem.value) == (2, "actor", "nobody")
    assert problem.reason == "No public actor has this key, neither in the register nor in what is loaded"


async def test_a_reference_to_a_bad_row_is_not_a_second_problem(shared_desk: Desk) -> None:
    suppliers = shared_desk.put("suppliers.csv", SUPPLIERS + A.replace("LIMITED_COMPANY", "WRONG"))
    reviews = shared_desk.put("reviews.csv", "key,supplier,opened_on\nr,a,2026-01-01\n")
    problem = await shared_desk.problem(suppliers, reviews)
    assert problem.column == "legal_form"


async def test_a_reference_to_a_row_that_cannot_be_read_is_not_a_second_problem(shared_desk: Desk) -> None:
    suppliers = shared_desk.put("suppliers.csv", SUPPLIERS + A.replace("A AB", "A, AB"))
    reviews = shared_desk.put("reviews.csv", "key,supplier,opened_on\nr,a,2026-01-01\n")
    problem = await shared_desk.problem(suppliers, reviews)
    assert problem.reason == "The row has 6 cells where the header has 5"


async def test_dates_that_contradict_break_a_rule_that_is_named(served: Desk) -> None:
    agreements = AGREEMENTS + "v,k,E_IDENTIFICATION,2026-02-01,2026-01-01,\n"
    problem = await served.problem(served.put("actor_agreements.csv", agreements))
    assert (problem.line, problem.column) == (2, "signed_on")
    assert problem.reason == (
        "The row breaks the rule “signed before in force” (signed_on 2026-02-01, in_force_from 2026-01-01)"
    )


async def test_the_key_of_a_system_is_its_code(shared_desk: Desk) -> None:
    authorities = shared_desk.put("providing_authorities.csv", AUTHORITIES)
    systems = shared_desk.put("authorisation_systems.csv", SYSTEMS.replace("E_IDENTIFICATION,E_", "e-id,E_"))
    problem = await shared_desk.problem(authorities, systems)
    assert (problem.column, problem.value) == ("key", "e-id")


async def test_a_description_that_stops_before_the_next_begins_is_told_of(shared_desk: Desk) -> None:
    header = "key,name,legal_form,state_owned,valid_from,valid_to\n"
    row = "a,A AB,LIMITED_COMPANY,false,{},{}\n"
    text = header + row.format("2024-01-01", "2025-01-01") + row.format("2026-01-01", "")
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", text))
    assert (problem.line, problem.column) == (2, "valid_to")
    assert problem.reason == "The description stops here and the next begins on 2026-01-01"


async def test_a_description_that_ends_for_good_is_told_of(shared_desk: Desk) -> None:
    header = "key,name,legal_form,state_owned,valid_from,valid_to\n"
    problem = await shared_desk.problem(shared_desk.put("suppliers.csv", header + A.strip() + ",2025-01-01\n"))
    assert problem.reason == "The description stops here and nothing follows it"


async def test_two_agreements_at_a_time_in_one_file_are_told_of(served: Desk) -> None:
    agreements = AGREEMENTS + (
        "v,k,E_IDENTIFICATION,2025-11-01,2026-01-01,2026-07-01\n"
        "w,k,E_IDENTIFICATION,2026-05-01,2026-06-01,\n"
        "x,k,E_IDENTIFICATION,2025-11-01,2025-12-01,2026-01-01\n"
    )
    problem = await served.problem(served.put("actor_agreements.csv", agreements))
    assert (problem.line, problem.reason) == (
        3,
        "w and v (line 2 of actor_agreements.csv) overlap, and there is one agreement at a time",
    )


async def test_an_agreement_at_the_same_time_as_one_of_the_register_is_told_of(served: Desk) -> None:
    await served.load(served.put("actor_agreements.csv", AGREEMENTS + "v,k,E_IDENTIFICATION,2025-11-01,2026-01-01,\n"))
    problem = await served.problem(
        served.put("actor_agreements.csv", AGREEMENTS + "w,k,E_IDENTIFICATION,2026-05-01,2026-06-01,\n")
    )
    assert problem.reason == "w and v (in the register) overlap, and there is one agreement at a time"


async def test_an_agreement_may_take_the_place_of_one_that_the_same_file_ends(served: Desk) -> None:
    first = "v,k,E_IDENTIFICATION,2025-11-01,2026-01-01,{}\n"
    await served.load(served.put("actor_agreements.csv", AGREEMENTS + first.format("")))
    both = first.format("2026-06-01") + "w,k,E_IDENTIFICATION,2026-05-01,2026-06-01,\n"
    report = await served.load(served.put("actor_agreements.csv", AGREEMENTS + both))
    assert (report.nouns[0].added, report.nouns[0].corrected) == (1, 1)


async def test_a_fact_cannot_begin_before_what_it_rests_on(served: Desk) -> None:
    agreements = AGREEMENTS + "v,k,E_IDENTIFICATION,2023-06-01,2026-01-01,\n"
    problem = await served.problem(served.put("actor_agreements.csv", agreements))
    assert (problem.line, problem.column, problem.value) == (2, "actor", "k")
    assert problem.reason == "This holds from 2023-06-01, but the register describes k only from 2024-01-01"


async def test_tiers_that_leave_a_gap_are_traced_to_their_row(served: Desk) -> None:
    tiers = TIERS + "t,f,0,1000,0.12,2026-01-01\nu,f,2000,,0.10,2026-01-01\n"
    fees = served.put("fees.csv", FEES.format(regulation=""))
    problem = await served.problem(served.put("fee_tiers.csv", tiers), fees)
    assert (problem.file, problem.line) == ("fee_tiers.csv", 2)
    assert problem.reason == "The tiers of fee rule f on 2026-01-01 do not cover every quantity once"
    assert problem.remedy.startswith("Begin the first tier at 0")


async def test_a_fee_outside_its_regulation_is_traced_to_its_row(served: Desk) -> None:
    regulations = REGULATIONS + "r,R,BASE,FEE,2025-10-01,2025-11-01,2025-12-01,2026-06-01\n"
    problem = await served.problem(
        served.put("regulations.csv", regulations),
        served.put("fees.csv", FEES.format(regulation="r")),
        served.put("fee_tiers.csv", TIERS + "t,f,0,,0.12,2026-01-01\n"),
    )
    assert problem.reason == "Fee rule f is in force on days its regulation is not"
    assert problem.line == 2
