"""No sequence of deeds takes a system where its life cycle does not lead, and every step of it can be taken.

A machine publishes, establishes, starts, closes and lets time pass, and walks the table beside the register.
"""

from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from auktor.core.lifecycles import SYSTEM
from auktor.core.status import system_status
from auktor.core.vocabulary import SystemStatus as Y
from db.deeds import Done, Outcome, Refusal
from tests.clusters import Server
from tests.db.deeds.office import DAVID
from tests.db.deeds.test_establishing import POST, planned
from tests.db.deeds.walking import LoneWalker, walk

AHEAD = timedelta(days=30)
KINDS = ("APPROVAL_REQUIREMENTS", "TERMS")
STEPS = {"established_on": "establish", "operation_from": "start", "closed_on": "close"}


class Systems(LoneWalker):
    """The system for digital post from its planning on; what is decided has effect thirty days later."""

    def __init__(self) -> None:
        super().__init__()
        self.today, self.state = date(2024, 3, 1), Y.PLANNED
        self.published: set[str] = set()
        self.decided: dict[str, date] = {}

    @initialize()
    def begin(self) -> None:
        self.wait(self.office.ground())
        self.wait(planned(self.office))

    @rule(days=st.sampled_from([1, 31]))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.state = self.state_on(self.today)

    def state_on(self, day: date) -> Y:
        """Where the table leads by what is decided to have come by a day."""
        state = Y.PLANNED
        for name, step in STEPS.items():
            if name in self.decided and self.decided[name] <= day:
                (taken,) = SYSTEM.transition(state, step)
                state = taken.target
        return state

    def decide(self, name: str, deed: str, *, legal: bool, **more: str) -> None:
        comes = self.today + AHEAD
        order = {**POST, name: comes.isoformat(), **more}
        outcome: Outcome = self.wait(self.office.decide(deed, self.today.isoformat(), **order))
        assert isinstance(outcome, Done if legal else Refusal), (self.today, self.state, self.decided, outcome)
        if legal:
            self.decided[name] = comes

    def has(self, state: Y, step: str) -> bool:
        return any(each.deed == step for each in SYSTEM.deeds_from(state))

    @rule(kind=st.sampled_from(KINDS))
    def publish(self, kind: str) -> None:
        if kind not in self.published:
            days = {"published_on": self.today.isoformat(), "applies_from": self.today.isoformat()}
            order = {**POST, "kind": kind, "label": "1", "title": "Krav", **days}
            self.wait(self.office.do("publish_requirements_version", DAVID, **order))
            self.published.add(kind)

    @rule()
    def establish(self) -> None:
        legal = not self.decided and self.published == set(KINDS)
        self.decide("established_on", "establish_system", legal=legal)

    @rule()
    def start(self) -> None:
        legal = "operation_from" not in self.decided and self.has(self.state_on(self.today + AHEAD), "start")
        self.decide("operation_from", "start_system", legal=legal)

    @rule()
    def close(self) -> None:
        legal = "closed_on" not in self.decided and self.has(self.state, "close")
        told = {"case_number": f"S {self.today}", "reasons": "Ersätts."}
        self.decide("closed_on", "close_system", legal=legal, **told)
        # A system that closes before it was to be in operation never is.
        if legal and self.decided["closed_on"] <= self.decided.get("operation_from", date.min):
            del self.decided["operation_from"]

    @invariant()
    def the_register_says_what_the_table_says(self) -> None:
        held = self.wait(self.office.now("authorisation_system", "DIGITAL_POST")) if self.decided else None
        if held:
            assert {name: held[name] for name in STEPS if held[name]} == self.decided
            assert system_status(**{name: held[name] for name in STEPS}, as_of=self.today) is self.state


def _walk(server: Server, template: str, examples: int, steps: int) -> None:
    Systems.server, Systems.template = server, template
    walk(Systems, examples, steps)


def test_deeds_lead_a_system_only_where_the_table_does(postgres: Server, migrated: str) -> None:
    _walk(postgres, migrated, examples=3, steps=16)


@pytest.mark.proof
def test_no_long_sequence_of_deeds_leads_a_system_elsewhere(postgres: Server, migrated: str) -> None:
    _walk(postgres, migrated, examples=200, steps=30)
