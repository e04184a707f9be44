"""The audit log, for auditors."""

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
import strawberry

from db.facts import table_of
from db.models import AuditEntry as Entry
from db.visibility import Viewer, visible
from resolvers.reading import Row
from schema.declarations import Argument
from schema.kept import KeptList
from schema.scalars import Count


@strawberry.type(description="One deed in the audit log (loggpost): who did what to what, why and when.")
class AuditEntry:
    """An entry, done or refused."""

    sequence: Count = strawberry.field(description="Number of the entry; rises in the order they were written.")
    at: datetime = strawberry.field(description="When it was written.")
    revision: Count | None = strawberry.field(description="The revision it made; null where nothing was recorded.")
    actor: str = strawberry.field(description="Who: subject of the token, or the command's user.")
    role: str = strawberry.field(description="In what role.")
    deed: str = strawberry.field(description="What was done, or was to be done.")
    subject: str | None = strawberry.field(description="To what: kind and key.")
    refused: str | None = strawberry.field(description="Code of the refusal; null where it was done.")
    before: str | None = strawberry.field(description="The facts that changed as they were, as JSON.")
    after: str | None = strawberry.field(description="The facts as they then were; of a refusal, the input. As JSON.")
    reason: str | None = strawberry.field(description="Why (skäl).")
    request_id: str | None = strawberry.field(description="The request it came with.")
    is_emergency: bool = strawberry.field(description="Whether one person did it alone in an emergency.")
    previous_hash: str = strawberry.field(description="Hash of the entry before, lower-case hex.")
    hash: str = strawberry.field(description="SHA-256 over the entry and the hash before, lower-case hex.")


SAID = {
    "sequence": "Number of the entry",
    "at": "When it was written",
    "revision": "The revision it made",
    "actor": "Who: subject of the token, or the command's user",
    "role": "In what role",
    "deed": "What was done, or was to be done",
    "subject": "To what: kind and key",
    "refused": "Code of the refusal",
    "reason": "Why",
    "request_id": "The request it came with",
    "is_emergency": "Whether one person did it alone in an emergency",
}
REFUSED = Argument("refused", bool | None, None, "Only refusals, or only deeds.")


def _entries(viewer: Viewer, *, refused: bool | None) -> sa.Select[Any]:
    """The entries a viewer may see. `refused` keeps only refusals, or only deeds."""
    table = table_of(Entry)
    emergency = sa.func.coalesce(table.c.after["emergency"].as_boolean(), sa.false()).label("is_emergency")
    statement = sa.select(table, emergency).where(visible(Entry, viewer))
    if refused is None:
        return statement
    return statement.where(table.c.refused.is_not(None) if refused else table.c.refused.is_(None))


def _entry(row: Row) -> AuditEntry:
    told: dict[str, Any] = {name: value for name, value in row.items() if not name.startswith("order_")}
    told["before"], told["after"] = _json(told["before"]), _json(told["after"])
    return AuditEntry(**told)


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value, order="sorted").decode()


AUDIT_ENTRIES = KeptList(AuditEntry, "audit entries", _entries, SAID, "sequence", _entry, (REFUSED,))
"""The log: empty for a viewer who may not see it."""
