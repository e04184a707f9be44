"""A publisher in a process of its own: it may be killed at a step, or rebuild an edition in an environment of its own.

`python -m tests.publish.publisher publish URL FOLDER NOW [KILLED_AT]` or `… rebuild URL FOLDER NUMBER`. The folder may
be `s3://bucket/prefix` on the server that `S3_ENDPOINT` names. `ended` does the same without a new interpreter.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from db.engine import Database
from publish.bucket import Access, from_address
from publish.release import publish, rebuild
from publish.store import Store

_FORKS = multiprocessing.get_context("forkserver")


def ended(*words: str) -> int | None:
    """The exit status of a publisher given `words`, forked from a process that has its imports already."""
    _FORKS.set_forkserver_preload(["tests.publish.publisher"])
    process = _FORKS.Process(target=_told, args=words)
    process.start()
    process.join()
    return process.exitcode


def _told(*words: str) -> None:
    sys.argv[1:] = words
    asyncio.run(_run())


def _die_at(step: str, place: int, _size: int = 0) -> None:
    if [step, str(place)] == sys.argv[5:]:
        os.kill(os.getpid(), signal.SIGKILL)


def _place(address: str) -> Path | Store:
    if not address.startswith("s3://"):
        return Path(address)
    access = Access(os.environ["S3_ENDPOINT"], "us-east-1", "nobody", "nothing", retries=0)
    return from_address(address, access, os.environ)


async def _run() -> None:
    deed, url, folder, given = sys.argv[1:5]
    database = Database(url)
    if deed == "rebuild":
        await rebuild(database, int(given), Path(folder))
    else:
        await publish(database, _place(folder), now=datetime.fromisoformat(given), progress=_die_at)
    await database.close()


if __name__ == "__main__":
    asyncio.run(_run())
