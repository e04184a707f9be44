"""Linked data written out: nodes as Turtle, N-Triples, JSON-LD and RDF/XML, one node at a time.

Equal nodes give equal bytes, under any version of any library, for nothing but this file writes them. Every node has an
address: there are no blank nodes. Names are written short (`dcterms:title`) wherever the form allows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self
from xml.sax.saxutils import escape, quoteattr

import msgspec

from publish.files import File, NewFile

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UNSAFE_IN_ADDRESS = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


class Name(str):
    """A name written short, as `dcterms:title`; its prefix is one of those the writer is given."""

    __slots__ = ()


class Address(str):
    """An absolute address (IRI); what no address may hold is written in per cent."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Make it safe to stand between angle brackets."""
        return super().__new__(cls, _UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", text))


class Text(NamedTuple):
    """A value that is no node: plain, in a language, or of a type such as `xsd:date`."""

    value: str
    language: str = ""
    datatype: str = ""


Object = Name | Address | Text


class Node(NamedTuple):
    """One thing and what is said of it. `types` and the first halves of `said` are short names."""

    address: str
    types: tuple[str, ...]
    said: tuple[tuple[str, Object], ...]


class Writer(Protocol):
    """How one form begins, writes a node, and ends; `between` stands between two nodes."""

    head: str
    between: str
    tail: str

    def node(self, node: Node) -> str:
        """One node."""
        ...


class Turtle:
    """RDF 1.1 Turtle."""

    between, tail = "\n", ""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in sorted(prefixes.items())) + "\n"

    def node(self, node: Node) -> str:
        """One node, a line for each that is said of it."""
        lines = [f"a {', '.join(node.types)}"] if node.types else []
        lines += [f"{name} {self._object(value)}" for name, value in node.said]
        return f"<{node.address}>\n    " + " ;\n    ".join(lines) + " .\n"

    @staticmethod
    def _object(value: Object) -> str:
        if isinstance(value, Text):
            kind = f"^^{value.datatype}" if value.datatype else f"@{value.language}" if value.language else ""
            return f"{_quoted(value.value)}{kind}"
        return str(value) if isinstance(value, Name) else f"<{value}>"


class NTriples:
    """RDF 1.1 N-Triples: a statement a line, every name in full."""

    head, between, tail = "", "", ""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes

    def node(self, node: Node) -> str:
        """One node, a line for each statement."""
        said: list[tuple[str, Object]] = [("rdf:type", Name(each)) for each in node.types]
        lines = (
            f"<{node.address}> <{self._full(name)}> {self._object(value)} .\n" for name, value in (*said, *node.said)
        )
        return "".join(lines)

    def _full(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local

    def _object(self, value: Object) -> str:
        if isinstance(value, Text):
            kind = f"^^<{self._full(value.datatype)}>" if value.datatype else ""
            return f"{_quoted(value.value)}{kind or (f'@{value.language}' if value.language else '')}"
        return f"<{self._full(value) if isinstance(value, Name) else value}>"


class JsonLd:
    """JSON-LD 1.1: one graph of nodes, its context before it."""

    between, tail = ",\n", "\n]}\n"

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        context = msgspec.json.encode(dict(sorted(prefixes.items()))).decode()
        self.head = f'{{"@context":{context},"@graph":[\n'

    def node(self, node: Node) -> str:
        """One node on a line."""
        said: dict[str, Any] = {"@id": str(node.address)}
        if node.types:
            said["@type"] = list(node.types)
        for name, value in node.said:
            said.setdefault(name, []).append(self._object(value))
        return msgspec.json.encode(said).decode()

    @staticmethod
    def _object(value: Object) -> str | dict[str, str]:
        if not isinstance(value, Text):
            return {"@id": str(value)}
        if value.datatype:
            return {"@value": value.value, "@type": value.datatype}
        return {"@value": value.value, "@language": value.language} if value.language else value.value


class RdfXml:
    """RDF 1.1 XML, the only form the Swedish data portal harvests. Every node has at least one type."""

    between, tail = "", "</rdf:RDF>\n"

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        spaces = "".join(f'\n  xmlns:{name}="{address}"' for name, address in sorted(prefixes.items()))
        self.head = f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'

    def node(self, node: Node) -> str:
        """One node as an element of its first type."""
        first, *others = node.types
        said: list[tuple[str, Object]] = [("rdf:type", Name(each)) for each in others]
        lines = "".join(f"    {self._property(name, value)}\n" for name, value in (*said, *node.said))
        return f"  <{first} rdf:about={quoteattr(node.address)}>\n{lines}  </{first}>\n"

    def _property(self, name: str, value: Object) -> str:
        if not isinstance(value, Text):
            return f"<{name} rdf:resource={quoteattr(self._full(value) if isinstance(value, Name) else value)}/>"
        kind = f' rdf:datatype="{self._full(value.datatype)}"' if value.datatype else ""
        kind = kind or (f' xml:lang="{value.language}"' if value.language else "")
        return f"<{name}{kind}>{escape(value.value, {chr(13): '&#13;'})}</{name}>"

    def _full(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local


WRITERS: dict[str, type[Turtle] | type[NTriples] | type[JsonLd] | type[RdfXml]] = {
    ".ttl": Turtle,
    ".nt": NTriples,
    ".jsonld": JsonLd,
    ".rdf": RdfXml,
}


def written(nodes: Iterable[Node], ending: str, prefixes: Mapping[str, str]) -> bytes:
    """A few nodes as one document in the form of an ending."""
    writer: Writer = WRITERS[ending](prefixes)
    return (writer.head + writer.between.join(map(writer.node, nodes)) + writer.tail).encode()


def write_nodes(
    folder: Path, name: str, endings: Iterable[str], nodes: Iterator[Node], prefixes: Mapping[str, str]
) -> list[File]:
    """Any number of nodes in several forms, in one pass: `name` with each ending."""
    writers: list[Writer] = [WRITERS[ending](prefixes) for ending in endings]
    with ExitStack() as opened:
        files = [opened.enter_context(NewFile(folder, name + ending)) for ending in endings]
        for file, writer in zip(files, writers, strict=True):
            file.write(writer.head.encode())
        for place, node in enumerate(nodes):
            for file, writer in zip(files, writers, strict=True):
                file.write(((writer.between if place else "") + writer.node(node)).encode())
        for file, writer in zip(files, writers, strict=True):
            file.write(writer.tail.encode())
        return [file.finish() for file in files]


_ESCAPED = {ord(sign): f"\\{letter}" for sign, letter in zip('\\"\n\r\t', '\\"nrt', strict=True)} | {
    code: f"\\u{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), 127)
}


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'
