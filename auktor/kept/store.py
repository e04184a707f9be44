"""Answers by name, as many as fit; what was asked for least lately is forgotten first."""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass, field

from auktor.core.bounded import Bounded
from schema.answering import Standing
from schema.limits import Cost

Stamp = tuple[object, ...]
# What an answer of a few bytes takes beside its body.
_OVERHEAD_BYTES = 2_000
# One answer may take at most this part of the whole, so that it cannot drive out all others.
_LARGEST_PART = 8


@dataclass(slots=True)
class Sent:
    """An answer as it is sent in one form: its name, body and header lines, and those for whoever has it already."""

    etag: bytes
    body: bytes
    head: bytes = b""
    held: bytes = b""


@dataclass(slots=True)
class KeptAnswer:
    """An answer without errors, and the state of the register that it is the answer of.

    `stamp` is what that state must still be for the answer to stand; `revision` the number it names, None where the
    answer stands for every later one too; `shared` whether everybody without a role is answered the same.
    """

    name: str
    body: bytes
    cost: Cost
    standing: Standing
    stamp: Stamp
    revision: int | None
    shared: bool
    forms: dict[Hashable, Sent] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """What answer it is and of which state: another whenever that which it rests on has changed."""
        return hashlib.blake2b(f"{self.name} {self.stamp}".encode(), digest_size=16).hexdigest()

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return _OVERHEAD_BYTES + len(self.body) + sum(len(each.body) + _OVERHEAD_BYTES for each in self.forms.values())


@dataclass(slots=True)
class Counts:
    """How questions that may be kept were answered since the program began.

    `hits`: by a kept answer; `joined`: by the answer to another who asked at the same time; `misses`: by reading;
    `unkept`: by reading, with errors or while the register moved; `not_modified`: by 304.
    """

    hits: int = 0
    joined: int = 0
    misses: int = 0
    unkept: int = 0
    not_modified: int = 0


class Store:
    """Answers of at most `most_bytes` together."""

    def __init__(self, most_bytes: int) -> None:
        self._kept: Bounded[KeptAnswer] = Bounded(most_bytes)
        self._largest = most_bytes // _LARGEST_PART
        self.counts = Counts()

    def __len__(self) -> int:
        return len(self._kept)

    def __bool__(self) -> bool:
        """Whether it keeps anything at all."""
        return self._largest > 0

    @property
    def bytes(self) -> int:
        """What they take, about."""
        return self._kept.size

    def find(self, name: str) -> KeptAnswer | None:
        """The answer of that name, whatever it rests on."""
        return self._kept.get(name)

    def put(self, answer: KeptAnswer) -> None:
        """Keep an answer instead of the one of its name; once more when it has a new form."""
        if self and answer.size <= self._largest:
            self._kept.put(answer.name, answer, answer.size)
