"""What the register tells of itself: its editions and its changes."""

from datetime import date, datetime

import sqlalchemy as sa
import strawberry

from auktor.core.vocabulary import ChangeKind
from db.engine import rows
from db.facts import table_of
from db.models import Change as ChangeRow
from db.models import Edition as EditionRow
from db.visibility import visible
from resolvers.keyset import Term
from resolvers.reading import Row
from schema.context import Context
from schema.execution.selected import SelectedPage
from schema.ids import id_of
from schema.node import Node
from schema.paging import PageArguments, window_of
from schema.scalars import Count

_OF_AN_EDITION = (
    "number",
    "as_of",
    "known_at",
    "issued",
    "next_update",
    "revision",
    "manifest_sha256",
    "previous_sha256",
)
_OF_A_CHANGE = ("sequence", "revision", "recorded_at", "kind", "key", "change")


@strawberry.type(description="One file of an edition.")
class EditionFile:
    """A file and what proves it."""

    path: str = strawberry.field(description="Name of the file inside the edition.")
    bytes: Count = strawberry.field(description="Size in bytes.")
    sha256: str = strawberry.field(description="SHA-256 of its bytes, lower-case hex.")
    media_type: str = strawberry.field(description="Media type.")


@strawberry.type(
    description="One published edition (utgåva) of the open data: numbered, immutable, chained to the one before."
)
class Edition(Node):
    """An edition and what it was built from."""

    number: int = strawberry.field(description="Number; rises by one, never reused.")
    as_of: date = strawberry.field(description="The day it describes.")
    known_at: datetime = strawberry.field(description="It holds what the register knew then.")
    issued: datetime = strawberry.field(description="When it was issued.")
    next_update: datetime = strawberry.field(description="When the next is due at the latest.")
    revision: Count = strawberry.field(description="The register revision it was built from.")
    manifest_sha256: str = strawberry.field(description="SHA-256 of its manifest, lower-case hex.")
    previous_sha256: str | None = strawberry.field(description="SHA-256 of the manifest before; null for the first.")
    files: list[EditionFile] = strawberry.field(description="Its files.")

    @strawberry.field(description="Id of the edition.")
    def id(self) -> strawberry.ID:
        """Type and number."""
        return strawberry.ID(id_of("Edition", str(self.number)))


@strawberry.type(description="One object that a revision of the register touched (ändring).")
class Change:
    """A row of the outbox."""

    sequence: Count = strawberry.field(description="Number of the change; rises in the order of commits.")
    revision: Count = strawberry.field(description="The revision that made it.")
    recorded_at: datetime = strawberry.field(description="When it was recorded.")
    kind: str = strawberry.field(description="Kind of the object, as supplier_agreement.")
    key: str = strawberry.field(description="Key of the object.")
    change: ChangeKind = strawberry.field(description="Added, changed or removed.")


def editions_page(context: Context, asked: PageArguments) -> SelectedPage:
    """Every edition, newest first."""
    table = table_of(EditionRow)
    terms = [Term("number", table.c.number, descending=True)]
    return SelectedPage(context, table, terms, window_of(terms, asked), edition_of)


async def edition_numbered(context: Context, number: int) -> Edition | None:
    """One edition by its number."""
    table = table_of(EditionRow)
    async with context.reading() as connection:
        found = await rows(connection, sa.select(table).where(table.c.number == number))
    return edition_of(found[0]) if found else None


def changes_page(context: Context, after_sequence: int, asked: PageArguments) -> SelectedPage:
    """Changes after a number that the viewer may know of, oldest first."""
    table, seen = table_of(ChangeRow), visible(ChangeRow, context.viewer)
    columns = [table.c[name] for name in _OF_A_CHANGE]
    source = sa.select(*columns).where(seen, table.c.sequence > after_sequence).subquery("change")
    terms = [Term("sequence", source.c.sequence)]
    return SelectedPage(context, source, terms, window_of(terms, asked), change_of)


def change_of(row: Row) -> Change:
    """A row of the outbox as it is shown."""
    return Change(**{name: row[name] for name in _OF_A_CHANGE})


def edition_of(row: Row) -> Edition:
    """An edition as the register remembers it."""
    files = [
        EditionFile(**{name: each[name] for name in ("path", "bytes", "sha256", "media_type")}) for each in row["files"]
    ]
    return Edition(files=files, **{name: row[name] for name in _OF_AN_EDITION})
