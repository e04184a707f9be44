"""The last look at a finished edition before anybody else sees it: the files on the disk, read as a reader reads them.

The rows were checked on their way out (`publish.checks`); here a fault of the program that wrote the files is found: a
file that is not what its hash says, a CSV whose columns changed places, a catalogue that leads to other bytes.
"""

import csv
import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from publish import as_lote
from publish.catalogue import HARVESTED
from publish.checks import EditionRefused, Problem
from publish.columns import Column, Kind
from publish.files import File
from publish.manifest import Imprint, folder_of, moment
from publish.rdf import PREFIXES
from publish.reading import batches
from publish.tables import TABLES, Table

if TYPE_CHECKING:
    from pyoxigraph import Triple

_AT_ONCE = 1_000
_TRUTH = {True: "true", False: "false", None: ""}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def inspect(folder: Path, imprint: Imprint, files: Sequence[File]) -> None:
    """Raise EditionRefused where a file in the folder is not as it should be; `files` are those of the manifest."""
    problems = [
        *_wrong_bytes(folder, files),
        *(problem for table in TABLES for problem in wrong_csv(folder, table)),
        *_wrong_catalogue(folder, imprint, files),
        *_wrong_list(folder, imprint),
    ]
    if problems:
        named = "\n".join(f"  {problem}" for problem in problems[:20])
        raise EditionRefused(
            f"Nothing was published, for what was written is not as it should be:\n{named}\n"
            "This is a fault of the program, not of the register: report it, and publish with the version before.",
            problems=problems,
        )


def _wrong_bytes(folder: Path, files: Sequence[File]) -> Iterator[Problem]:
    for file in files:
        with (folder / file.path).open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        if (digest, (folder / file.path).stat().st_size) != (file.sha256, file.bytes):
            yield Problem(file.path, "the file", f"has the SHA-256 {digest}, not {file.sha256}")


def wrong_csv(folder: Path, table: Table) -> Iterator[Problem]:
    """Every row against the NDJSON file; of a CSV that differs the first row that does is named."""
    name = f"{table.name}.csv"
    with (folder / name).open("rb") as opened:
        if opened.read(3) == _BYTE_ORDER_MARK:
            yield Problem(name, "the file", "begins with a byte order mark")
    with (folder / name).open(encoding="utf-8-sig", newline="") as opened:
        lines = csv.reader(opened)
        if tuple(next(lines, ())) != table.names:
            yield Problem(name, "the header", f"is not {','.join(table.names)}")
        nothing: list[tuple[str, ...]] = []
        told = iter(lambda: [*map(tuple, islice(lines, _AT_ONCE))], nothing)
        wanted = (_as_told(table, rows) for rows in batches(folder, table, _AT_ONCE))
        for before, (some, others) in enumerate(zip_longest(told, wanted, fillvalue=nothing)):
            if some != others:
                differ = (place for place, (one, other) in enumerate(zip_longest(some, others), 1) if one != other)
                said = f"says otherwise than {table.name}.ndjson"
                yield Problem(name, f"row {before * _AT_ONCE + next(differ)}", said)
                return


def _as_told(table: Table, rows: Sequence[tuple[Any, ...]]) -> list[tuple[str, ...]]:
    """Rows of NDJSON as CSV has them; column by column, which is several times as fast as cell by cell."""
    return list(zip(*map(_cells, table.columns, zip(*rows, strict=True)), strict=True))


def _cells(column: Column, values: tuple[Any, ...]) -> Sequence[str]:
    if column.kind is Kind.BOOLEAN:
        return [_TRUTH[value] for value in values]
    if column.kind is Kind.INTEGER:
        return ["" if value is None else str(value) for value in values]
    return ["" if value is None else value for value in values] if None in values else values


def _wrong_catalogue(folder: Path, imprint: Imprint, files: Sequence[File]) -> Iterator[Problem]:
    """No blank node, and each distribution leads to a file of the manifest and says its size, type and hash."""
    from pyoxigraph import BlankNode, RdfFormat, parse  # noqa: PLC0415 -- large, and only publishing needs it

    graph = list(parse(path=folder / HARVESTED, format=RdfFormat.RDF_XML))
    for triple in graph:
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            yield Problem(HARVESTED, _name(triple.subject), f"{_name(triple.predicate)} has a node without address")
    known = {f"{imprint.publisher.opendata_url}/{folder_of(imprint.number)}/{file.path}": file for file in files}
    said = _by_subject(graph)
    for address, of in said.items():
        leads_to = of.get(f"{PREFIXES['dcat']}downloadURL")
        if leads_to is not None and _distributed(of, said) != _as_distributed(known.get(leads_to)):
            yield Problem(HARVESTED, address, f"does not say what {leads_to} is")


_Said = dict[str, str]


def _by_subject(graph: "Sequence[Triple]") -> dict[str, _Said]:
    """What is said of each node; of a property with several values, the last."""
    said: dict[str, _Said] = {}
    for triple in graph:
        said.setdefault(_name(triple.subject), {})[_name(triple.predicate)] = _name(triple.object)
    return said


def _name(node: object) -> str:
    return str(getattr(node, "value", node))  # a blank node has no value


def _distributed(of: _Said, said: dict[str, _Said]) -> tuple[str | None, ...]:
    checksum = said.get(of.get(f"{PREFIXES['spdx']}checksum", ""), {})
    media_type = of.get(f"{PREFIXES['dcat']}mediaType", "").partition("/media-types/")[2]
    return of.get(f"{PREFIXES['dcat']}byteSize"), media_type, checksum.get(f"{PREFIXES['spdx']}checksumValue")


def _as_distributed(file: File | None) -> tuple[str | None, ...]:
    return (str(file.bytes), file.media_type.partition(";")[0], file.sha256) if file else ()


def _wrong_list(folder: Path, imprint: Imprint) -> Iterator[Problem]:
    """The list of trusted entities: its scheme stands on the second line, each entity on a line of its own."""
    with (folder / as_lote.NAME).open("rb") as lines:
        next(lines)
        scheme = msgspec.json.decode(next(lines))
        wanted = (imprint.number, moment(imprint.issued), moment(imprint.next_update))
        if tuple(scheme[name] for name in ("LoTESequenceNumber", "ListIssueDateTime", "NextUpdate")) != wanted:
            yield Problem(as_lote.NAME, "the head", "does not say the number and the times of the edition")
        for line in lines:
            if line.startswith(b"{"):
                yield from _wrong_entity(msgspec.json.decode(line.rstrip(b",\n")))


def _wrong_entity(entity: dict[str, Any]) -> Iterator[Problem]:
    """Statuses stand newest first, no two since the same moment."""
    name = entity["TrustedEntityInformation"]["TEName"][0]["value"]
    for service in entity["TrustedEntityServices"]:
        told = [service["ServiceInformation"], *service.get("ServiceHistory", ())]
        if any(later["StatusStartingTime"] <= earlier["StatusStartingTime"] for later, earlier in pairwise(told)):
            yield Problem(as_lote.NAME, name, "has a status that does not begin after the one before it")
