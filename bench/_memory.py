"""What Linux says of the memory of the program's processes, which share most of it."""

from pathlib import Path
from typing import NamedTuple

ANSWERS, PUBLISHES = "auktor: answers", "auktor: publish"


class Memory(NamedTuple):
    """Megabytes of a process.

    `resident` counts what is shared in each that shares it, so that a sum over processes says too much; `share` counts
    a page that four share as a quarter of it in each; `own` is what would come free if this process alone ended.
    """

    resident: float
    share: float
    own: float


def memory_of(process: int) -> Memory:
    """The memory of a process now."""
    lines = (line.split() for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:])
    said = {words[0].rstrip(":"): int(words[1]) * 1024 / 1e6 for words in lines}
    return Memory(said["Rss"], said["Pss"], said["Private_Clean"] + said["Private_Dirty"])


def forked(program: int, name: str) -> list[int]:
    """The processes that a program has forked for what `name` says."""
    children = [int(each) for each in Path(f"/proc/{program}/task/{program}/children").read_text().split()]
    return [each for each in children if Path(f"/proc/{each}/comm").read_text().strip() == name]
