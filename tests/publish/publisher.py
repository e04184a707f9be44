"""A publisher in a process of its own: it may be killed at a step, or rebuild an edition in an environment of its own.

`python -m tests.publish.publisher publish URL FOLDER NOW [KILLED_AT]` or `… rebuild URL FOLDER NUMBER`.
"""

import asyncio
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from db.engine import Database
from publish.release import publish, rebuild


def _die_at(step: str, place: int) -> None:
    if [step, str(place)] == sys.argv[5:]:
        os.kill(os.getpid(), signal.SIGKILL)


async def _run() -> None:
    deed, url, folder, given = sys.argv[1:5]
    database = Database(url)
    if deed == "rebuild":
        await rebuild(database, int(given), Path(folder))
    else:
        await publish(database, Path(folder), now=datetime.fromisoformat(given), progress=_die_at)
    await database.close()


if __name__ == "__main__":
    asyncio.run(_run())
