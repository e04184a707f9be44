"""Life cycles as tables: which states there are, which deed leads from one to another, by what law, when, and to what.

The tables are the whole truth: a deed asks them, a test walks them, and the diagrams in the documentation are drawn
from them. `auktor.core.status` computes from dates where a thing stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from auktor.core.errors import IllegalTransition
from auktor.core.vocabulary import (
    AgreementStatus,
    ApplicationStatus,
    Language,
    RegulationStatus,
    ServiceStatus,
    SupplierStatus,
    SystemStatus,
    Term,
)

State = TypeVar("State", bound=Term)


@dataclass(frozen=True, slots=True)
class Transition(Generic[State]):
    """One legal step: what is done, by which deeds of `auktor.core.deeds.table` (none where the day itself does it).

    `requires` is what must be true, `follows` what else becomes so; who may is said by the deeds.
    """

    source: State
    target: State
    deed: str
    legal_source: str
    done_by: tuple[str, ...]
    requires: str
    follows: str


@dataclass(frozen=True, slots=True)
class LifeCycle(Generic[State]):
    """The states of one kind of object, in order, the one it begins in, and every legal step."""

    name: str
    states: tuple[State, ...]
    initial: State
    transitions: tuple[Transition[State], ...]

    def is_legal(self, source: State, target: State) -> bool:
        """Whether one deed leads from `source` to `target`. To stay is no step."""
        return any((step.source, step.target) == (source, target) for step in self.transitions)

    def deeds_from(self, state: State) -> tuple[Transition[State], ...]:
        """The steps that may be taken in `state`, in the order of the table."""
        return tuple(step for step in self.transitions if step.source == state)

    def is_final(self, state: State) -> bool:
        """Whether nothing follows `state`."""
        return not self.deeds_from(state)

    def transition(self, source: State, deed: str) -> tuple[Transition[State], ...]:
        """The steps `deed` may take from `source`: one, or several where its outcome decides. None is an error."""
        steps = tuple(step for step in self.deeds_from(source) if step.deed == deed)
        if not steps:
            possible = ", ".join(dict.fromkeys(step.deed for step in self.deeds_from(source))) or "none"
            raise IllegalTransition(
                f"{deed} is not possible for an object of the life cycle {self.name} that is {source.en}. "
                f"Possible now: {possible}.",
                source=source,
                deed=deed,
            )
        return steps


def _steps(
    deed: str,
    legal_source: str,
    *pairs: tuple[State, State],
    by: tuple[str, ...] = (),
    requires: str = "",
    follows: str = "",
) -> Iterator[Transition[State]]:
    for source, target in pairs:
        yield Transition(source, target, deed, legal_source, by, requires, follows)


_A = ApplicationStatus
_OPEN_APPLICATIONS = (_A.RECEIVED, _A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED)

# A rejection that nobody challenges becomes final when the three weeks of 18 § have passed.
APPLICATION = LifeCycle(
    "application",
    tuple(_A),
    _A.RECEIVED,
    (
        *_steps("review", "SFS 2023:704 11 §", (_A.RECEIVED, _A.UNDER_REVIEW), by=("review_application",)),
        *_steps(
            "request_supplement",
            "SFS 2023:704 12 §",
            (_A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED),
            by=("request_supplement",),
        ),
        *_steps(
            "supplement",
            "SFS 2023:704 12 §",
            (_A.SUPPLEMENT_REQUESTED, _A.UNDER_REVIEW),
            by=("supplement_application",),
            requires="a supplier acts for itself only",
        ),
        *_steps(
            "approve",
            "SFS 2023:704 11 § första stycket",
            (_A.UNDER_REVIEW, _A.APPROVED),
            by=("decide_application",),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *_steps(
            "reject",
            "SFS 2023:704 11 § andra stycket",
            (_A.UNDER_REVIEW, _A.REJECTED),
            by=("decide_application",),
            requires="another prepared it; a ground of 11 §; told how to seek rectification (13 §)",
            follows="the decision waits to be served",
        ),
        *_steps(
            "dismiss",
            "SFS 2023:704 8 §",
            (_A.UNDER_REVIEW, _A.DISMISSED),
            by=("decide_application",),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *_steps(
            "withdraw",
            "SFS 2023:704 8 §",
            *((state, _A.WITHDRAWN) for state in _OPEN_APPLICATIONS),
            by=("withdraw_application",),
            requires="a supplier acts for itself only",
        ),
        *_steps(
            "strike_off",
            "SFS 2023:704 14 §",
            *((state, _A.STRUCK_OFF) for state in _OPEN_APPLICATIONS),
            by=(
                "decide_application",
                "close_system",
            ),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *_steps(
            "seek_rectification",
            "SFS 2023:704 18 §",
            (_A.REJECTED, _A.RECTIFICATION_PENDING),
            by=("register_rectification_case",),
            requires="by the rejected applicant, within three weeks of service",
            follows="the court has the case",
        ),
        *_steps(
            "grant_rectification",
            "SFS 2023:704 16 §",
            (_A.RECTIFICATION_PENDING, _A.UNDER_REVIEW),
            by=("decide_rectification_case",),
            requires="the court granted it",
            follows="the authority reviews anew",
        ),
        *_steps(
            "become_final",
            "SFS 2023:704 18 §",
            (_A.REJECTED, _A.REJECTED_FINAL),
            by=("finalise_rejection",),
            requires="three weeks have passed since service",
        ),
        *_steps(
            "refuse_rectification",
            "SFS 2023:704 16 §",
            (_A.RECTIFICATION_PENDING, _A.REJECTED_FINAL),
            by=("decide_rectification_case",),
            requires="the court did not grant it",
        ),
        *_steps(
            "sign_agreement",
            "SFS 2023:704 15 §",
            (_A.APPROVED, _A.AGREEMENT_SIGNED),
            by=("sign_supplier_agreement",),
            requires="the system is open; no other agreement those days",
            follows="the approval has no more effect",
        ),
        *_steps("lapse", "SFS 2023:704 15 §", (_A.APPROVED, _A.LAPSED), by=("lapse_approval",)),
        *_steps(
            "withdraw",
            "SFS 2023:704 8 §",
            (_A.APPROVED, _A.WITHDRAWN),
            by=("withdraw_application",),
            requires="a supplier acts for itself only",
        ),
    ),
)

_S = SupplierStatus

# A supplier that left comes back by a new agreement, which is a new object with a cycle of its own.
SUPPLIER = LifeCycle(
    "supplier",
    tuple(_S),
    _S.APPROVED,
    (
        *_steps(
            "sign_agreement",
            "SFS 2023:704 15 §",
            (_S.APPROVED, _S.CONNECTED),
            by=("sign_supplier_agreement",),
            requires="an approval in effect; no other agreement those days; no end after the system's",
            follows="on the list of 7 § from its first day in force",
        ),
        *_steps(
            "terminate",
            "avtal",
            (_S.CONNECTED, _S.TERMINATED),
            by=("terminate_supplier_agreement",),
            requires="to an end no later than the present",
            follows="stays on the list until the end",
        ),
        *_steps(
            "end",
            "avtal",
            (_S.TERMINATED, _S.ENDED),
            (_S.CONNECTED, _S.ENDED),
            requires="its last day has passed, or its system is closed",
            follows="off the list",
        ),
        *_steps(
            "cancel",
            "avtal",
            (_S.CONNECTED, _S.CANCELLED),
            by=("cancel_supplier_agreement",),
            requires="a day of it has passed",
            follows="off the list that day",
        ),
    ),
)

_V = ServiceStatus

SERVICE = LifeCycle(
    "service",
    tuple(_V),
    _V.UNDER_REVIEW,
    (
        *_steps("connect", "avtal", (_V.UNDER_REVIEW, _V.TECHNICALLY_CONNECTED), by=("change_service_status",)),
        *_steps(
            "start",
            "avtal",
            (_V.TECHNICALLY_CONNECTED, _V.IN_OPERATION),
            by=("change_service_status",),
            requires="an agreement of its supplier is in force",
        ),
        *_steps("suspend", "avtal", (_V.IN_OPERATION, _V.SUSPENDED), by=("change_service_status",)),
        *_steps(
            "resume",
            "avtal",
            (_V.SUSPENDED, _V.IN_OPERATION),
            by=("change_service_status",),
            requires="an agreement of its supplier is in force",
        ),
        *_steps(
            "close", "avtal", (_V.SUSPENDED, _V.CLOSED), (_V.IN_OPERATION, _V.CLOSED), by=("change_service_status",)
        ),
    ),
)

_G = AgreementStatus

# An agreement whose term is out, or whose system is closed, ends without notice: see the grounds in EndGround.
AGREEMENT = LifeCycle(
    "agreement",
    tuple(_G),
    _G.DRAFT,
    (
        *_steps(
            "sign_as_actor",
            "SFS 2023:704 2 § 3",
            (_G.DRAFT, _G.SIGNED_BY_ACTOR),
            by=("sign_as_actor",),
            requires="an agency signs for itself only",
            follows="kept as a preparation",
        ),
        *_steps(
            "conclude",
            "SFS 2023:704 2 § 3",
            (_G.SIGNED_BY_ACTOR, _G.CONCLUDED),
            by=(
                "conclude_actor_agreement",
                "sign_actor_agreement",
            ),
            requires="the system is open; no other agreement those days; not before the actor signed",
            follows="its first day follows from the start rules",
        ),
        *_steps(
            "enter_into_force",
            "avtal",
            (_G.CONCLUDED, _G.IN_FORCE),
            requires="its first day has come",
            follows="the actor is connected",
        ),
        *_steps(
            "terminate",
            "avtal",
            (_G.IN_FORCE, _G.TERMINATED),
            by=("terminate_actor_agreement",),
            requires="to an end no later than the present",
        ),
        *_steps(
            "end",
            "avtal",
            (_G.TERMINATED, _G.ENDED),
            (_G.IN_FORCE, _G.ENDED),
            requires="its last day has passed, or its system is closed",
        ),
        *_steps(
            "cancel",
            "avtal",
            (_G.IN_FORCE, _G.CANCELLED),
            by=("cancel_actor_agreement",),
            requires="a day of it has passed",
        ),
    ),
)

_R = RegulationStatus

# Only technical regulations are notified to the EU, under Directive (EU) 2015/1535; the others go from 8 § to decision.
REGULATION = LifeCycle(
    "regulation",
    tuple(_R),
    _R.DRAFT,
    (
        *_steps(
            "circulate",
            "SFS 2023:709 8 §",
            (_R.DRAFT, _R.CIRCULATED),
            by=("circulate_regulation",),
            follows="the draft is public",
        ),
        *_steps(
            "notify",
            "direktiv (EU) 2015/1535",
            (_R.CIRCULATED, _R.NOTIFIED_TO_EU),
            by=("notify_regulation",),
            requires="not received before it was circulated",
            follows="it stands still for three months, four after a detailed opinion",
        ),
        *_steps(
            "decide",
            "SFS 2023:709 5–7 §§",
            (_R.CIRCULATED, _R.DECIDED),
            (_R.NOTIFIED_TO_EU, _R.DECIDED),
            by=("issue_regulation",),
            requires="another prepared it; no answer is awaited; no standstill runs; notified if technical, or why not",
            follows="its fees take the place of those before",
        ),
        *_steps(
            "promulgate",
            "SFS 2023:709 5–7 §§",
            (_R.DECIDED, _R.PROMULGATED),
            by=("promulgate_regulation",),
            requires="after the decision, no later than its first day in force",
            follows="it has its designation",
        ),
        *_steps(
            "enter_into_force", "SFS 2023:709 5–7 §§", (_R.PROMULGATED, _R.IN_FORCE), requires="its first day has come"
        ),
        *_steps(
            "repeal",
            "SFS 2023:709 5–7 §§",
            (_R.IN_FORCE, _R.REPEALED),
            by=("repeal_regulation",),
            follows="its fees end with it",
        ),
    ),
)

_Y = SystemStatus

SYSTEM = LifeCycle(
    "system",
    tuple(_Y),
    _Y.PLANNED,
    (
        *_steps(
            "establish",
            "SFS 2023:704 6 §",
            (_Y.PLANNED, _Y.ESTABLISHED),
            by=("establish_system",),
            requires="another prepared it; requirements for approval and terms are published by that day",
            follows="one may apply (8 §)",
        ),
        *_steps(
            "start",
            "SFS 2023:704 2 §",
            (_Y.ESTABLISHED, _Y.IN_OPERATION),
            by=("start_system",),
            requires="another prepared it",
            follows="obligations to use it have effect",
        ),
        *_steps(
            "close",
            "SFS 2023:704 14 §",
            (_Y.ESTABLISHED, _Y.CLOSED),
            (_Y.IN_OPERATION, _Y.CLOSED),
            by=("close_system",),
            requires="another prepared it; no agreement would begin after",
            follows="open applications are struck off, its agreements end",
        ),
    ),
)

LIFE_CYCLES: tuple[LifeCycle[Any], ...] = (APPLICATION, SUPPLIER, SERVICE, AGREEMENT, REGULATION, SYSTEM)


def mermaid(cycle: LifeCycle[State], language: Language) -> str:
    """The life cycle as a Mermaid state diagram, with the states in `language` and the deeds on the arrows."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.sv if language is Language.SV else state.en}" as {state}' for state in cycle.states]
    lines += [f"    [*] --> {cycle.initial}"]
    lines += [f"    {step.source} --> {step.target}: {step.deed}" for step in cycle.transitions]
    lines += [f"    {state} --> [*]" for state in cycle.states if cycle.is_final(state)]
    return "\n".join(lines) + "\n"
