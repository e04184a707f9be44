"""No sequence of deeds takes a supplier or a system where its life cycle does not lead, and none outlasts its system.

A machine approves, signs, extends, gives notice, cancels, closes the system and lets time pass, and walks the tables of
life cycles beside the register: a deed is done where the table has the step.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from auktor.core.lifecycles import SUPPLIER, SYSTEM, LifeCycle
from auktor.core.status import SUPPLIER_STATUS, agreement_status, system_status
from auktor.core.vocabulary import SupplierStatus as S
from auktor.core.vocabulary import SystemStatus as Y
from db.deeds import Done, Outcome, Refusal
from tests.clusters import Server
from tests.db.deeds.office import CLARA, DAVID, agreement_of
from tests.db.deeds.walking import LoneWalker, walk

AHEAD = timedelta(days=30)
NOTICE = timedelta(days=60)
OPERATION = date(2026, 1, 1)


class Suppliers(LoneWalker):
    """One supplier with its agreements, one after another, in one system, which a run may close."""

    def __init__(self) -> None:
        super().__init__()
        self.today, self.count = date(2025, 11, 20), 0
        self.system, self.operates, self.closes = Y.ESTABLISHED, OPERATION, date.max
        self.agreement, self.starts, self.ends = S.APPROVED, date.max, date.max
        self.approved, self.key = False, ""

    @initialize()
    def begin(self) -> None:
        self.wait(self.office.ground())
        self.supplier = self.wait(self.office.supplier())

    @rule(days=st.sampled_from([1, 22, 61]))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)
        if self.system is Y.ESTABLISHED and self.today >= self.operates:
            self.system = self.follow(SYSTEM, self.system, "start")
        if self.system is not Y.CLOSED and self.today >= self.closes:
            self.system = self.follow(SYSTEM, self.system, "close")
        if self.agreement in {S.CONNECTED, S.TERMINATED} and self.today >= self.ends:
            self.agreement = self.follow(SUPPLIER, self.agreement, "end")

    def follow(self, cycle: LifeCycle[Any], source: Any, deed: str) -> Any:  # noqa: ANN401 -- a state
        (step,) = cycle.transition(source, deed)
        return step.target

    def has(self, cycle: LifeCycle[Any], source: Any, deed: str) -> bool:  # noqa: ANN401 -- a state
        return any(step.deed == deed for step in cycle.deeds_from(source))

    def expect(self, outcome: Outcome, *, legal: bool) -> bool:
        told = (self.today, self.system, self.closes, self.agreement, self.starts, self.ends, outcome)
        assert isinstance(outcome, Done if legal else Refusal), told
        return legal

    def ask(self, name: str, order: dict[str, Any]) -> Outcome:
        viewer = CLARA if name == "register_application" else DAVID
        outcome: Outcome = self.wait(self.office.ask(name, viewer, order))
        return outcome

    @rule()
    def apply(self) -> None:
        if self.approved:
            return
        self.count += 1
        day = self.today.isoformat()
        order = {"case_number": f"A {self.count}", "supplier": self.supplier, "system": "E_IDENTIFICATION"}
        outcome = self.ask("register_application", {**order, "received_on": day})
        if self.expect(outcome, legal=self.today < self.closes):
            self.wait(self.office.do("review_application", application=outcome.key, on=day))
            self.approved = self.expect(self.wait(self.office.decision(outcome.key, "APPROVAL", day)), legal=True)

    @rule(days=st.sampled_from([None, 90]))
    def sign(self, days: int | None) -> None:
        self.count += 1
        day, start = self.today.isoformat(), self.today + AHEAD
        ends = None if days is None else start + timedelta(days=days)
        signed = {"signed_by_authority_on": day, "signed_by_supplier_on": day, "in_force_from": start.isoformat()}
        order = {**agreement_of(self.supplier), "agreement_number": str(self.count), **signed}
        outcome = self.ask("sign_supplier_agreement", {**order, "ends_on": ends and ends.isoformat()})
        alone = self.agreement is S.APPROVED or self.ends <= start
        if self.expect(outcome, legal=self.approved and alone and self.within_system(ends)):
            self.agreement = self.follow(SUPPLIER, S.APPROVED, "sign_agreement")
            self.key, self.starts, self.ends, self.approved = outcome.key, start, ends or date.max, False

    def within_system(self, ends: date | None) -> bool:
        return self.today < self.closes and (self.closes == date.max or (ends is not None and ends <= self.closes))

    @rule()
    def extend(self) -> None:
        ends = self.today + timedelta(days=400)
        order = {"agreement": self.key or "ingen", "on": self.today.isoformat(), "ends_on": ends.isoformat()}
        has_term = self.ends != date.max and self.ends < ends
        legal = self.has(SUPPLIER, self.agreement, "terminate") and has_term and self.within_system(ends)
        if self.expect(self.ask("extend_supplier_agreement", order), legal=legal):
            self.ends = ends

    @rule()
    def give_notice(self) -> None:
        if self.today < self.starts != date.max:
            return
        ends = self.today + NOTICE
        ending = {"ends_on": ends.isoformat(), "end_ground": "TERMINATED_BY_SUPPLIER"}
        order = {"agreement": self.key or "ingen", "notice_given_on": self.today.isoformat(), **ending}
        legal = self.has(SUPPLIER, self.agreement, "terminate") and ends <= self.ends
        if self.expect(self.ask("terminate_supplier_agreement", order), legal=legal):
            self.agreement, self.ends = self.follow(SUPPLIER, self.agreement, "terminate"), ends

    @rule()
    def cancel(self) -> None:
        order = {"agreement": self.key or "ingen", "cancelled_on": self.today.isoformat()}
        legal = self.has(SUPPLIER, self.agreement, "cancel") and self.starts < self.today
        if self.expect(self.ask("cancel_supplier_agreement", order), legal=legal):
            self.agreement, self.ends = self.follow(SUPPLIER, self.agreement, "cancel"), self.today

    @rule()
    def close(self) -> None:
        day, closes = self.today.isoformat(), self.today + AHEAD
        order = {"system": "E_IDENTIFICATION", "case_number": f"S {day}", "reasons": "Ersätts."}
        outcome = self.wait(self.office.decide("close_system", day, **order, closed_on=closes.isoformat()))
        begun = self.ends <= closes or self.starts < closes or not self.key
        legal = self.has(SYSTEM, self.system, "close") and self.closes == date.max and begun
        if self.expect(outcome, legal=legal):
            self.closes, self.ends = closes, min(self.ends, closes)
            self.operates = self.operates if self.operates < closes else date.max

    @invariant()
    def the_register_says_what_the_tables_say(self) -> None:
        if not hasattr(self, "supplier"):
            return
        held = self.wait(self.office.now("authorisation_system", "E_IDENTIFICATION"))
        milestones = {name: held[name] for name in ("established_on", "operation_from", "closed_on")}
        assert system_status(**milestones, as_of=self.today) is self.system
        if self.key:
            held = self.wait(self.office.now("supplier_agreement", self.key))
            dates = {name: held[name] for name in ("in_force_from", "ends_on", "end_ground")}
            signed = {"signed_on": held["signed_by_authority_on"], "terminated_on": held["notice_given_on"]}
            stands = agreement_status(**signed, **dates, as_of=self.today)
            assert SUPPLIER_STATUS[stands] is self.agreement
            assert (held["ends_on"] or date.max) <= self.closes


def _walk(server: Server, template: str, examples: int, steps: int) -> None:
    Suppliers.server, Suppliers.template = server, template
    walk(Suppliers, examples, steps)


def test_deeds_lead_a_supplier_and_a_system_only_where_the_tables_do(postgres: Server, migrated: str) -> None:
    _walk(postgres, migrated, examples=5, steps=14)


@pytest.mark.proof
def test_no_long_sequence_of_deeds_leads_elsewhere(postgres: Server, migrated: str) -> None:
    _walk(postgres, migrated, examples=200, steps=30)
