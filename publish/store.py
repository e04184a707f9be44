"""Where editions lie: what a folder and a bucket both promise, so that a publisher need not know which it has.

Two kinds of name: those of an edition, created once and never written again, and the few beside them that change, each
in one step and only from what the publisher found there (compare and swap). `current.json` is the last to change.
"""

import errno
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from auktor.core.errors import Refused, Unavailable
from publish.progress import Progress

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What the system says where there is no room: none on the disk, none in the quota, none in a file."""


class PublishingUnderway(Unavailable):
    """Somebody else is publishing into the same place."""

    code = "PUBLISHING_UNDERWAY"


class StoreGone(Unavailable):
    """The place where editions lie cannot be reached, read or written; what was published there stands."""

    code = "STORE_GONE"


class StoreFull(StoreGone):
    """The place where editions lie has no room for another."""

    code = "STORE_FULL"


class PointerMoved(Refused):
    """A file beside the editions is no longer as the publisher found it."""

    code = "POINTER_MOVED"


class AlreadyThere(Refused):
    """An address of an edition holds other bytes than the edition has."""

    code = "ALREADY_THERE"


class Found(NamedTuple):
    """A file beside the editions as it was found: its bytes, and what the store knows this state of it by."""

    data: bytes
    tag: str


class Store(Protocol):
    """A place for editions. Everything but `read` is done inside `held()`."""

    @property
    def where(self) -> str:
        """The place as people know it: a path or an address."""
        ...

    def held(self) -> AbstractContextManager[None]:
        """Hold the place as far as it can be held, and sweep up what a killed publisher left behind."""
        ...

    def private(self) -> AbstractContextManager[Path]:
        """A new local folder to build an edition in, gone when the block ends unless it was placed."""
        ...

    def editions(self) -> set[int]:
        """The numbers of the editions that lie here whole."""
        ...

    def manifest(self, number: int) -> bytes | None:
        """The manifest of an edition that lies here whole; None where it does not, or not yet."""
        ...

    def tables(self, number: int) -> AbstractContextManager[Path]:
        """A local folder with the NDJSON files of an edition."""
        ...

    def prepare(self, private: Path, progress: Progress) -> None:
        """Do for a finished edition all that can fail for want of room, before the register takes its number."""
        ...

    def place(self, private: Path, number: int) -> None:
        """Let a prepared edition lie at its address. Nothing that lies there is replaced; equal bytes stay."""
        ...

    def withdraw(self, number: int, notice: bytes) -> None:
        """Take away every file of an edition but those that keep the chain, and put `notice` in their place."""
        ...

    def read(self, name: str) -> Found | None:
        """A file beside the editions, or None."""
        ...

    def swap(self, name: str, found: Found | None, data: bytes) -> None:
        """Let a file beside the editions say `data`, if it is still as it was found; raises PointerMoved."""
        ...
