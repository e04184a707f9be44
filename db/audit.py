"""The audit log: every deed a row, each chained to the one before by its hash, so that nobody can bend it unnoticed."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final

import rfc8785
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.models import AuditEntry
from db.write import RevisionStamp, hold

FIRST_HASH: Final = "0" * 64

_LOG: sa.Table = AuditEntry.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Deed:
    """What the log says of a deed: who, in what role, what, to what, what stood before and after, and why."""

    actor: str
    role: str
    deed: str
    subject: str | None = None
    refused: str | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str | None = None
    request_id: str | None = None


async def audit(connection: AsyncConnection, deed: Deed, stamp: RevisionStamp | None = None) -> str:
    """Append a deed to the audit log and give its hash; without a stamp the deed changed nothing, or was refused."""
    await hold(connection)
    newest = sa.select(_LOG.c.hash).order_by(_LOG.c.sequence.desc()).limit(1)
    previous = await connection.scalar(newest) or FIRST_HASH
    at = stamp.recorded_at if stamp else datetime.now(UTC)
    entry = {**asdict(deed), "at": at, "revision": stamp.number if stamp else None, "previous_hash": previous}
    digest = entry_hash(entry)
    told = {name: sa.null() if value is None else value for name, value in entry.items()}
    await connection.execute(sa.insert(_LOG).values(**told, hash=digest))
    return digest


def entry_hash(entry: Mapping[str, Any]) -> str:
    """SHA-256, in lower-case hex, over an audit entry with the hash of the one before it, in canonical JSON (RFC 8785).

    Takes the columns of `audit_entry`; `sequence` and `hash` itself do not count.
    """
    told = {name: value for name, value in entry.items() if name not in {"sequence", "hash"}}
    told["at"] = told["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(rfc8785.dumps(told)).hexdigest()
