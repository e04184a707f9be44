"""Search over suppliers, services, public actors and regulations."""

import asyncio
from typing import Annotated

import strawberry

from auktor.core.identifiers import readable
from auktor.core.moment import Moment
from db.engine import rows
from resolvers.reading import Row
from resolvers.search import found
from schema.context import Context
from schema.errors import BadFilter, BadPage
from schema.ids import id_of
from schema.lookup import named
from schema.noun import TYPES
from schema.public_actor import PublicActor
from schema.record import shown
from schema.regulation import Regulation
from schema.service import Service
from schema.supplier import Supplier

LONGEST_TEXT = 200
MOST_HITS = 50
Found = Annotated[
    Supplier | Service | PublicActor | Regulation, strawberry.union("Found", description="What a search can find.")
]


@strawberry.type(description="One hit of a search.")
class SearchHit:
    """An object and why it was found."""

    id: strawberry.ID = strawberry.field(description="Id of the object.")
    matched: str = strawberry.field(description="The text that matched: a name, a number or a designation.")
    object: Found = strawberry.field(description="The object.")


async def search_register(context: Context, text: str, at: Moment, first: int) -> list[SearchHit]:
    """The best hits, at most `first`: equal before beginning before within."""
    wanted = readable(text).strip()
    if not wanted or len(wanted) > LONGEST_TEXT:
        raise BadFilter(f"A search has from 1 to {LONGEST_TEXT} characters, not {len(wanted)}. Give a few letters.")
    if not 1 <= first <= MOST_HITS:
        raise BadPage(f"first is {first}, but a search gives from 1 to {MOST_HITS} hits.")
    async with context.reading() as connection:
        hits = await rows(connection, found(wanted, at, context.viewer, first))
    return list(await asyncio.gather(*(_hit(context, hit, at) for hit in hits)))


async def _hit(context: Context, hit: Row, at: Moment) -> SearchHit:
    kind, key = hit["kind"], hit["key"]
    record = await named(context, TYPES[kind][1], at, "key", key)
    return SearchHit(id=strawberry.ID(id_of(kind, key)), matched=hit["matched"], object=shown(record))
