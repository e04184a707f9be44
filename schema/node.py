"""What every object of the register offers, and the shape of its lists."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Generic, TypeVar

import strawberry

from auktor.core.law import legal_source
from auktor.core.vocabulary import Language, ProvenanceKind
from db.engine import rows
from db.facts import TWO_TIMES
from db.select import versions_of
from schema.context import Info
from schema.declarations import METADATA, Column, Computation, History, Identity
from schema.ids import id_of
from schema.record import Record, shown
from schema.scalars import Count

NodeType = TypeVar("NodeType")


@strawberry.type(description="Where a fact rests in law (rättslig grund).")
class LegalSource:
    """A provision, act or agreement, in both languages."""

    text: str = strawberry.field(description="As the register stores it, for example SFS 2023:704 7 §.")
    sv: str = strawberry.field(description="As a Swedish decision writes it: 7 § lag (2023:704).")
    en: str = strawberry.field(description="The same in English.")
    designation: str | None = strawberry.field(description="Designation of the statute, for example SFS 2023:704.")
    paragraph: str | None = strawberry.field(description="Section of the statute.")
    title_sv: str | None = strawberry.field(description="Title of the statute, in Swedish.")
    title_en: str | None = strawberry.field(description="Title of the statute, in English.")
    url: str | None = strawberry.field(description="Address of the text, where it is confirmed.")

    @classmethod
    def of(cls, text: str) -> "LegalSource":
        """Read a stored source."""
        source = legal_source(text)
        return cls(
            text=text,
            sv=source.sv,
            en=source.en,
            designation=source.designation,
            paragraph=source.paragraph,
            title_sv=source.title(Language.SV),
            title_en=source.title(Language.EN),
            url=source.url,
        )


@strawberry.type(description="How sure a fact is and where it was found (uppgiftens ursprung).")
class Provenance:
    """Kind and reference."""

    kind: ProvenanceKind = strawberry.field(description="Official, reported, or an invented example.")
    reference: str = strawberry.field(description="The document, address or decision the fact was found in.")

    @classmethod
    def of(cls, kind: ProvenanceKind, reference: str) -> "Provenance":
        """Both as stored."""
        return cls(kind=kind, reference=reference)


@strawberry.type(description="One fact of one version, as text.")
class FactValue:
    """Name and value of a fact."""

    name: str = strawberry.field(description="Name of the fact, as in the published files.")
    value: str | None = strawberry.field(description="Its value as text; null where unknown.")


@strawberry.type(
    description="One version of an object: what was held true, for which days, and when the register came to hold it."
)
class HistoryEntry:
    """A version, with what it changed."""

    valid_from: date = strawberry.field(description="First day the version is the legal truth (gäller från och med).")
    valid_to: date | None = strawberry.field(description="First day it no longer is (gäller till, ej med).")
    recorded_from: datetime = strawberry.field(description="When the register came to hold it (registrerad).")
    recorded_to: datetime | None = strawberry.field(description="When a correction replaced it (ersatt).")
    revision: Count = strawberry.field(description="The register revision that recorded it.")
    provenance: Provenance = strawberry.field(description="How sure the version is and where it was found.")
    changed: list[str] = strawberry.field(
        description="Names of the facts that differ from the entry before; all, in the first."
    )
    facts: list[FactValue] = strawberry.field(description="Every open fact of the version.")


def entries(versions: Sequence[Mapping[str, Any]]) -> list[HistoryEntry]:
    """What the versions of one object say, each beside the one before it."""
    return [_entry(before, version) for before, version in zip([None, *versions], versions, strict=False)]


def _entry(before: Any, version: Any) -> HistoryEntry:  # noqa: ANN401 -- rows of any noun
    names = [name for name in version if name not in TWO_TIMES]
    return HistoryEntry(
        valid_from=version["valid_from"],
        valid_to=version["valid_to"],
        recorded_from=version["recorded_from"],
        recorded_to=version["recorded_to"],
        revision=Count(version["revision"]),
        provenance=Provenance(kind=version["provenance"], reference=version["reference"]),
        changed=[name for name in names if before is None or before[name] != version[name]],
        facts=[FactValue(name=name, value=None if version[name] is None else str(version[name])) for name in names],
    )


@strawberry.interface(description="An object with an id.")
class Node:
    """Relay's Node."""

    @strawberry.field(
        description="Id of the object: its type and its key, stable for ever.", metadata={METADATA: Identity()}
    )
    def id(self: Any) -> strawberry.ID:
        """Type and key."""
        return strawberry.ID(id_of(self.model.__name__, self["key"]))


