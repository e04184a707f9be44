"""How far `auktor publish` has come: on a terminal one line that moves, else a line for each file when it is done."""

import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TextIO

import click

from publish.progress import ENTERED, Progress
from publish.tables import TABLES

_SECONDS_BETWEEN = 0.1
_MEGABYTE = 1e6
_TABLES = {table.name for table in TABLES}
_STEPS = {
    "inspection": "reading every file again",
    "manifest": "manifest.json",
    "coats": "compressed files",
    "disk": "bringing all of it to the disk",
    "entry": "entering the edition in the register",
    "edition": "letting the edition appear",
    "pointer": "current.json",
    "feeds": "feeds",
}


class Shown:
    """Shows each step on a stream where it is given one, and knows whether the register has entered the edition."""

    def __init__(self, stream: TextIO | None) -> None:
        self.entered = False
        self._stream, self._moves = stream, stream is not None and stream.isatty()
        self._step, self._line, self._told = "", "", 0.0

    def __call__(self, step: str, rows: int, size: int = 0, /) -> None:
        """Hear of a step, or of how far it has come."""
        self.entered = self.entered or step in ENTERED
        if step != self._step:
            self._done()
        self._step, self._line = step, _said(step, rows, size)
        if self._moves and time.monotonic() - self._told > _SECONDS_BETWEEN:
            self._told = time.monotonic()
            self._write(f"\r\x1b[K{self._line}")

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self._moves:
            self._write("\r\x1b[K")

    def _done(self) -> None:
        if self._line and not self._moves:
            self._write(f"{self._line}\n")

    def _write(self, text: str) -> None:
        if self._stream:
            self._stream.write(text)
            self._stream.flush()


def _said(step: str, rows: int, size: int) -> str:
    """`public-actors.csv, public-actors.ndjson: 340,000 rows, 120.4 MB`; nothing of the end itself."""
    name = f"{step}.csv, {step}.ndjson" if step in _TABLES else _STEPS.get(step, step if "." in step else "")
    counts = [f"{rows:,} rows"] * (rows > 0) + [f"{size / _MEGABYTE:,.1f} MB"] * (size >= _MEGABYTE / 10)
    return f"{name}: {', '.join(counts)}" if counts else name


@contextmanager
def shown(*, quietly: bool) -> Generator[Progress, None, None]:
    """Progress on standard error while the block runs; who interrupts it is told what stands.

    An interruption is felt at once, also in the middle of a file: what the block holds is let go as after any error.
    """
    progress = Shown(None if quietly else sys.stderr)
    before = signal.signal(signal.SIGINT, _interrupted)
    try:
        yield progress
    except KeyboardInterrupt:
        raise click.Abort(_what_stands(progress)) from None
    finally:
        progress.end()
        signal.signal(signal.SIGINT, before)


def _interrupted(_signal: int, _frame: FrameType | None) -> NoReturn:
    # A second interruption must not stop what the first has begun to clear away.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _what_stands(progress: Shown) -> str:
    if progress.entered:
        return (
            "Interrupted after the register had entered the edition: it will appear. Run `auktor publish` once more to "
            "finish it."
        )
    return "Interrupted. What was published stands as it was, and nothing of a new edition is left behind."
