"""Whether the audit log is as it was written: every entry's hash, the chain they make, and that no write lacks one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.audit import FIRST_HASH, entry_hash
from db.models import AuditEntry, Change

_LOG: sa.Table = AuditEntry.__table__  # type: ignore[attr-defined]
_CHANGES: sa.Table = Change.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the log is not as it was written, and what is wrong there."""

    place: str
    told: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check found: how many entries, the newest hash, and every fault in the order of the log."""

    entries: int
    head: str
    faults: tuple[Fault, ...]


async def check(connection: AsyncConnection, known_heads: Sequence[str] = ()) -> Chain:
    """Read the whole log, oldest first.

    A changed entry no longer has its hash; a deleted, inserted or reordered one breaks the chain where it stood. What
    is cut off the end leaves revisions without an entry, or a `known_heads` (of a published edition) that is gone.
    """
    link, entries, faults = FIRST_HASH, 0, list[Fault]()
    missing = list(dict.fromkeys(known_heads))
    log = await connection.stream(sa.select(_LOG).order_by(_LOG.c.sequence))
    async for entry in log.mappings():
        row: dict[str, Any] = {str(name): value for name, value in entry.items()}
        faults += _faults(row, link)
        link, entries = row["hash"], entries + 1
        if link in missing:
            missing.remove(link)
    gone = [Fault(f"known head {head[:12]}", "is not in the log: entries were cut off or changed") for head in missing]
    return Chain(entries, link, (*faults, *gone, *await _revisions_without_entry(connection)))


def _faults(row: Mapping[str, Any], link: str) -> list[Fault]:
    """What is wrong with one entry, after the one whose hash is `link`."""
    place = f"entry {row['sequence']}"
    found = list[Fault]()
    if row["previous_hash"] != link:
        found.append(Fault(place, "does not follow the entry before: one was deleted, inserted or moved here"))
    if entry_hash(row) != row["hash"]:
        found.append(Fault(place, f"was changed after it was written ({row['deed']} by {row['actor']})"))
    return found


async def _revisions_without_entry(connection: AsyncConnection) -> list[Fault]:
    """Revisions that changed something and that no entry tells of, at most the first hundred."""
    told = sa.select(_LOG.c.revision).where(_LOG.c.revision.is_not(None))
    silent = sa.select(_CHANGES.c.revision).where(_CHANGES.c.revision.not_in(told)).distinct()
    found = await connection.scalars(silent.order_by(_CHANGES.c.revision).limit(100))
    return [Fault(f"revision {number}", "changed the register, and no entry tells of it") for number in found]
