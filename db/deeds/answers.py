"""Answers given to deeds that carried an id: the same id is answered alike, and nothing is done twice."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.deeds.errors import BadText, IdReused
from db.models import DeedAnswer
from db.visibility import Viewer

MOST_CHARACTERS: Final = 200

_ANSWERS: sa.Table = DeedAnswer.__table__  # type: ignore[attr-defined]


async def find(
    connection: AsyncConnection, viewer: Viewer, given_id: str | None, digest: str
) -> Mapping[str, Any] | None:
    """The answer already given to this id, or None; refused where the id came with another input."""
    if given_id is None:
        return None
    if not 0 < len(given_id) <= MOST_CHARACTERS:
        raise BadText(
            f"The clientMutationId has {len(given_id)} characters.",
            remedy=f"Give from 1 to {MOST_CHARACTERS}, for example a UUID.",
            path="client_mutation_id",
        )
    mine = (_ANSWERS.c.asker == _asker(viewer), _ANSWERS.c.client_mutation_id == given_id)
    found = (await connection.execute(sa.select(_ANSWERS).where(*mine))).mappings().first()
    if found is None:
        return None
    if found["asked_sha256"] != digest:
        raise IdReused(
            f"The clientMutationId {given_id} came before with another input.",
            remedy="Choose a new id for a new deed.",
            path="client_mutation_id",
        )
    answer: Mapping[str, Any] = found["answer"]
    return answer


async def keep(
    connection: AsyncConnection, viewer: Viewer, given_id: str | None, digest: str, answer: Mapping[str, Any]
) -> None:
    """Remember an answer; the first that an id was given stands."""
    if given_id is None or not 0 < len(given_id) <= MOST_CHARACTERS:
        return
    told = {"asker": _asker(viewer), "client_mutation_id": given_id, "at": datetime.now(UTC)}
    first = insert(_ANSWERS).values(**told, asked_sha256=digest, answer=answer)
    await connection.execute(first.on_conflict_do_nothing())


def _asker(viewer: Viewer) -> str:
    return viewer.subject or str(viewer.role)
