"""What clients have spent, told to the database by each process in batches, and told back by it for all processes."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engine import rows


class Told(NamedTuple):
    """What one process tells: a client's digest, its new points, and how many are given back a second."""

    client: bytes
    points: int
    back_a_second: float


_TELL = sa.text("""
    INSERT INTO points_spent AS known (client, spent, back_a_second, at)
    SELECT sent.client, sent.points, sent.back, clock_timestamp()
    FROM unnest(:clients, :points, :back) AS sent (client, points, back)
    ON CONFLICT (client) DO UPDATE SET
        spent = excluded.spent
            + greatest(0, known.spent - known.back_a_second * extract(epoch FROM excluded.at - known.at)),
        back_a_second = excluded.back_a_second,
        at = excluded.at
    RETURNING client, spent
""").bindparams(
    sa.bindparam("clients", type_=sa.ARRAY(sa.LargeBinary)),
    sa.bindparam("points", type_=sa.ARRAY(sa.Double)),
    sa.bindparam("back", type_=sa.ARRAY(sa.Double)),
)
_FORGET = sa.text("DELETE FROM points_spent WHERE at < now() - interval '5 minutes'")


async def tell(connection: AsyncConnection, batch: Sequence[Told]) -> dict[bytes, float]:
    """Add a batch in one statement; what each client in it has spent by now in all processes together.

    Clients are told in order of their digests, so that two processes never wait for each other in a ring.
    """
    ordered = sorted(batch)
    values = {
        "clients": [each.client for each in ordered],
        "points": [float(each.points) for each in ordered],
        "back": [each.back_a_second for each in ordered],
    }
    return {row["client"]: row["spent"] for row in await rows(connection, _TELL.bindparams(**values))}


async def forget(connection: AsyncConnection) -> None:
    """Forget the clients that have spent nothing for minutes, and with them that they were here."""
    await connection.execute(_FORGET)
