"""No sequence of deeds, however the days fall, takes an agreement or a regulation where its life cycle does not lead.

Where these stand follows from their dates. A machine signs, concludes, gives notice, cancels, circulates, notifies,
decides, promulgates, repeals and lets time pass, and walks the tables of life cycles beside the register: a deed is
done where the table has the step, and never inside a standstill.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from auktor.core.deeds.regulations import standstill_end
from auktor.core.lifecycles import AGREEMENT, REGULATION, LifeCycle
from auktor.core.starts import earliest_start
from auktor.core.status import agreement_status, regulation_status
from auktor.core.vocabulary import AgreementStatus as G
from auktor.core.vocabulary import RegulationStatus as R
from db.deeds import Done, Outcome, Prepared, Refusal
from db.facts import table_of
from db.models import EuNotification
from tests.db.deeds.office import CLARA, DAVID
from tests.db.deeds.walking import Walker, walk

NOTICE = timedelta(days=60)
AHEAD = timedelta(days=45)
ASKED = timedelta(days=20)


class Dates(Walker):
    """One public actor with its agreements, one after another, and one regulation after another."""

    number = 0
    designations = 0
    notices = 0

    def __init__(self) -> None:
        super().__init__()
        self.today = date(2026, 1, 5)
        self.agreement, self.starts, self.ends = G.DRAFT, date.max, date.max
        self.regulation, self.force, self.until = R.DRAFT, date.max, date.min
        self.agreement_key = self.regulation_key = ""
        self.agreements = 0

    @initialize()
    def begin(self) -> None:
        if Dates.number == 0:
            self.wait(self.office.ground())
        Dates.number += 1
        self.actor = self.wait(self.office.agency(f"verket {Dates.number}"))

    @rule(days=st.sampled_from([1, 22, 61]))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)
        if self.agreement is G.CONCLUDED and self.starts <= self.today:
            self.agreement = self.follow(AGREEMENT, self.agreement, "enter_into_force")
        if self.agreement is G.TERMINATED and self.ends <= self.today:
            self.agreement = self.follow(AGREEMENT, self.agreement, "end")
        if self.regulation is R.PROMULGATED and self.force <= self.today:
            self.regulation = self.follow(REGULATION, self.regulation, "enter_into_force")

    def follow(self, cycle: LifeCycle[Any], source: Any, deed: str) -> Any:  # noqa: ANN401 -- a state
        (step,) = cycle.transition(source, deed)
        return step.target

    def expect(self, outcome: Outcome, *, legal: bool) -> bool:
        assert isinstance(outcome, Done if legal else Refusal), (self.today, self.agreement, self.regulation, outcome)
        return legal

    @rule()
    def sign(self) -> None:
        outcome = self.wait(self.office.ask("sign_actor_agreement", CLARA, self.signed("signed_on")))
        self.concluded(outcome)

    @rule()
    def conclude(self) -> None:
        order = self.signed("signed_by_actor_on")
        later = self.today + timedelta(days=1)
        prepared = self.wait(self.office.ask("conclude_actor_agreement", CLARA, order, prepares=True, on=later))
        self.time_passes(1)
        if isinstance(prepared, Prepared):
            prepared = self.wait(
                self.office.take("conclude_actor_agreement", prepared.number, DAVID, self.today.isoformat())
            )
        self.concluded(prepared)

    def signed(self, name: str) -> dict[str, str]:
        self.agreements += 1
        number = {"agreement_number": f"{self.actor} {self.agreements}"}
        return {"actor": self.actor, "system": "E_IDENTIFICATION", **number, name: self.today.isoformat()}

    def concluded(self, outcome: Outcome) -> None:
        start = earliest_start(self.today)
        gone = self.agreement in {G.DRAFT, G.TERMINATED, G.ENDED, G.CANCELLED}
        if self.expect(outcome, legal=gone and (self.agreement is G.DRAFT or self.ends <= start)):
            self.agreement_key, self.starts, self.ends, self.agreement = outcome.key, start, date.max, G.CONCLUDED

    @rule()
    def give_notice(self) -> None:
        ends = self.today + NOTICE
        order = {"agreement": self.agreement_key or "ingen", "notice_given_on": self.today.isoformat()}
        ending = {"ends_on": ends.isoformat(), "end_ground": "TERMINATED_BY_ACTOR"}
        outcome = self.wait(self.office.ask("terminate_actor_agreement", CLARA, order | ending))
        if self.expect(outcome, legal=self.has(AGREEMENT, self.agreement, "terminate")):
            self.agreement, self.ends = self.follow(AGREEMENT, self.agreement, "terminate"), ends

    @rule()
    def cancel(self) -> None:
        order = {"agreement": self.agreement_key or "ingen", "cancelled_on": self.today.isoformat()}
        outcome = self.wait(self.office.ask("cancel_actor_agreement", DAVID, order))
        legal = self.has(AGREEMENT, self.agreement, "cancel") and self.starts < self.today
        if self.expect(outcome, legal=legal):
            self.agreement, self.ends = self.follow(AGREEMENT, self.agreement, "cancel"), self.today

    @rule()
    def decide(self) -> None:
        force = self.today + AHEAD
        order = {"regulation": self.regulation_key or "ingen", "in_force_from": force.isoformat()}
        outcome = self.wait(self.office.decide("issue_regulation", self.today.isoformat(), **order))
        legal = self.has(REGULATION, self.regulation, "decide") and self.until <= self.today
        if self.expect(outcome, legal=legal):
            self.regulation, self.force = self.follow(REGULATION, self.regulation, "decide"), force

    @rule()
    def circulate(self) -> None:
        if self.regulation not in {R.DRAFT, R.REPEALED}:
            return
        draft = {"title": "Föreskrifter", "kind": "BASE", "subject": "FEE", "authorisation": "SFS 2023:709 7 §"}
        sent = {"circulated_on": self.today.isoformat(), "answers_due_on": (self.today + ASKED).isoformat()}
        numbered = {"case_number": f"{self.actor} {self.today}", "holds_technical_rules": False}
        order = {**draft, **sent, **numbered}
        outcome = self.wait(self.office.ask("circulate_regulation", CLARA, order))
        assert isinstance(outcome, Done), outcome
        self.regulation_key, self.until = outcome.key, self.today + ASKED + timedelta(days=1)
        self.regulation = self.follow(REGULATION, R.DRAFT, "circulate")

    @rule(detailed_opinion=st.booleans())
    def notify(self, detailed_opinion: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
        Dates.notices += 1
        notice = {"number": f"2026/{Dates.notices}/S", "received_on": self.today.isoformat()}
        order = {"regulation": self.regulation_key or "ingen", **notice, "detailed_opinion": detailed_opinion}
        outcome = self.wait(self.office.ask("notify_regulation", CLARA, order))
        if self.expect(outcome, legal=self.has(REGULATION, self.regulation, "notify")):
            self.regulation = self.follow(REGULATION, self.regulation, "notify")
            ends = standstill_end(self.today, detailed_opinion=detailed_opinion)
            self.until = max(self.until, ends)

    @rule()
    def promulgate(self) -> None:
        Dates.designations += 1
        given = {
            "series": "MDFFS",
            "year": 2026,
            "number": Dates.designations,
            "promulgated_on": self.today.isoformat(),
        }
        outcome = self.wait(
            self.office.ask("promulgate_regulation", CLARA, {"regulation": self.regulation_key or "ingen", **given})
        )
        if self.expect(outcome, legal=self.has(REGULATION, self.regulation, "promulgate") and self.today <= self.force):
            self.regulation = self.follow(REGULATION, self.regulation, "promulgate")
            self.time_passes(0)

    @rule()
    def repeal(self) -> None:
        day = self.today.isoformat()
        until = (self.today + timedelta(days=1)).isoformat()
        order = {"regulation": self.regulation_key or "ingen", "on": day, "repealed_on": until}
        outcome = self.wait(self.office.ask("repeal_regulation", DAVID, order))
        if self.expect(outcome, legal=self.has(REGULATION, self.regulation, "repeal")):
            self.regulation = self.follow(REGULATION, self.regulation, "repeal")
            self.today += timedelta(days=1)
            self.time_passes(0)

    def has(self, cycle: LifeCycle[Any], source: Any, deed: str) -> bool:  # noqa: ANN401 -- a state
        return any(step.deed == deed for step in cycle.deeds_from(source))

    @invariant()
    def the_register_says_what_the_tables_say(self) -> None:
        if self.agreement_key:
            held = self.wait(self.office.now("actor_agreement", self.agreement_key))
            names = {"terminated_on": "notice_given_on"}
            known = ("signed_by_actor_on", "signed_on", "in_force_from", "terminated_on", "ends_on", "end_ground")
            dates = {name: held[names.get(name, name)] for name in known}
            assert agreement_status(**dates, as_of=self.today) is self.agreement
        if self.regulation_key and self.regulation is not R.DECIDED:
            held = self.wait(self.office.now("regulation", self.regulation_key))
            dates = {name: held[name] for name in ("circulated_on", "decided_on", "promulgated_on", "in_force_from")}
            dates |= {"ceases_on": held["repealed_on"], "notified_on": self.wait(self.notified_on(held))}
            assert regulation_status(**dates, as_of=self.today) is self.regulation

    async def notified_on(self, held: dict[str, Any]) -> date | None:
        table = table_of(EuNotification)
        received = table.select().with_only_columns(table.c.received_on).where(table.c.id == held["eu_notification_id"])
        async with self.office.database.reading() as connection:
            found: date | None = await connection.scalar(received)
            return found


def _walk(url: str, examples: int, steps: int) -> None:
    Dates.url, Dates.number = url, 0
    walk(Dates, examples, steps)


def test_dates_lead_an_agreement_and_a_regulation_only_where_the_tables_do(fresh_database: str) -> None:
    _walk(fresh_database, examples=6, steps=12)


@pytest.mark.proof
def test_no_long_sequence_of_dates_leads_elsewhere(fresh_database: str) -> None:
    _walk(fresh_database, examples=300, steps=30)
