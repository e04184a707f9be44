"""The home folder of a program: its alone while it runs, and its troubles told in words."""

import errno
import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from auktor.core.errors import Unavailable


class HomeInUse(Unavailable):
    """Another program runs on the same home folder."""

    code = "HOME_IN_USE"


class HomeUnwritable(Unavailable):
    """The home folder cannot be made or written."""

    code = "HOME_UNWRITABLE"


class DiskFull(Unavailable):
    """The disk that holds the home folder has no room left."""

    code = "DISK_FULL"


@contextmanager
def sole_use_of(home: Path) -> Generator[None, None, None]:
    """Hold `home`, made where it is missing, against other programs; a killed one holds nothing."""
    with told_plainly(home):
        home.mkdir(parents=True, exist_ok=True)
        lock = (home / "program.lock").open("a+")
    with lock:
        if not taken(lock.fileno(), 0):
            lock.seek(0)
            holder = lock.read().strip() or "that is starting"
            raise HomeInUse(
                f"{home} is used by process {holder}. End that process, or give this one a home of its own: "
                "AUKTOR_HOME=…",
                home=home,
                holder=holder,
            )
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        os.register_at_fork(
            after_in_child=lock.close
        )  # one that outlives us for a moment holds the home against nobody
        yield


@contextmanager
def told_plainly(home: Path) -> Generator[None, None, None]:
    """Turn what the system refuses in the block into what to do about it."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise disk_full(home) from error
        if error.filename is None:
            raise
        raise HomeUnwritable(
            f"{error.filename} cannot be used: {error.strerror}. Give this user a folder to write in: AUKTOR_HOME=…",
            home=home,
        ) from error


def disk_full(home: Path) -> DiskFull:
    """The error for a disk without room."""
    return DiskFull(f"The disk that holds {home} is full. Free some space, or name another: AUKTOR_HOME=…", home=home)


def taken(lock: int, seconds: float) -> bool:
    """Whether the lock came free, and is now held, within `seconds`."""
    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(0.01)
        else:
            return True
