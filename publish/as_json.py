"""The supplier list as one nested JSON document: supplier, the systems it is connected to, its services in each.

Made from the NDJSON files of the same edition, which lie sorted by supplier and system: it holds what they hold, and
no more than one supplier at a time in memory.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from db.models import Supplier
from publish.columns import Column, facts, key_of
from publish.manifest import Imprint, moment
from publish.tables import SCHEMA_VERSION, SERVICES, SUPPLIERS

Record = dict[str, Any]

_OF_THE_SUPPLIER = {column.name for column in (*key_of(Supplier), *facts(Supplier))}
_OF_THE_SYSTEM = {"supplier", "supplier_name", "system", "system_sv", "system_en"}


def nested_suppliers(folder: Path, imprint: Imprint) -> Iterator[bytes]:
    """`suppliers.json`, in parts, from `suppliers.ndjson` and `services.ndjson` in the folder."""
    head = {
        "$schema": "suppliers-list.schema.json",
        "edition": imprint.number,
        "as_of": imprint.as_of.isoformat(),
        "issued": moment(imprint.issued),
        "schema_version": SCHEMA_VERSION,
        "licence": "CC0-1.0",
    }
    yield msgspec.json.encode(head)[:-1] + b',"suppliers":['
    for place, supplier in enumerate(_suppliers(folder)):
        yield (b",\n" if place else b"\n") + msgspec.json.encode(supplier)
    yield b"\n]}\n"


def list_columns() -> tuple[tuple[Column, ...], tuple[Column, ...], tuple[Column, ...]]:
    """The columns told of a supplier, of its connection to a system, and of a service there."""
    of_the_supplier = tuple(column for column in SUPPLIERS.columns if column.name in _OF_THE_SUPPLIER)
    of_the_system = tuple(column for column in SUPPLIERS.columns if column.name not in _OF_THE_SUPPLIER)
    return of_the_supplier, of_the_system, tuple(c for c in SERVICES.columns if c.name not in _OF_THE_SYSTEM)


def _suppliers(folder: Path) -> Iterator[Record]:
    services = groupby(_records(folder / "services.ndjson"), key=itemgetter("supplier", "system"))
    place, following = next(services, (None, iter(())))
    for _, listed in groupby(_records(folder / "suppliers.ndjson"), key=itemgetter("supplier")):
        systems: list[Record] = []
        supplier: Record = {}
        for row in listed:
            supplier = {name: value for name, value in row.items() if name in _OF_THE_SUPPLIER}
            system = {name: value for name, value in row.items() if name not in _OF_THE_SUPPLIER}
            system["services"] = []
            if place == (row["supplier"], row["system"]):
                system["services"] = [_of_a_service(service) for service in following]
                place, following = next(services, (None, iter(())))
            systems.append(system)
        yield supplier | {"systems": systems}


def _of_a_service(row: Record) -> Record:
    return {name: value for name, value in row.items() if name not in _OF_THE_SYSTEM}


def _records(path: Path) -> Iterator[Record]:
    with path.open("rb") as lines:
        for line in lines:
            yield msgspec.json.decode(line)
