"""Life cycles as tables: which states there are, which deed leads from one to another, and by what law.

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
    """One legal step; `deed` names what is done, as the register's deeds are named."""

    source: State
    target: State
    deed: str
    legal_source: str


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


def _steps(deed: str, legal_source: str, *pairs: tuple[State, State]) -> Iterator[Transition[State]]:
    for source, target in pairs:
        yield Transition(source, target, deed, legal_source)


_A = ApplicationStatus
_OPEN_APPLICATIONS = (_A.RECEIVED, _A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED)

# A rejection that nobody challenges becomes final when the three weeks of 18 § have passed.
APPLICATION = LifeCycle(
    "application",
    tuple(_A),
    _A.RECEIVED,
    (
        *_steps("review", "SFS 2023:704 11 §", (_A.RECEIVED, _A.UNDER_REVIEW)),
        *_steps("request_supplement", "SFS 2023:704 12 §", (_A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED)),
        *_steps("supplement", "SFS 2023:704 12 §", (_A.SUPPLEMENT_REQUESTED, _A.UNDER_REVIEW)),
        *_steps("approve", "SFS 2023:704 11 § första stycket", (_A.UNDER_REVIEW, _A.APPROVED)),
        *_steps("reject", "SFS 2023:704 11 § andra stycket", (_A.UNDER_REVIEW, _A.REJECTED)),
        *_steps("dismiss", "SFS 2023:704 8 §", (_A.UNDER_REVIEW, _A.DISMISSED)),
        *_steps("withdraw", "SFS 2023:704 8 §", *((state, _A.WITHDRAWN) for state in _OPEN_APPLICATIONS)),
        *_steps("strike_off", "SFS 2023:704 14 §", *((state, _A.STRUCK_OFF) for state in _OPEN_APPLICATIONS)),
        *_steps("seek_rectification", "SFS 2023:704 18 §", (_A.REJECTED, _A.RECTIFICATION_PENDING)),
        *_steps("grant_rectification", "SFS 2023:704 16 §", (_A.RECTIFICATION_PENDING, _A.UNDER_REVIEW)),
        *_steps("become_final", "SFS 2023:704 18 §", (_A.REJECTED, _A.REJECTED_FINAL)),
        *_steps("refuse_rectification", "SFS 2023:704 16 §", (_A.RECTIFICATION_PENDING, _A.REJECTED_FINAL)),
        *_steps("sign_agreement", "SFS 2023:704 15 §", (_A.APPROVED, _A.AGREEMENT_SIGNED)),
        *_steps("lapse", "SFS 2023:704 15 §", (_A.APPROVED, _A.LAPSED)),
        *_steps("withdraw", "SFS 2023:704 8 §", (_A.APPROVED, _A.WITHDRAWN)),
    ),
)

_S = SupplierStatus

# A supplier that left comes back by a new agreement, which is a new object with a cycle of its own.
SUPPLIER = LifeCycle(
    "supplier",
    tuple(_S),
    _S.APPROVED,
    (
        *_steps("sign_agreement", "SFS 2023:704 15 §", (_S.APPROVED, _S.CONNECTED)),
        *_steps("terminate", "avtal", (_S.CONNECTED, _S.TERMINATED)),
        *_steps("end", "avtal", (_S.TERMINATED, _S.ENDED), (_S.CONNECTED, _S.ENDED)),
        *_steps("cancel", "avtal", (_S.CONNECTED, _S.CANCELLED)),
    ),
)

_V = ServiceStatus

SERVICE = LifeCycle(
    "service",
    tuple(_V),
    _V.UNDER_REVIEW,
    (
        *_steps("connect", "avtal", (_V.UNDER_REVIEW, _V.TECHNICALLY_CONNECTED)),
        *_steps("start", "avtal", (_V.TECHNICALLY_CONNECTED, _V.IN_OPERATION)),
        *_steps("suspend", "avtal", (_V.IN_OPERATION, _V.SUSPENDED)),
        *_steps("resume", "avtal", (_V.SUSPENDED, _V.IN_OPERATION)),
        *_steps("close", "avtal", (_V.SUSPENDED, _V.CLOSED), (_V.IN_OPERATION, _V.CLOSED)),
    ),
)

_G = AgreementStatus

# An agreement whose term is out, or whose system is closed, ends without notice: see the grounds in EndGround.
AGREEMENT = LifeCycle(
    "agreement",
    tuple(_G),
    _G.DRAFT,
    (
        *_steps("sign_as_actor", "SFS 2023:704 2 § 3", (_G.DRAFT, _G.SIGNED_BY_ACTOR)),
        *_steps("conclude", "SFS 2023:704 2 § 3", (_G.SIGNED_BY_ACTOR, _G.CONCLUDED)),
        *_steps("enter_into_force", "avtal", (_G.CONCLUDED, _G.IN_FORCE)),
        *_steps("terminate", "avtal", (_G.IN_FORCE, _G.TERMINATED)),
        *_steps("end", "avtal", (_G.TERMINATED, _G.ENDED), (_G.IN_FORCE, _G.ENDED)),
        *_steps("cancel", "avtal", (_G.IN_FORCE, _G.CANCELLED)),
    ),
)

_R = RegulationStatus

# Only technical regulations are notified to the EU, under Directive (EU) 2015/1535; the others go from 8 § to decision.
REGULATION = LifeCycle(
    "regulation",
    tuple(_R),
    _R.DRAFT,
    (
        *_steps("circulate", "SFS 2023:709 8 §", (_R.DRAFT, _R.CIRCULATED)),
        *_steps("notify", "direktiv (EU) 2015/1535", (_R.CIRCULATED, _R.NOTIFIED_TO_EU)),
        *_steps("decide", "SFS 2023:709 5–7 §§", (_R.CIRCULATED, _R.DECIDED), (_R.NOTIFIED_TO_EU, _R.DECIDED)),
        *_steps("promulgate", "SFS 2023:709 5–7 §§", (_R.DECIDED, _R.PROMULGATED)),
        *_steps("enter_into_force", "SFS 2023:709 5–7 §§", (_R.PROMULGATED, _R.IN_FORCE)),
        *_steps("repeal", "SFS 2023:709 5–7 §§", (_R.IN_FORCE, _R.REPEALED)),
    ),
)

_Y = SystemStatus

SYSTEM = LifeCycle(
    "system",
    tuple(_Y),
    _Y.PLANNED,
    (
        *_steps("establish", "SFS 2023:704 6 §", (_Y.PLANNED, _Y.ESTABLISHED)),
        *_steps("start", "SFS 2023:704 2 §", (_Y.ESTABLISHED, _Y.IN_OPERATION)),
        *_steps("close", "SFS 2023:704 14 §", (_Y.ESTABLISHED, _Y.CLOSED), (_Y.IN_OPERATION, _Y.CLOSED)),
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
