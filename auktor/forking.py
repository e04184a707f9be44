"""Processes forked from this one: they share the memory of what it has imported, and none outlives it.

Only a process with one thread may fork, and none of its connections or event loops may live on in two. Whoever forks
here has begun neither.
"""

import logging
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import TypeVar, cast

from auktor.core.errors import Unavailable
from db.embedded.signals import leave

Outcome = TypeVar("Outcome")
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_FORK = multiprocessing.get_context("fork")
_END_SECONDS = 12.0
_log = logging.getLogger(__name__)


class ProcessEnded(Unavailable):
    """A process that was to do something ended before it had done it."""

    code = "PROCESS_ENDED"


class Parent:
    """This process, as those it forks know it."""

    def __init__(self) -> None:
        # Nobody writes into this pipe: who reads from it comes to its end when this process is gone, however it went.
        self._gone, self._here = os.pipe()

    def fork(self, name: str, deed: Callable[[], object], *, orphaned: signal.Signals) -> ForkProcess:
        """A process that does `deed` and is known to the system as `name`, of which it keeps 15 letters.

        SIGTERM unwinds it. When this process is gone it sends itself the signal `orphaned`. Ctrl-C and the end of the
        terminal, which reach every process there, it leaves to this one.
        """
        process = _FORK.Process(target=self._child, args=(name, deed, orphaned), daemon=True)
        held = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # our handlers would unwind the child as if it were us
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        return process

    @contextmanager
    def doing(self, name: str, deed: Callable[[], Outcome]) -> Generator[Callable[[], Outcome], None, None]:
        """Have a process do `deed` beside the block, which is handed what waits for its outcome or raises its error.

        What it has imported and kept in memory goes with it. Left early, it is ended.
        """
        heard, told = _FORK.Pipe(duplex=False)
        process = self.fork(name, lambda: told.send_bytes(pickle.dumps(_outcome(deed))), orphaned=signal.SIGKILL)
        told.close()

        def outcome() -> Outcome:
            try:
                found = pickle.loads(heard.recv_bytes())  # noqa: S301 -- our own child wrote it
            except EOFError:
                process.join()
                message = f"The process `{name}` ended with {process.exitcode} before it was done. Its log says why."
                raise ProcessEnded(message, exitcode=process.exitcode) from None
            if isinstance(found, Exception):
                raise found
            return cast("Outcome", found)

        try:
            yield outcome
        finally:
            end([process])
            heard.close()

    def _child(self, name: str, deed: Callable[[], object], orphaned: signal.Signals) -> None:
        os.close(self._here)
        for number in ENDING:
            signal.signal(number, leave if number == signal.SIGTERM else signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        with suppress(OSError):  # only Linux has it
            Path("/proc/self/comm").write_text(name, "utf-8")
        threading.Thread(target=self._wait, args=(orphaned,), daemon=True, name="wait for the parent's end").start()
        deed()

    def _wait(self, orphaned: signal.Signals) -> None:
        os.read(self._gone, 1)
        os.kill(os.getpid(), orphaned)


def end(processes: Sequence[ForkProcess]) -> None:
    """Have processes end in good order, or not, and wait until none is left."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + _END_SECONDS
    for process in processes:
        process.join(max(until - time.monotonic(), 0))
        if process.is_alive():
            _log.error("Process %s does not end, and is killed.", process.pid)
            process.kill()
            process.join()


def _outcome(deed: Callable[[], Outcome]) -> Outcome | Exception:
    try:
        return deed()
    except Exception as error:  # noqa: BLE001 -- it is raised where the outcome is waited for
        _log.debug("A process failed", exc_info=error)
        return error
