"""No sequence of deeds reaches an illegal state, and every legal path works: against the real database.

A machine does deeds at random, legal and illegal, to one application and one service, and walks the tables beside it.
What the register then holds must be what the table says; a deed the table does not have must be refused.
"""

import asyncio
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from auktor.core.deeds.applications import CYCLE_STEP
from auktor.core.lifecycles import APPLICATION, SERVICE
from auktor.core.vocabulary import ApplicationStatus as A
from auktor.core.vocabulary import ServiceStatus
from db.audit_chain import check
from db.deeds import Done, Outcome, Refusal
from db.engine import Database
from tests.db.deeds.office import CLARA, DAVID, agreement_of
from tests.db.deeds.test_services_and_reviews import SERVICE as ADDED
from tests.db.deeds.walking import Walker, walk

_COUNT = sa.text("SELECT count(*) FROM supplier_identity")
DECISIONS = {"APPROVAL": "approve", "REJECTION": "reject", "DISMISSAL": "dismiss", "STRIKING_OFF": "strike_off"}
OUTCOMES = {"GRANTED": "grant_rectification", "REFUSED": "refuse_rectification"}


class Deeds(Walker):
    """One application and one service of one supplier; `today` moves on by three weeks and a day with every deed."""

    def __init__(self) -> None:
        super().__init__()
        self.today, self.count = date(2025, 3, 12), 0
        self.application, self.service = A.RECEIVED, ServiceStatus.UNDER_REVIEW
        self.in_force = False

    @initialize()
    def begin(self) -> None:
        self.wait(self._begin())

    async def _begin(self) -> None:
        # Every run tells of a supplier of its own in one register, so that a database need not be made for each.
        async with self.office.database.reading() as connection:
            number = await connection.scalar(_COUNT)
        if number == 0:
            await self.office.ground()
        self.name = f"leverantor-{number}"
        self.key = await self.office.do(
            "register_supplier",
            name=self.name,
            organisation_number="556000-0167",
            legal_form="LIMITED_COMPANY",
            on="2025-03-01",
        )
        applied = {"supplier": self.key, "system": "E_IDENTIFICATION", "received_on": "2025-03-10"}
        self.case = await self.office.do("register_application", case_number=self.name, **applied)
        added = {**ADDED, "supplier": self.key, "name": f"{self.name}-id", "on": "2025-03-10"}
        self.service_key = await self.office.do("add_service", **added)

    def next_day(self) -> str:
        self.today += timedelta(days=22)
        self.count += 1
        return self.today.isoformat()

    def expect(self, outcome: Outcome, source: A, deed: str) -> bool:
        """Whether the table has the step; the outcome must say the same."""
        legal = [step for step in APPLICATION.deeds_from(source) if step.deed == deed]
        assert isinstance(outcome, Done if legal else Refusal), (source, deed, outcome)
        if legal:
            self.application = legal[0].target
        return bool(legal)

    @rule(deed=st.sampled_from(sorted(set(CYCLE_STEP) - {"finalise_rejection"})))
    def move(self, deed: str) -> None:
        order = {"application": self.case, "on": self.next_day()}
        viewer = DAVID if deed == "lapse_approval" else CLARA
        self.expect(self.wait(self.office.ask(deed, viewer, order)), self.application, CYCLE_STEP[deed])

    @rule(kind=st.sampled_from(sorted(DECISIONS)))
    def decide(self, kind: str) -> None:
        day = self.next_day()
        rejection = {"ground": "UNPAID_TAX", "rectification_information": True} if kind == "REJECTION" else {}
        order = {"application": self.case, "case_number": f"{self.name} {self.count}", "kind": kind, "reasons": "S."}
        outcome = self.wait(self.office.decide("decide_application", day, **order, **rejection))
        if self.expect(outcome, self.application, DECISIONS[kind]) and kind == "REJECTION":
            self.decision, self.served = f"decision-{self.name}-{self.count}", self.today
            self.wait(self.office.do("record_service", decision=self.decision, served_on=day))

    @rule(outcome=st.sampled_from(sorted(OUTCOMES)))
    def go_to_court(self, outcome: str) -> None:
        if self.application is not A.REJECTED:
            return
        number = f"{self.name} {self.count}"
        # With the deed after its service three weeks have passed, and a day.
        in_time = self.today == self.served
        received = self.served + timedelta(days=21) if in_time else self.today
        sought = {"decision": self.decision, "applicant": self.key, "case_number": number}
        order = {**sought, "received_on": received.isoformat()}
        case = self.wait(self.office.ask("register_rectification_case", CLARA, order))
        assert isinstance(case, Done if in_time else Refusal), (self.served, received, case)
        if not in_time:
            return
        given = {"rectification_case": case.key, "outcome": outcome, "decided_on": self.next_day()}
        self.wait(self.office.do("decide_rectification_case", **given))
        self.application = A.UNDER_REVIEW if outcome == "GRANTED" else A.REJECTED_FINAL

    @rule()
    def become_final(self) -> None:
        if self.application is A.REJECTED:
            order = {"application": self.case, "on": self.next_day()}
            self.expect(
                self.wait(self.office.ask("finalise_rejection", CLARA, order)), self.application, "become_final"
            )

    @rule()
    def sign(self) -> None:
        day = self.next_day()
        signed = {"signed_by_authority_on": day, "signed_by_supplier_on": day, "in_force_from": day}
        order = {**agreement_of(self.key), "agreement_number": str(self.count), **signed}
        outcome = self.wait(self.office.ask("sign_supplier_agreement", DAVID, order))
        self.in_force |= self.expect(outcome, self.application, "sign_agreement")

    @rule(status=st.sampled_from(list(ServiceStatus)))
    def change_service(self, status: ServiceStatus) -> None:
        order = {"service": self.service_key, "status": str(status), "on": self.next_day()}
        outcome = self.wait(self.office.ask("change_service_status", CLARA, order))
        legal = SERVICE.is_legal(self.service, status) and (self.in_force or status is not ServiceStatus.IN_OPERATION)
        assert isinstance(outcome, Done if legal else Refusal), (self.service, status, outcome)
        self.service = status if legal else self.service

    @invariant()
    def the_register_holds_what_the_table_says(self) -> None:
        if hasattr(self, "service_key"):
            assert self.wait(self.office.now("application", self.case))["status"] is self.application
            assert self.wait(self.office.now("service", self.service_key))["status"] is self.service


def _walk(url: str, examples: int, steps: int) -> None:
    Deeds.url = url
    walk(Deeds, examples, steps)
    assert asyncio.run(_faults(url)) == []


@pytest.mark.slow
def test_no_sequence_of_deeds_reaches_an_illegal_state(fresh_database: str) -> None:
    _walk(fresh_database, examples=12, steps=10)


@pytest.mark.proof
def test_no_long_sequence_of_deeds_reaches_one(fresh_database: str) -> None:
    _walk(fresh_database, examples=200, steps=30)


async def _faults(url: str) -> list[str]:
    """What is wrong with the audit log after everything; the ground itself is laid without a deed."""
    database = Database(url)
    async with database.reading() as connection:
        chain = await check(connection)
    await database.close()
    return [fault.place for fault in chain.faults if fault.place != "revision 1"]
