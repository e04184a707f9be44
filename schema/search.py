"""Search over suppliers, services, public actors and regulations."""

import asyncio
from typing import Annotated, Any

import strawberry

from auktor.core.identifiers import readable
from auktor.core.moment import Moment
from auktor.core.searching import answering, number_in, words_in
from auktor.core.vocabulary import SearchReason
from db.engine import rows
from resolvers.reading import Row
from resolvers.search import found
from schema.context import Context
from schema.errors import BadFilter, BadPage
from schema.ids import id_of
from schema.lookup import named
from schema.noun import TYPES
from schema.public_actor import PublicActor
from schema.record import Record, shown
from schema.regulation import Regulation
from schema.service import Service
from schema.supplier import Supplier
from schema.wording import designation_of

LONGEST_TEXT = 200
MOST_HITS = 50
Found = Annotated[
    Supplier | Service | PublicActor | Regulation, strawberry.union("Found", description="What a search can find.")
]
# The texts of each noun: its names, then others, as the database's `words_of` keeps them.
_NAMES: dict[str, tuple[str, ...]] = {
    "Supplier": ("name",),
    "Service": ("name", "brand"),
    "PublicActor": ("name", "name_en"),
    "Regulation": ("title", "title_en"),
}
_OTHERS: dict[str, tuple[str, ...]] = {
    "Supplier": (),
    "Service": ("issuer_name",),
    "PublicActor": ("group_name", "department"),
    "Regulation": (),
}
_NUMBERS = {
    "organisation_number": SearchReason.ORGANISATION_NUMBER,
    "foreign_identifier": SearchReason.ORGANISATION_NUMBER,
    "issuer_organisation_number": SearchReason.ORGANISATION_NUMBER,
    "municipality_code": SearchReason.MUNICIPALITY_CODE,
    "case_number": SearchReason.CASE_NUMBER,
}


@strawberry.type(description="One hit of a search (träff).")
class SearchHit:
    """An object and why it was found."""

    id: strawberry.ID = strawberry.field(description="Id of the object.")
    reason: SearchReason = strawberry.field(description="Why it was found (orsak till träffen).")
    matched: str = strawberry.field(description="The text that matched: a name, a number or a designation.")
    object: Found = strawberry.field(description="The object.")


async def search_register(context: Context, text: str, at: Moment, first: int) -> list[SearchHit]:
    """The best hits, at most `first`."""
    wanted = readable(text).strip()
    if not wanted or len(wanted) > LONGEST_TEXT:
        raise BadFilter(f"A search has from 1 to {LONGEST_TEXT} characters, not {len(wanted)}. Give a few letters.")
    if not 1 <= first <= MOST_HITS:
        raise BadPage(f"first is {first}, but a search gives from 1 to {MOST_HITS} hits.")
    async with context.reading() as connection:
        hits = await rows(connection, found(wanted, at, context.viewer, first))
    return list(await asyncio.gather(*(_hit(context, hit, at, wanted) for hit in hits)))


async def _hit(context: Context, hit: Row, at: Moment, text: str) -> SearchHit:
    kind, key = hit["kind"], hit["key"]
    record: Any = await named(context, TYPES[kind][1], at, "key", key)
    reason, matched = _told(record, kind, hit, text)
    return SearchHit(id=strawberry.ID(id_of(kind, key)), reason=reason, matched=matched, object=shown(record))


def _told(record: Record, kind: str, hit: Row, text: str) -> tuple[SearchReason, str]:
    """Why a hit was found, and by which text."""
    if hit["reason"] is not None:
        return SearchReason(hit["reason"]), hit["matched"] or _texts(record, _NAMES[kind])[0]
    number = number_in(text)
    for name, reason in _NUMBERS.items():
        if number and (number_in(record.row.get(name) or "") or "").startswith(number):
            return reason, record[name]
    designation = designation_of(*(record.row.get(name) for name in ("series", "year", "number")))
    if designation and number and (number_in(designation) or "").endswith(number) and ":" in text:
        return SearchReason.DESIGNATION, designation
    return answering(words_in(text), _texts(record, _NAMES[kind]), _texts(record, _OTHERS[kind]))


def _texts(record: Record, names: tuple[str, ...]) -> list[str]:
    return [record[name] for name in names if record[name]]
