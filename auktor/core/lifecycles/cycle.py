"""What a life cycle is: states, and the legal steps from one to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from auktor.core.errors import IllegalTransition
from auktor.core.vocabulary import Language, Term

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


def steps(
    deed: str,
    legal_source: str,
    *pairs: tuple[State, State],
    by: tuple[str, ...] = (),
    requires: str = "",
    follows: str = "",
) -> Iterator[Transition[State]]:
    """The same step between each pair of states, done `by` these deeds."""
    for source, target in pairs:
        yield Transition(source, target, deed, legal_source, by, requires, follows)


def mermaid(cycle: LifeCycle[State], language: Language) -> str:
    """The life cycle as a Mermaid state diagram, with the states in `language` and the deeds on the arrows."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.sv if language is Language.SV else state.en}" as {state}' for state in cycle.states]
    lines += [f"    [*] --> {cycle.initial}"]
    lines += [f"    {step.source} --> {step.target}: {step.deed}" for step in cycle.transitions]
    lines += [f"    {state} --> [*]" for state in cycle.states if cycle.is_final(state)]
    return "\n".join(lines) + "\n"
