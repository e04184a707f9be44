"""Machines that do deeds at random and walk the tables of life cycles beside the register."""

import asyncio
from contextlib import ExitStack
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from db.engine import Database
from tests import clusters
from tests.clusters import Server
from tests.db.deeds.office import Office


class Walker(RuleBasedStateMachine):
    """A machine with an office; all its runs tell of objects of their own in the register at `url`."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.loop, self.stack = asyncio.new_event_loop(), ExitStack()
        self.office = Office(Database(self.database()))

    def database(self) -> str:
        return self.url

    def wait(self, doing: Any) -> Any:  # noqa: ANN401 -- whatever the deed gives
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.wait(self.office.database.close())
        self.stack.close()
        self.loop.close()


class LoneWalker(Walker):
    """A machine each run of which has a register of its own, like the `template` on `server`."""

    server: Server
    template: str

    def database(self) -> str:
        return self.stack.enter_context(clusters.database(self.server, like=self.template))


def walk(machine: type[Walker], examples: int, steps: int) -> None:
    """So many runs of at most so many steps, the same ones each time."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
