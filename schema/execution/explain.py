"""A plan in words: its levels, the statement of each, and the resolvers it calls."""

from graphql.execution.values import VariableValues

from schema.execution.arguments import NO_VARIABLES
from schema.execution.plan import Plan
from schema.execution.steps import Step, steps


def explain(plan: Plan, variables: VariableValues = NO_VARIABLES) -> str:
    """The plan as an indented list: what each step answers, and the facts it reads."""
    found = list(steps(plan, variables))
    statements = sum(each.statement is not None for each in found)
    called = len(found) - statements
    counts = [_several(statements, "statement"), *([_several(called, "resolver")] if called else [])]
    return "\n".join([f"{plan.name or 'query'}: {', '.join(counts)}", *map(_line, range(1, len(found) + 1), found)])


def _line(number: int, step: Step) -> str:
    reads = f"  reads {', '.join(step.reads)}" if step.reads else ""
    return f"{number:>3}  {'  ' * step.depth}{step.what}{reads}"


def _several(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
