"""Posts at which a process is kept until the program ends: whoever ends, or falls silent, is replaced."""

import logging
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from types import FrameType
from typing import Any, NamedTuple

from auktor.core.errors import AuktorError, Unavailable
from auktor.forking import ENDING, Parent, end
from db.embedded.signals import handled

BEAT_SECONDS = 5
UNHEARD_SECONDS = 30.0
"""How long a process that beats may say nothing before it is taken to hang, and is killed and replaced."""
_LOOK_SECONDS = 1.0
_BEAT = b"."
Beat = Callable[[], None]
_log = logging.getLogger(__name__)


class WorkerEnded(Unavailable):
    """A process that was to run until the program ends has ended."""

    code = "WORKER_ENDED"


class Post(NamedTuple):
    """What a process is there for: it does `deed`, which is handed a beat and what the one before it left.

    One that `beats` is to stay, and says now and then that it lives. Another may come to an end, so that what it took
    of memory goes with it; what its deed returns is left to the next, and `left` to the first.
    """

    name: str
    deed: Callable[[Beat, Any], object]
    orphaned: signal.Signals
    beats: bool = True
    left: object = None


def keep_running(parent: Parent, posts: Sequence[Post]) -> None:
    """Have a process at each post until Ctrl-C, SIGTERM or SIGHUP; then end them all.

    Raises what keeps the first one at a post from starting: another would end the same way.
    """
    told, tell = os.pipe()

    def note(_number: int, _frame: FrameType | None) -> None:
        os.write(tell, _BEAT)

    with handled(note, *ENDING):
        running: list[_Running] = []
        try:
            running += (_Running(parent, post) for post in posts)
            while told not in wait([told, *(each for one in running for each in one.watched)], _LOOK_SECONDS):
                for one in running:
                    one.look_after()
        finally:
            end([one.process for one in running])
    os.close(told)
    os.close(tell)


class _Running:
    """A post and who is there now."""

    def __init__(self, parent: Parent, post: Post) -> None:
        self._parent = parent
        self._post = post
        self._left = post.left
        self._has_beaten = not post.beats
        self._begin()

    @property
    def watched(self) -> list[int]:
        """What can be read from as soon as there is something to look after; one that just ended may wait a second."""
        return [self.process.sentinel, self._heard] if self.process.is_alive() else []

    def look_after(self) -> None:
        """Note what it says, and replace it where it has ended; one that says nothing for too long is ended."""
        is_alive, now = self.process.is_alive(), time.monotonic()
        self._hear(now)
        if is_alive:
            if self._post.beats and now - self._heard_at > UNHEARD_SECONDS:
                _log.error("%s has said nothing for %d s.", self._who(), UNHEARD_SECONDS)
                self.process.kill()
        elif not self._has_beaten:
            raise self._fault() or self._ended()
        elif now - self._begun_at > _LOOK_SECONDS:
            self._replace()

    def _begin(self) -> None:
        heard, says = os.pipe()
        for each in (heard, says):
            os.set_blocking(each, False)
        self._begun_at = self._heard_at = time.monotonic()
        try:
            process = self._parent.fork(self._post.name, lambda: self._do(says), orphaned=self._post.orphaned)
        except OSError:
            os.close(heard)
            raise
        finally:
            os.close(says)
        self._heard, self._words, self.process = heard, b"", process

    def _do(self, says: int) -> None:
        """In the process: what the post is there for; its last words are what it leaves, or the error it ended with."""

        def beat() -> None:
            with suppress(BlockingIOError):  # one that does not listen just now has heard enough
                os.write(says, _BEAT)

        try:
            left = self._post.deed(beat, self._left)
        except AuktorError as error:
            left = error
        except Exception:  # noqa: BLE001 -- told in the log, as it is written there
            _log.exception("`%s` failed.", self._post.name)
            sys.exit(1)
        os.write(says, pickle.dumps(left))

    def _hear(self, now: float) -> None:
        said = b""
        with suppress(BlockingIOError):
            said = os.read(self._heard, 65536)
        if said.startswith(_BEAT):
            self._heard_at, self._has_beaten = now, True
        self._words += said.lstrip(_BEAT)

    def _replace(self) -> None:
        fault, process, heard = self._fault(), self.process, self._heard
        if fault:
            _log.error("%s Another takes its place.", fault.message)
        else:
            self._left = self._last_words()
        try:
            self._begin()
        except OSError as error:  # where memory is short just now, which may be why it ended
            _log.error("No process could be forked: %s. It is tried again.", error)
        else:
            os.close(heard)
            process.close()

    def _fault(self) -> AuktorError | None:
        """Why it has ended, where it was not to: the error it told last, or its exit status."""
        words = self._last_words()
        if isinstance(words, AuktorError):
            return words
        return self._ended() if self.process.exitcode or self._post.beats else None

    def _last_words(self) -> object:
        return pickle.loads(self._words) if self._words else None  # noqa: S301 -- our own child wrote them

    def _ended(self) -> WorkerEnded:
        return WorkerEnded(f"{self._who()} ended with {self.process.exitcode}; its log says why.")

    def _who(self) -> str:
        return f"`{self._post.name}` (process {self.process.pid})"