@strawberry.interface(description="An object of the register: where it comes from, and all its versions.")
class RegisterObject(Node):
    """What every noun of the register has in common."""

    @strawberry.field(
        description="Key of the object in files and addresses.",
        metadata={METADATA: Column("key")},
    )
    def key(self: Any) -> str:
        """Key alone."""
        return str(self["key"])

    @strawberry.field(
        description="Number of this description: what a deed gives as `expectedVersion`.",
        metadata={METADATA: Computation(Count, ("version",))},
    )
    def version(self: Any) -> Count:
        """What tells one description from another."""
        return Count(self["version"])

    @strawberry.field(
        description="First day this description is the legal truth (gäller från och med).",
        metadata={METADATA: Column("valid_from")},
    )
    def valid_from(self: Any) -> date:
        """Start of the valid period."""
        return shown(self["valid_from"])

    @strawberry.field(
        description="First day this description no longer is the legal truth (gäller till, ej med).",
        metadata={METADATA: Column("valid_to")},
    )
    def valid_to(self: Any) -> date | None:
        """End of the valid period."""
        return shown(self["valid_to"])

    @strawberry.field(
        description="When the register came to hold this description (registrerad).",
        metadata={METADATA: Column("recorded_from")},
    )
    def recorded_from(self: Any) -> datetime:
        """Start of the recorded period."""
        return shown(self["recorded_from"])

    @strawberry.field(
        description="Where the fact rests in law (rättslig grund).",
        metadata={METADATA: Computation(LegalSource.of, ("legal_source",))},
    )
    def source(self: Any) -> LegalSource:
        """The stored source, read."""
        return LegalSource.of(self["legal_source"])

    @strawberry.field(
        description="How sure the fact is and where it was found.",
        metadata={METADATA: Computation(Provenance.of, ("provenance", "reference"))},
    )
    def provenance(self: Any) -> Provenance:
        """Kind and reference."""
        return Provenance.of(self["provenance"], self["reference"])

    @strawberry.field(
        description="Every version of the object, in the order the register came to hold them.",
        metadata={METADATA: History(entries)},
    )
    async def history(self: Any, info: Info) -> list[HistoryEntry]:
        """All versions known at the moment asked for."""
        record: Record = self
        loader = info.context.loader(("history", record.model, record.at), _history_of(info, record))
        versions: list[Any] = await loader.load(record["id"])
        return entries(versions)


def _history_of(info: Info, record: Record) -> Any:  # noqa: ANN401 -- a batch function
    async def load(keys: list[int]) -> list[list[Any]]:
        statement = versions_of(record.model, record.at, info.context.viewer)
        wanted = statement.where(statement.selected_columns.id.in_(keys))
        async with info.context.reading() as connection:
            found = await rows(connection, wanted)
        return [[row for row in found if row["id"] == key] for key in keys]

    return load


@strawberry.type(description="Whether a list goes on, and from where.")
class PageInfo:
    """Relay's PageInfo."""

    has_next_page: bool = strawberry.field(description="Whether rows follow this page.")
    has_previous_page: bool = strawberry.field(description="Whether rows come before this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first row.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row.")


@strawberry.type(description="One row of a list and its cursor.")
class Edge(Generic[NodeType]):
    """Relay's Edge."""

    cursor: str = strawberry.field(description="Where the row stands in the list.")
    node: NodeType = strawberry.field(description="The row.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[NodeType]):
    """Relay's Connection; what it does not need to know it does not ask the database."""

    @strawberry.field(description="How many rows the list has in all.")
    async def total_count(self: Any) -> int:
        """Counted only when asked."""
        return shown(await self.total())

    @strawberry.field(description="The rows of the page.")
    async def nodes(self: Any) -> list[NodeType]:
        """The rows."""
        return shown(await self.records())

    @strawberry.field(description="The rows of the page with their cursors.")
    async def edges(self: Any) -> list[Edge[NodeType]]:
        """The rows with cursors."""
        return shown(await self.cursors_and_records())

    @strawberry.field(description="Whether the list goes on, and from where.")
    async def page_info(self: Any) -> PageInfo:
        """The ends of the page."""
        return shown(await self.info())
