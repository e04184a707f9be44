"""The tables as linked data: what each row is, where it has its address, and how its columns are said.

A supplier is found at `/id/supplier/alfa`, its connection to a system at `/id/supplier/alfa#E_IDENTIFICATION`, a status
at the thing it is of. Codes are SKOS concepts and keys are addresses; labels and names that only repeat what the
concept or the thing behind the address says are left out, so every fact is said once.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.models import FeeTier, Supplier
from publish.columns import Column, Kind, facts
from publish.files import File
from publish.manifest import Imprint, moment
from publish.progress import Told, unheard
from publish.publisher import Publisher
from publish.rdf import Address, Node, Object, Text, write_nodes
from publish.reading import records
from publish.tables import FEES, PUBLIC_ACTORS, REGULATIONS, SERVICES, STATUS_HISTORY, SUPPLIERS, Table
from publish.vocabulary import codes, is_label, of_code, prefixes

Record = Mapping[str, Any]
NAME = "suppliers"
ENDINGS = (".ttl", ".jsonld", ".nt")
TOLD = (SUPPLIERS, SERVICES, STATUS_HISTORY)
"""The tables of `suppliers.ttl`; the rows of the others are told one by one at their addresses."""

_NOUNS = {"supplier", "service", "regulation", "fee_rule", "public_actor"}
_DATATYPES = {
    Kind.INTEGER: "xsd:integer",
    Kind.DECIMAL: "xsd:decimal",
    Kind.DATE: "xsd:date",
    Kind.BOOLEAN: "xsd:boolean",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of node a row becomes: its address under `/id/`, what it is, and how each column told is called."""

    address: Callable[[Record], str]
    types: tuple[str, ...]
    columns: tuple[Column, ...]
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def names(self, column: Column) -> tuple[str, ...]:
        """Under which names a column is said: the register's own first."""
        return self.called.get(column.name, (f"auktor:{column.name}",))


def _without(columns: tuple[Column, ...], names: Collection[str]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name not in names and not _repeats(column, columns))


def _repeats(column: Column, among: tuple[Column, ...]) -> bool:
    """Whether a column says what another implies: a code in words, the name of what a key leads to."""
    keys = {each.name for each in among if each.kind is Kind.KEY}
    return is_label(column) or (column.name.endswith("_name") and column.name.removesuffix("_name") in keys)


_ORGANISATION = ("org:FormalOrganization", "schema:Organization")
_OWN = {column.name for column in facts(Supplier)}
_STEP = {column.name for column in facts(FeeTier, without={"fee_rule_id"})}
_CALLED = {
    "name": ("auktor:name", "schema:name"),
    "organisation_number": ("auktor:organisation_number", "org:identifier", "schema:identifier"),
    "website": ("auktor:website", "schema:url"),
}
_SUPPLIER = Shape(
    lambda row: f"supplier/{row['supplier']}",
    ("auktor:Supplier", *_ORGANISATION),
    tuple(column for column in _without(SUPPLIERS.columns, ()) if column.name in _OWN),
    _CALLED,
)
_CONNECTION = Shape(
    lambda row: f"supplier/{row['supplier']}#{row['system']}",
    ("auktor:Connection",),
    _without(SUPPLIERS.columns, _OWN),
)
_SERVICE = Shape(
    lambda row: f"service/{row['service']}",
    ("auktor:Service", "schema:Service"),
    _without(SERVICES.columns, {"service"}),
    _CALLED | {"supplier": ("auktor:supplier", "schema:provider"), "brand": ("auktor:brand", "schema:brand")},
)
_SUPPLIER_THEN = Shape(
    lambda row: f"supplier/{row['supplier']}",
    ("auktor:Supplier", *_ORGANISATION),
    tuple(column for column in STATUS_HISTORY.columns if column.name.startswith("supplier_")),
    {
        "supplier_name": _CALLED["name"],
        "supplier_organisation_number": _CALLED["organisation_number"],
        "supplier_foreign_country": ("auktor:foreign_country",),
        "supplier_foreign_identifier": ("auktor:foreign_identifier",),
    },
)
_STATUS = Shape(
    lambda row: (
        f"service/{row['service']}#{row['status_from']}"
        if row["service"]
        else f"supplier/{row['supplier']}#{row['system']}.{row['status_from']}"
    ),
    ("auktor:StatusPeriod",),
    _without(STATUS_HISTORY.columns, {column.name for column in _SUPPLIER_THEN.columns}),
)
SHAPES: dict[str, tuple[Shape, ...]] = {
    SUPPLIERS.name: (_SUPPLIER, _CONNECTION),
    SERVICES.name: (_SERVICE,),
    STATUS_HISTORY.name: (_SUPPLIER_THEN, _STATUS),
    REGULATIONS.name: (
        Shape(
            lambda row: f"regulation/{row['regulation']}",
            ("auktor:Regulation",),
            _without(REGULATIONS.columns, {"regulation"}),
            {"title": ("auktor:title", "dcterms:title")},
        ),
    ),
    FEES.name: (
        Shape(
            lambda row: f"fee-rule/{row['fee_rule']}",
            ("auktor:FeeRule",),
            _without(FEES.columns, {"fee_rule", *_STEP}),
        ),
        Shape(
            lambda row: f"fee-rule/{row['fee_rule']}#{row['from_quantity']}",
            ("auktor:FeeStep",),
            tuple(column for column in FEES.columns if column.name in {"fee_rule", *_STEP}),
        ),
    ),
    PUBLIC_ACTORS.name: (
        Shape(
            lambda row: f"public-actor/{row['public_actor']}",
            ("auktor:PublicActor", *_ORGANISATION),
            _without(PUBLIC_ACTORS.columns, {"public_actor"}),
            _CALLED,
        ),
    ),
}


