"""One thing of the register as linked data: what its persistent address leads to, from the register as it is."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.moment import Moment
from publish.as_linked import nodes
from publish.publisher import Publisher
from publish.rdf import Node
from publish.tables import FEES, PUBLIC_ACTORS, REGULATIONS, SERVICES, STATUS_HISTORY, SUPPLIERS, Table

TOLD_BY: dict[str, tuple[Table, ...]] = {
    "supplier": (SUPPLIERS, SERVICES, STATUS_HISTORY),
    "service": (SERVICES, STATUS_HISTORY),
    "regulation": (REGULATIONS,),
    "fee-rule": (FEES,),
    "public-actor": (PUBLIC_ACTORS,),
}
"""The tables that tell of each kind of thing, by the word in its address."""


async def thing(connection: AsyncConnection, noun: str, key: str, at: Moment, publisher: Publisher) -> list[Node]:
    """What the published tables would say at `at` of the thing with a key; nothing where they do not know it.

    A supplier that left is told by its status history, as in the files.
    """
    told: dict[str, Node] = {}
    for table in TOLD_BY[noun]:
        every = table.select(at).subquery()
        mine = sa.select(every).where(every.c[noun.replace("-", "_")] == key)
        ordered = mine.order_by(*(sa.nulls_first(every.c[name].asc()) for name in table.key))
        rows = (await connection.execute(ordered)).mappings()
        for node in nodes(table, iter([dict(row) for row in rows]), publisher):
            told.setdefault(node.address, node)
    return list(told.values())
