"""Signals while PostgreSQL runs: one that ends the program must not leave the server behind."""

import signal
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

Handler = Callable[[int, FrameType | None], object] | signal.Handlers


def leave(number: int, _frame: FrameType | None) -> NoReturn:
    """Unwind the program, as Ctrl-C does, where the system's own answer would be to drop it."""
    raise SystemExit(128 + number)


@contextmanager
def handled(handler: Handler, *numbers: signal.Signals) -> Generator[None, None, None]:
    """Answer these signals with `handler` in the block. Only the main thread may, and only it receives them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
