"""The words of the files as linked data: every code a SKOS concept, every column a property, under `/def`.

The address of a word is that of the vocabulary with the word behind `#`, so that one document explains them all:
`/def#in_force_from` is a column, `/def#SupplierStatus` a list, `/def#SupplierStatus.CONNECTED` one of its words.
"""

from collections.abc import Iterable, Iterator

from auktor.core.vocabulary import Term
from publish.columns import Column, Kind
from publish.publisher import Publisher
from publish.rdf import PREFIXES, Address, Name, Node, Object, Text
from publish.tables import SCHEMA_VERSION, TABLES

CLASSES = {
    "Connection": ("Anslutning av en leverantör till ett auktorisationssystem", "A supplier's connection to a system"),
    "FeeRule": ("Avgiftsregel", "Fee rule"),
    "FeeStep": ("Steg i en avgiftsregel", "Step of a fee rule"),
    "PublicActor": ("Offentlig aktör", "Public actor"),
    "Regulation": ("Författning eller föreskrift", "Act, ordinance or regulation"),
    "Service": ("Tjänst i ett auktorisationssystem", "Service in an authorisation system"),
    "StatusPeriod": ("Tid under vilken en status gällde", "Time during which a status held"),
    "SupplierList": ("Lista över leverantörer enligt 7 § lag (2023:704)", "List of suppliers under the Act (2023:704)"),
    "Supplier": ("Leverantör i ett auktorisationssystem", "Supplier in an authorisation system"),
}
"""What things of the register are, in Swedish and English."""

_USED = ("dcterms", "org", "owl", "rdf", "rdfs", "schema", "skos", "xsd")


def prefixes(publisher: Publisher) -> dict[str, str]:
    """The short names of an edition's linked data: `auktor:` begins the register's own words."""
    return {**{name: PREFIXES[name] for name in _USED}, "auktor": f"{publisher.public_url}/def#"}


def of_code(term: Term) -> Name:
    """The name of a word of a closed list."""
    return Name(f"auktor:{type(term).__name__}.{term}")


def vocabulary(publisher: Publisher) -> Iterator[Node]:
    """Every word: the vocabulary itself, the classes, the columns, the lists and their codes."""
    every = [column for table in TABLES for column in table.columns]
    about: tuple[tuple[str, Object], ...] = (
        ("dcterms:title", Text("Ord i registret över auktorisationssystem", "sv")),
        ("dcterms:title", Text("Words of the register of authorisation systems", "en")),
        ("dcterms:license", Address("http://creativecommons.org/publicdomain/zero/1.0/")),
        ("owl:versionInfo", Text(SCHEMA_VERSION)),
    )
    yield Node(_address(publisher, ""), ("owl:Ontology",), about)
    for name, (sv, en) in CLASSES.items():
        yield Node(_address(publisher, name), ("rdfs:Class",), (*_labels("rdfs:label", sv, en),))
    yield from _properties(publisher, every)
    yield from codes(publisher, every)


def codes(publisher: Publisher, columns: Iterable[Column]) -> Iterator[Node]:
    """The closed lists of some columns, each with its words in Swedish and English."""
    lists = {type(term): None for column in columns for term in column.terms}
    for words in sorted(lists, key=lambda each: each.__name__):
        yield from _list(publisher, words)


def _list(publisher: Publisher, words: type[Term]) -> Iterator[Node]:
    scheme = Name(f"auktor:{words.__name__}")
    meaning = (words.__doc__ or "").partition("\n")[0]
    yield Node(_address(publisher, words.__name__), ("skos:ConceptScheme",), (("rdfs:comment", Text(meaning, "en")),))
    for term in words:
        said = (
            *_labels("skos:prefLabel", term.sv, term.en),
            ("skos:notation", Text(str(term))),
            ("skos:inScheme", scheme),
        )
        yield Node(_address(publisher, f"{words.__name__}.{term}"), ("skos:Concept",), said)


def _properties(publisher: Publisher, columns: Iterable[Column]) -> Iterator[Node]:
    """A property for each name; where tables give a name different meanings, each of them is told."""
    by_name: dict[str, dict[tuple[str, Object], None]] = {}
    for column in columns:
        if not is_label(column):
            said = by_name.setdefault(column.name, {("rdfs:label", Text(column.name)): None})
            said.update(dict.fromkeys(_labels("rdfs:comment", column.meaning.sv, column.meaning.en)))
            if column.meaning.law:
                said["dcterms:source", Text(column.meaning.law)] = None
    for name in sorted(by_name):
        yield Node(_address(publisher, name), ("rdf:Property",), tuple(by_name[name]))


def is_label(column: Column) -> bool:
    """Whether a column only says in words what another says as a code."""
    return column.kind is Kind.TEXT and column.meaning.en.startswith("`")


def _labels(name: str, sv: str, en: str) -> tuple[tuple[str, Object], ...]:
    return (name, Text(sv, "sv")), (name, Text(en, "en"))


def _address(publisher: Publisher, word: str) -> str:
    return f"{publisher.public_url}/def" + (f"#{word}" if word else "")
