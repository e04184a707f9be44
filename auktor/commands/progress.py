"""How far long work has come: a bar with rate and time left on a terminal, plain lines otherwise."""

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from db.load import Progress as Listener
from db.load import Step

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def load_progress() -> Generator[Listener, None, None]:
    """Something to tell the steps of a load to."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    # Only a terminal needs the library of bars.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Bars(bars)


class _Bars:
    """A bar for each file and each thing done with it."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: Step) -> None:
        """Move the bar of this step, the one before it being done."""
        name = f"{step.doing} {step.file}"
        if name not in self._tasks:
            for done in self._tasks.values():
                self._bars.update(done, visible=False)
            self._tasks[name] = self._bars.add_task(name, total=step.bytes_in_all or None, rows="")
        rows = f"{step.rows:,} rows, {step.rows_per_second:,.0f}/s"
        self._bars.update(self._tasks[name], completed=step.bytes_read, rows=rows)


class _Lines:
    """A line at most every five seconds, so that a log shows that the work goes on."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, step: Step) -> None:
        """Tell the step where the last was told some time ago."""
        if time.monotonic() - self._told < _SECONDS_BETWEEN_LINES:
            return
        self._told = time.monotonic()
        left = f", {step.seconds_left:,.0f} s left" if step.seconds_left is not None else ""
        click.echo(f"{step.doing} {step.file}: {step.rows:,} rows, {step.rows_per_second:,.0f}/s{left}", err=True)
