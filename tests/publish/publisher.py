"""A publisher in a process of its own: it may be killed at a step, or rebuild an edition in an environment of its own.

`python -m tests.publish.publisher publish URL FOLDER NOW [STEP PLACE]` or `… rebuild URL FOLDER NUMBER`. It is killed
at the step of that name and place; the step `touch` is the PLACE-th time it makes, opens to write, links, renames or
removes something in the folder. The folder may be `s3://bucket/prefix@http://server`. `ended` does the same without a
new interpreter.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from db.engine import Database
from publish.bucket import Access, from_address
from publish.release import publish, rebuild
from publish.store import Store

TOUCH = "touch"
_TOUCHES = {"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"}
_FORKS = multiprocessing.get_context("forkserver")


def started(*words: str) -> multiprocessing.process.BaseProcess:
    """A publisher given `words`, forked from a process that has its imports already."""
    _FORKS.set_forkserver_preload(["tests.publish.publisher"])
    process = _FORKS.Process(target=_told, args=words)
    process.start()
    return process


def ended(*words: str) -> int | None:
    """The exit status of a publisher given `words`."""
    process = started(*words)
    process.join()
    return process.exitcode


def _told(*words: str) -> None:
    sys.argv[1:] = words
    asyncio.run(_run())


def _die_at(step: str, place: int, _size: int = 0) -> None:
    if [step, str(place)] == sys.argv[5:]:
        os.kill(os.getpid(), signal.SIGKILL)


def _die_at_a_touch_of(folder: str) -> None:
    places = count()

    def hook(event: str, about: tuple[object, ...]) -> None:
        if event in _TOUCHES and any(isinstance(path, str | Path) and str(path).startswith(folder) for path in about):
            reads_only = event == "open" and isinstance(about[2], int) and not about[2] & (os.O_WRONLY | os.O_RDWR)
            if not reads_only:
                _die_at(TOUCH, next(places))

    sys.addaudithook(hook)


def _place(address: str) -> Path | Store:
    if not address.startswith("s3://"):
        return Path(address)
    bucket, _, server = address.partition("@")
    return from_address(bucket, Access(server, "us-east-1", "nobody", "nothing", retries=0), {})


async def _run() -> None:
    deed, url, folder, given = sys.argv[1:5]
    if TOUCH in sys.argv[5:]:
        _die_at_a_touch_of(folder)
    database = Database(url)
    if deed == "rebuild":
        await rebuild(database, int(given), Path(folder))
    else:
        await publish(database, _place(folder), now=datetime.fromisoformat(given), progress=_die_at)
    await database.close()


if __name__ == "__main__":
    asyncio.run(_run())
