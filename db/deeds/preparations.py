"""Deeds prepared by one person and decided by another: four eyes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.errors import NothingPrepared, SamePerson
from db.models import Preparation, PreparationDecided
from db.visibility import Viewer, visible
from db.write import RevisionStamp

_KEPT: sa.Table = Preparation.__table__  # type: ignore[attr-defined]
_DECIDED: sa.Table = PreparationDecided.__table__  # type: ignore[attr-defined]


class Kept(NamedTuple):
    """A preparation as the register keeps it; `content` is JSON, and not everybody is told who decided it."""

    number: int
    deed: str
    content: str
    prepared_by: str
    at: datetime
    is_decided: bool
    decided_by: str | None


class Found(NamedTuple):
    """What was prepared, and by whom."""

    content: Mapping[str, Any]
    prepared_by: str


async def keep(
    connection: AsyncConnection, stamp: RevisionStamp, deed: Deed, content: Mapping[str, Any], viewer: Viewer
) -> int:
    """Keep a deed's whole input for another to decide; gives the number of the preparation."""
    told = {"deed": deed.name, "content": content, "prepared_by": viewer.subject or "", "role": str(viewer.role)}
    kept = sa.insert(_KEPT).values(**told, at=stamp.recorded_at, revision=stamp.number).returning(_KEPT.c.number)
    return int(await connection.scalar(kept) or 0)


async def numbered(connection: AsyncConnection, number: int) -> Kept:
    """One preparation by its number, which exists."""
    return kept((await connection.execute(_with_decision().where(_KEPT.c.number == number))).mappings().one())


def kept(row: Mapping[Any, Any]) -> Kept:
    """A row of a preparation with its decision."""
    content = msgspec.json.encode(row["content"], order="sorted").decode()
    told = (row[name] for name in ("prepared_by", "at", "is_decided", "decided_by"))
    return Kept(row["number"], row["deed"], content, *told)


def all_kept(viewer: Viewer, *, is_decided: bool | None) -> sa.Select[tuple[Any, ...]]:
    """Every preparation that a viewer may see: decided, not decided, or (None) both."""
    wanted = sa.true() if is_decided is None else _is_decided() if is_decided else sa.not_(_is_decided())
    told = sa.case((visible(PreparationDecided, viewer), _DECIDED.c.decided_by))
    return _with_decision(told).where(visible(Preparation, viewer), wanted)


async def find(connection: AsyncConnection, deed: Deed, number: int, viewer: Viewer) -> Found:
    """What was prepared; refused to whoever prepared it, and once it is decided."""
    statement = _with_decision().where(_KEPT.c.number == number, _KEPT.c.deed == deed.name)
    found = (await connection.execute(statement)).mappings().first()
    if found is None or found["is_decided"]:
        told = "is decided already" if found else f"does not exist, to {deed.in_words()}"
        raise NothingPrepared(
            f"The preparation {number} {told}.",
            remedy="Prepare it anew, or check its number.",
            path="preparation",
        )
    if viewer.subject is None or found["prepared_by"] == viewer.subject:
        raise SamePerson(
            f"The preparation {number} is your own, and who prepares does not decide.",
            remedy="Have another decision maker take it.",
            path="preparation",
        )
    return Found(found["content"], found["prepared_by"])


async def decided(connection: AsyncConnection, stamp: RevisionStamp, number: int, by: str) -> None:
    """Note that a preparation was decided, which happens once."""
    await connection.execute(sa.insert(_DECIDED).values(preparation=number, revision=stamp.number, decided_by=by))


def _with_decision(decided_by: sa.ColumnElement[str | None] | None = None) -> sa.Select[tuple[Any, ...]]:
    beside = _DECIDED.c.preparation == _KEPT.c.number
    told = _DECIDED.c.decided_by if decided_by is None else decided_by
    decision = told.label("decided_by"), _is_decided().label("is_decided")
    return sa.select(_KEPT, *decision).join(_DECIDED, beside, isouter=True)


def _is_decided() -> sa.ColumnElement[bool]:
    return _DECIDED.c.preparation.is_not(None)
