"""No sequence of deeds, however the days fall, takes an agreement or a regulation where its life cycle does not lead.

Where these stand follows from their dates. A machine signs, gives notice, cancels, decides, promulgates, repeals and
lets time pass, and walks the tables of life cycles beside the register: a deed is done where the table has the step.
"""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from auktor.core.lifecycles import AGREEMENT, REGULATION, LifeCycle
from auktor.core.starts import earliest_start
from auktor.core.status import agreement_status, regulation_status
from auktor.core.vocabulary import AgreementStatus as G
from auktor.core.vocabulary import RegulationStatus as R
from db.deeds import Done, Outcome, Refusal
from db.engine import Database
from tests.db.deeds.office import CLARA, DAVID, Office

NOTICE = timedelta(days=60)
AHEAD = timedelta(days=45)


class Dates(RuleBasedStateMachine):
    """One public actor with its agreements, one after another, and one regulation after another."""

    url = ""
    number = 0
    designations = 0

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.office = Office(Database(self.url))
        self.today = date(2026, 1, 5)
        self.agreement, self.starts, self.ends = G.DRAFT, date.max, date.max
        self.regulation, self.force, self.ceases = R.CIRCULATED, date.max, date.max
        self.agreement_key = self.regulation_key = ""

    def wait(self, doing: Any) -> Any:  # noqa: ANN401 -- whatever the deed gives
        return self.loop.run_until_complete(doing)

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
        number, start = f"{self.actor} {self.today}", earliest_start(self.today)
        order = {"actor": self.actor, "system": "E_IDENTIFICATION", "agreement_number": number}
        outcome = self.wait(
            self.office.ask("sign_actor_agreement", CLARA, {**order, "signed_on": self.today.isoformat()})
        )
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
        if self.regulation not in {R.CIRCULATED, R.REPEALED}:
            return
        force = self.today + AHEAD
        draft = {"title": "Föreskrifter", "kind": "BASE", "subject": "FEE", "authorisation": "SFS 2023:709 7 §"}
        more = {"case_number": f"{self.actor} {self.today}", "in_force_from": force.isoformat()}
        outcome = self.wait(self.office.decide("issue_regulation", self.today.isoformat(), **draft, **more))
        assert isinstance(outcome, Done), outcome
        self.regulation_key, self.force, self.ceases, self.regulation = outcome.key, force, date.max, R.DECIDED

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
            dates = {
                name: held[names.get(name, name)]
                for name in ("signed_on", "in_force_from", "terminated_on", "ends_on", "end_ground")
            }
            assert agreement_status(**dates, as_of=self.today) is self.agreement
        if self.regulation_key and self.regulation is not R.DECIDED:
            held = self.wait(self.office.now("regulation", self.regulation_key))
            dates = {name: held[name] for name in ("decided_on", "promulgated_on", "in_force_from")}
            assert regulation_status(**dates, ceases_on=held["repealed_on"], as_of=self.today) is self.regulation

    def teardown(self) -> None:
        self.wait(self.office.database.close())
        self.loop.close()


def _walk(url: str, examples: int, steps: int) -> None:
    Dates.url, Dates.number = url, 0
    run_state_machine_as_test(
        Dates,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_dates_lead_an_agreement_and_a_regulation_only_where_the_tables_do(fresh_database: str) -> None:
    _walk(fresh_database, examples=6, steps=12)


@pytest.mark.proof
def test_no_long_sequence_of_dates_leads_elsewhere(fresh_database: str) -> None:
    _walk(fresh_database, examples=300, steps=30)
