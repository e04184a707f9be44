"""What clients have spent lately: no part of the register, but a memory its processes share."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel

from db.models.keeping import MOMENT, said


class PointsSpent(SQLModel, table=True):
    """One client; unlogged, forgotten after minutes."""

    __tablename__ = "points_spent"  # pyright: ignore[reportAssignmentType] -- as sqlmodel documents it

    client: bytes = said("Digest of the address or the subject of the client.", sa.LargeBinary, primary_key=True)
    spent: float = said("Points that had not been given back at the time.", sa.Double)
    back_a_second: float = said("Points given back every second.", sa.Double)
    at: datetime = said("The time it was told.", MOMENT)

    __table_args__ = (
        sa.CheckConstraint("octet_length(client) = 16", "client_is_a_digest"),
        sa.CheckConstraint("spent >= 0", "spent_is_not_negative"),
        sa.Index("points_spent_by_at", "at"),
        {"comment": "What each client has spent lately; forgotten after minutes.", "prefixes": ["UNLOGGED"]},
    )