def write_linked(folder: Path, imprint: Imprint, told: Told = unheard) -> list[File]:
    """`suppliers.ttl`, `.jsonld` and `.nt`, from the NDJSON files in the folder."""
    return write_nodes(folder, NAME, ENDINGS, _all_nodes(folder, imprint, told), prefixes(imprint.publisher))


def _all_nodes(folder: Path, imprint: Imprint, told: Told) -> Iterator[Node]:
    yield _about(imprint)
    yield from codes(imprint.publisher, [column for table in TOLD for column in table.columns])
    for table in TOLD:
        yield from nodes(table, records(folder, table, told), imprint.publisher)


def _about(imprint: Imprint) -> Node:
    said: tuple[tuple[str, Object], ...] = (
        ("dcterms:license", Address("http://creativecommons.org/publicdomain/zero/1.0/")),
        ("dcterms:issued", Text(moment(imprint.issued), datatype="xsd:dateTime")),
        ("schema:temporalCoverage", Text(imprint.as_of.isoformat(), datatype="xsd:date")),
        ("owl:versionInfo", Text(str(imprint.number))),
    )
    return Node(Address(f"{imprint.publisher.public_url}/id/dataset/suppliers"), ("schema:Dataset",), said)


def nodes(table: Table, rows: Iterator[Record], publisher: Publisher) -> Iterator[Node]:
    """The rows of a table as nodes; a node that follows from several rows next to each other comes once."""
    begins = f"{publisher.public_url}/id/"
    shapes = [(shape, _tellers(shape, begins)) for shape in SHAPES[table.name]]
    last = [""] * len(shapes)
    for row in rows:
        for place, (shape, tellers) in enumerate(shapes):
            address = begins + shape.address(row)
            if address != last[place]:
                last[place] = address
                said = [
                    (name, tell(row[key])) for key, names, tell in tellers if row[key] is not None for name in names
                ]
                yield Node(address, shape.types, tuple(said))


_Teller = tuple[str, tuple[str, ...], Callable[[Any], Object]]


def _tellers(shape: Shape, begins: str) -> list[_Teller]:
    return [(column.name, shape.names(column), _teller(column, begins)) for column in shape.columns]


def _teller(column: Column, begins: str) -> Callable[[Any], Object]:
    """What makes a value of a column into an object."""
    if column.terms:
        names = {str(term): of_code(term) for term in column.terms}
        return names.__getitem__
    noun = column.meaning.refers_to or column.name
    if column.kind is Kind.KEY and noun in _NOUNS:
        path = f"{begins}{noun.replace('_', '-')}/"
        return lambda key: Address(path + key)
    if column.kind is Kind.BOOLEAN:
        return lambda value: Text("true" if value else "false", datatype="xsd:boolean")
    datatype = _DATATYPES.get(column.kind, "")
    return lambda value: Text(str(value), datatype=datatype)
