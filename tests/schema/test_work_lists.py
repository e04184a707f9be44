"""The lists an office works from: what waits, in which order; and that they are empty for whom they are not meant."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import date
from typing import Any

import pytest

from auktor.core.roles import Role
from db.engine import Database
from db.visibility import ANYONE, Viewer
from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, DAVID, Office

ASTA = Viewer(Role.AUDITOR, None, "asta")
SARA = Viewer(Role.SUPPLIER, "alfa", "sara")
"""Acts for Alfa, which has applied, and of whom a public finding is told."""


async def _work(office: Office) -> None:
    """Two applicants, one rejected and before the court; one review, with a public finding and a secret one."""
    for name, number, received in (("Alfa", "556000-0167", "2025-03-05"), ("Beta", "556000-0175", "2025-03-02")):
        supplier = await office.supplier(name, number)
        await office.application(supplier, f"A {supplier}", received_on=received)
    await office.decision("application-a-beta", "REJECTION")
    served = {"decision": "decision-b-application-a-beta", "served_on": "2025-04-12"}
    await office.do("record_service", **served)
    case = {"decision": served["decision"], "applicant": "beta", "case_number": "1-25", "received_on": "2025-04-20"}
    await office.do("register_rectification_case", **case)
    review = await office.do("open_review", supplier="alfa", case_number="U 1", opened_on="2026-03-02")
    for public, deadline in ((True, "2026-05-04"), (False, "2026-04-01")):
        found = {"severity": "MINOR", "description": "En brist.", "found_on": "2026-03-03", "deadline": deadline}
        await office.do("record_finding", review=review, public=public, **found)
    approval = {"application": "application-a-alfa", "case_number": "B 2", "kind": "APPROVAL", "reasons": "Skälen."}
    await office.ask("decide_application", CLARA, approval, prepares=True, on=date(2026, 3, 10))
    await office.ask(
        "decide_application", DAVID, {**approval, "kind": "DISMISSAL"}, prepares=True, on=date(2026, 3, 10)
    )
    await office.refused("review_application", CLARA, application="application-a-alfa", on="2026-03-11")


@pytest.fixture(scope="module")
def office_at_work(module_database: str) -> str:
    async def work() -> None:
        office = Office(Database(module_database))
        await office.ground()
        await _work(office)
        await office.database.close()

    asyncio.run(work())
    return module_database


@pytest.fixture
async def worked(office_at_work: str) -> AsyncGenerator[Database, None]:
    database = Database(office_at_work)
    yield database
    await database.close()


async def asked(database: Database, viewer: Viewer, document: str) -> Any:  # noqa: ANN401 -- what was asked for
    answer = await execute(document, context_for(database, viewer=viewer))
    assert not answer.errors, answer.errors
    return answer.data


QUEUE = """{ applications(filter: {status: {in: [RECEIVED, UNDER_REVIEW, RECTIFICATION_PENDING]}},
                          orderBy: [{field: RECEIVED_ON}]) {
  totalCount
  nodes { caseNumber status supplier { name } decisions { nodes { kind rectificationCases { totalCount } } } } } }"""
LISTS = ["applications", "decisions", "rectificationCases", "reviews", "reviewFindings", "preparations", "auditEntries"]
EVERY = "{ " + " ".join(f"{each} {{ totalCount }}" for each in LISTS) + " }"


async def test_the_queue_holds_what_waits_oldest_first(worked: Database) -> None:
    alfa = {"caseNumber": "A alfa", "status": "UNDER_REVIEW", "supplier": {"name": "Alfa"}, "decisions": {"nodes": []}}
    rejected = {"nodes": [{"kind": "REJECTION", "rectificationCases": {"totalCount": 1}}]}
    beta = {"caseNumber": "A beta", "status": "RECTIFICATION_PENDING", "supplier": {"name": "Beta"}}
    expected = {"totalCount": 2, "nodes": [{**beta, "decisions": rejected}, alfa]}
    assert (await asked(worked, CLARA, QUEUE))["applications"] == expected


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        pytest.param(CLARA, [2, 1, 1, 1, 2, 2, 0], id="a case officer sees all but the log"),
        pytest.param(DAVID, [2, 1, 1, 1, 2, 2, 0], id="a decision maker alike"),
        pytest.param(ASTA, [2, 1, 1, 1, 2, 2, 16], id="an auditor the log too"),
        pytest.param(SARA, [1, 0, 0, 1, 2, 0, 0], id="a supplier its own"),
        pytest.param(Viewer(Role.AGENCY, "alfa", "x"), [0, 0, 0, 0, 1, 0, 0], id="an agency what is public"),
        pytest.param(Viewer(Role.PUBLISHER, None, "p"), [0, 0, 0, 0, 1, 0, 0], id="a publisher alike"),
        pytest.param(ANYONE, [0, 0, 0, 0, 1, 0, 0], id="and a stranger"),
    ],
)
async def test_each_list_holds_what_its_viewer_may_see(worked: Database, viewer: Viewer, seen: list[int]) -> None:
    found = await asked(worked, viewer, EVERY)
    assert [found[name]["totalCount"] for name in LISTS] == seen


async def test_findings_come_by_deadline(worked: Database) -> None:
    open_in_april = 'filter: {deadline: {lt: "2026-05-01"}, remediedOn: {isNull: true}}'
    document = f"{{ reviewFindings({open_in_april}) {{ nodes {{ deadline public }} }} }}"
    assert (await asked(worked, CLARA, document))["reviewFindings"]["nodes"] == [
        {"deadline": "2026-04-01", "public": False}
    ]


async def test_a_filter_finds_nothing_that_its_viewer_may_not_see(worked: Database) -> None:
    document = '{ reviewFindings(filter: {deadline: {eq: "2026-04-01"}}) { totalCount } }'
    assert (await asked(worked, ANYONE, document))["reviewFindings"]["totalCount"] == 0


async def test_who_decides_asks_for_what_others_prepared(worked: Database) -> None:
    document = """{ preparations(filter: {preparedBy: {ne: "david"}, deed: {eq: "decideApplication"}},
                   orderBy: [{field: AT}]) { nodes { id deed preparedBy decidedBy isDecided } } }"""
    waiting = {"id": "Preparation:2", "deed": "decideApplication", "preparedBy": "clara"}
    assert (await asked(worked, DAVID, document))["preparations"]["nodes"] == [
        {**waiting, "decidedBy": None, "isDecided": False}
    ]
    all_of_them = "{ preparations(isDecided: null) { nodes { id decidedBy } } }"
    assert (await asked(worked, DAVID, all_of_them))["preparations"]["nodes"] == [
        {"id": "Preparation:3", "decidedBy": None},
        {"id": "Preparation:2", "decidedBy": None},
        {"id": "Preparation:1", "decidedBy": "david"},
    ]


async def test_the_auditor_asks_who_tried_what_in_pages_from_either_end(worked: Database) -> None:
    refused = '{ auditEntries(filter: {refused: {isNull: false}, actor: {eq: "clara"}}) { nodes { deed refused } } }'
    assert (await asked(worked, ASTA, refused))["auditEntries"]["nodes"] == [
        {"deed": "review_application", "refused": "ILLEGAL_TRANSITION"}
    ]
    by_deed = """{ auditEntries(orderBy: [{field: DEED}], first: 2) { nodes { deed } pageInfo { endCursor } }
      latest: auditEntries(last: 1) { nodes { deed } } }"""
    found = await asked(worked, ASTA, by_deed)
    assert [each["deed"] for each in found["auditEntries"]["nodes"]] == ["decide_application", "open_review"]
    assert found["latest"]["nodes"] == [{"deed": "register_supplier"}]
    cursor = found["auditEntries"]["pageInfo"]["endCursor"]
    after = f'{{ auditEntries(orderBy: [{{field: DEED}}], first: 1, after: "{cursor}") {{ nodes {{ deed }} }} }}'
    assert (await asked(worked, ASTA, after))["auditEntries"]["nodes"] == [{"deed": "prepare_decision"}]


async def test_an_emergency_is_asked_for_by_name(worked: Database) -> None:
    document = "{ auditEntries(filter: {isEmergency: {eq: true}}) { totalCount } }"
    assert (await asked(worked, ASTA, document))["auditEntries"]["totalCount"] == 0


async def test_what_is_withheld_is_counted_and_a_median_of_few_is_not_told(worked: Database) -> None:
    document = """{ statistics { decisions { kind decisions challenged overturned }
                                handlingTimes { decided medianDaysToDecision signed medianDaysToAgreement } } }"""
    rejected = {"kind": "REJECTION", "decisions": 1, "challenged": 1, "overturned": 0}
    times = {"decided": 1, "medianDaysToDecision": None, "signed": 0, "medianDaysToAgreement": None}
    told = (await asked(worked, ANYONE, document))["statistics"]
    assert told == {"decisions": [rejected], "handlingTimes": [times]}
