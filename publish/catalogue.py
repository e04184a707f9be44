"""The catalogue of the open data as DCAT-AP-SE 3.0.1: `catalog.rdf`, which the data portal harvests, `.ttl`, `.jsonld`.

One data set a table and one of the whole register; each file of the edition that holds data is a distribution of one of
them, with the size, media type and hash the manifest states. Addresses and identifiers never change from edition to
edition; only where the newest bytes lie does. Every node has an address of its own.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5

from publish.files import File
from publish.manifest import Imprint, folder_of, moment
from publish.rdf import PREFIXES, Address, Name, Node, Object, Text, written
from publish.tables import SCHEMA_VERSION, TABLES, Table

ENDINGS = (".rdf", ".ttl", ".jsonld")
NAME = "catalog"
HARVESTED = f"{NAME}.rdf"

_CC0 = Address("http://creativecommons.org/publicdomain/zero/1.0/")
_EU = "http://publications.europa.eu/resource/authority"
_LANGUAGES = (Address(f"{_EU}/language/SWE"), Address(f"{_EU}/language/ENG"))
_SWEDEN = Address(f"{_EU}/country/SWE")
_GOVERNMENT = Address(f"{_EU}/data-theme/GOVE")
_THEMES = Address(f"{_EU}/data-theme")
_PUBLIC = Address(f"{_EU}/access-right/PUBLIC")
_LEGAL_GROUND = Address("https://data.riksdagen.se/dokument/sfs-2023-704.html")
_NATIONAL_AUTHORITY = Address("http://purl.org/adms/publishertype/NationalAuthority")
_PROFILE_PREFIXES = {
    name: PREFIXES[name]
    for name in ("adms", "dcat", "dcatap", "dcterms", "foaf", "owl", "rdf", "skos", "spdx", "vcard", "xsd")
}


class Form(NamedTuple):
    """A form data comes in: the EU's name of the file type, and what to say of it."""

    file_type: str
    sv: str
    en: str


FORMS = {
    ".csv": Form("CSV", "CSV: en rad per post, kommatecken, UTF-8", "CSV: a record a line, commas, UTF-8"),
    ".ndjson": Form("JSON", "NDJSON: ett JSON-objekt per rad", "NDJSON: a JSON object a line"),
    ".parquet": Form("PARQUET", "Parquet: kolumner med typer", "Parquet: typed columns"),
    ".json": Form("JSON", "JSON: hela listan i ett dokument", "JSON: the whole list in one document"),
    ".ttl": Form("RDF_TURTLE", "Länkade data som Turtle", "Linked data as Turtle"),
    ".jsonld": Form("JSON_LD", "Länkade data som JSON-LD", "Linked data as JSON-LD"),
    ".nt": Form("RDF_N_TRIPLES", "Länkade data som N-Triples", "Linked data as N-Triples"),
    ".xlsx": Form("XLSX", "Excel: ett blad per tabell", "Excel: a sheet a table"),
    ".sqlite": Form("BIN", "SQLite: alla tabeller i en databas", "SQLite: every table in one database"),
}
_OF_THE_LIST = ("suppliers.json", "suppliers.ttl", "suppliers.jsonld", "suppliers.nt", "lote.json")
_OF_THE_REGISTER = ("register.sqlite", "suppliers.xlsx")
_KEYWORDS = (
    ("auktorisationssystem", "sv"),
    ("e-legitimation", "sv"),
    ("digital post", "sv"),
    ("authorisation system", "en"),
    ("electronic identification", "en"),
)


class DataSet(NamedTuple):
    """A data set: its name in addresses, its titles, and the files it is distributed as."""

    name: str
    sv: str
    en: str
    files: tuple[str, ...]


def data_sets() -> list[DataSet]:
    """Every data set, whether or not an edition has each of its files."""
    whole = DataSet(
        "register",
        "Hela registret över auktorisationssystem",
        "The whole register of authorisation systems",
        _OF_THE_REGISTER,
    )
    return [whole, *map(_of_table, TABLES)]


def _of_table(table: Table) -> DataSet:
    more = _OF_THE_LIST if table.name == "suppliers" else ()
    return DataSet(
        table.name, table.sv, table.en, (*(table.name + end for end in (".csv", ".ndjson", ".parquet")), *more)
    )


def catalogue(imprint: Imprint, files: Sequence[File]) -> dict[str, bytes]:
    """The catalogue of an edition in each of its forms, by file name; `files` are those that may be downloaded."""
    nodes = list(_Catalogue(imprint, files).nodes())
    return {NAME + ending: written(nodes, ending, _PROFILE_PREFIXES) for ending in ENDINGS}


class _Catalogue:
    def __init__(self, imprint: Imprint, files: Sequence[File]) -> None:
        self._imprint, self._publisher = imprint, imprint.publisher
        self._files = {file.path: file for file in files}
        self._sets = [
            each._replace(files=tuple(name for name in each.files if name in self._files)) for each in data_sets()
        ]

    def nodes(self) -> Iterator[Node]:
        """Every node: the catalogue, who is behind it, the data sets with their distributions, the API."""
        yield self._catalogue()
        yield from self._people()
        for each in self._sets:
            yield self._data_set(each)
            for name in each.files:
                yield from self._distribution(each, self._files[name])
        yield from self._api()
        yield from self._standards()

    def _id(self, path: str) -> Address:
        return Address(f"{self._publisher.public_url}/id/{path}")

    def _uuid(self, path: str) -> Text:
        """Follows from the publisher and what is named alone, so that it is the same in every edition."""
        return Text(f"urn:uuid:{uuid5(NAMESPACE_OID, f'{self._publisher.iri}/{path}')}")

    def _latest(self, name: str) -> Address:
        return Address(f"{self._publisher.opendata_url}/latest/{name}")

    def _dates(self) -> list[tuple[str, Object]]:
        imprint = self._imprint
        return [
            ("dcterms:issued", Text(moment(imprint.first_issued or imprint.issued), datatype="xsd:dateTime")),
            ("dcterms:modified", Text(moment(imprint.issued), datatype="xsd:dateTime")),
        ]

    def _catalogue(self) -> Node:
        said: list[tuple[str, Object]] = [
            *_titled(
                "Auktorisationssystem för e-legitimation och digital post",
                "Authorisation systems for e-ID and digital post",
            ),
            *_described(
                "Öppna data ur registret över auktorisationssystem enligt lag (2023:704).",
                "Open data from the register of authorisation systems under the Act (2023:704).",
            ),
            ("dcterms:identifier", self._uuid("catalogue")),
            ("dcterms:publisher", Address(self._publisher.iri)),
            ("dcterms:license", _CC0),
            *self._dates(),
            *(("dcterms:language", language) for language in _LANGUAGES),
            ("dcterms:spatial", _SWEDEN),
            ("foaf:homepage", Address(f"{self._publisher.public_url}/")),
            ("dcat:themeTaxonomy", _THEMES),
            *(("dcat:dataset", self._id(f"dataset/{each.name}")) for each in self._sets),
            ("dcat:service", self._id("service-api")),
        ]
        return Node(self._id("catalogue"), ("dcat:Catalog",), tuple(said))

    def _people(self) -> Iterator[Node]:
        publisher = self._publisher
        agent: tuple[tuple[str, Object], ...] = (
            ("foaf:name", Text(publisher.name_sv, "sv")),
            ("foaf:name", Text(publisher.name_en, "en")),
            ("dcterms:type", _NATIONAL_AUTHORITY),
            ("dcterms:identifier", Text(publisher.organisation_number)),
        )
        yield Node(publisher.iri, ("foaf:Agent",), agent)
        contact: tuple[tuple[str, Object], ...] = (
            ("vcard:fn", Text(publisher.name_sv)),
            ("vcard:hasEmail", Address(f"mailto:{publisher.email}")),
            ("vcard:hasURL", Address(f"{publisher.public_url}/")),
        )
        yield Node(self._id("contact"), ("vcard:Organization",), contact)

    def _data_set(self, each: DataSet) -> Node:
        said: list[tuple[str, Object]] = [
            *_titled(each.sv, each.en),
            *_described(
                f"{each.sv}, enligt lag (2023:704). Varje utgåva är numrerad, signerad och ändras aldrig.",
                f"{each.en}, under the Act (2023:704). Every edition is numbered, signed and never changed.",
            ),
            ("dcterms:identifier", self._uuid(f"dataset/{each.name}")),
            ("dcterms:publisher", Address(self._publisher.iri)),
            ("dcat:contactPoint", self._id("contact")),
            *(("dcat:keyword", Text(word, language)) for word, language in _KEYWORDS),
            ("dcat:theme", _GOVERNMENT),
            *self._dates(),
            *(("dcterms:language", language) for language in _LANGUAGES),
            ("dcterms:spatial", _SWEDEN),
            ("dcterms:temporal", self._id("period")),
            ("dcterms:accessRights", _PUBLIC),
            ("dcterms:accrualPeriodicity", Address(f"{_EU}/frequency/IRREG")),
            ("dcterms:conformsTo", self._id("standard/columns")),
            ("foaf:page", _LEGAL_GROUND),
            ("dcat:landingPage", self._latest("index.html")),
            ("dcat:version", Text(str(self._imprint.number))),
            ("adms:versionNotes", Text(f"Utgåva {self._imprint.number}, kolumner {SCHEMA_VERSION}.", "sv")),
            *(("dcat:distribution", self._id(f"distribution/{name}")) for name in each.files),
        ]
        return Node(self._id(f"dataset/{each.name}"), ("dcat:Dataset",), tuple(said))

    def _distribution(self, each: DataSet, file: File) -> Iterator[Node]:
        form = FORMS[file.path[file.path.rindex(".") :]]
        media_type = file.media_type.partition(";")[0]
        checksum = Address(f"{self._id(f'distribution/{file.path}')}#checksum")
        said: list[tuple[str, Object]] = [
            *_titled(f"{each.sv} ({file.path})", f"{each.en} ({file.path})"),
            *_described(form.sv, form.en),
            ("dcterms:identifier", self._uuid(f"distribution/{file.path}")),
            ("dcat:accessURL", self._latest(file.path)),
            ("dcat:downloadURL", self._download(file)),
            ("dcterms:format", Address(f"{_EU}/file-type/{form.file_type}")),
            ("dcat:mediaType", Address(f"https://www.iana.org/assignments/media-types/{media_type}")),
            ("dcat:byteSize", Text(str(file.bytes), datatype="xsd:nonNegativeInteger")),
            ("spdx:checksum", checksum),
            ("dcterms:license", _CC0),
            ("dcatap:availability", Address(f"{_EU}/planned-availability/STABLE")),
            *self._dates(),
            *(("dcterms:language", language) for language in _LANGUAGES),
            ("dcterms:conformsTo", self._id("standard/columns")),
        ]
        yield Node(self._id(f"distribution/{file.path}"), ("dcat:Distribution",), tuple(said))
        summed: tuple[tuple[str, Object], ...] = (
            ("spdx:algorithm", Name("spdx:checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Text(file.sha256, datatype="xsd:hexBinary")),
        )
        yield Node(checksum, ("spdx:Checksum",), summed)

    def _download(self, file: File) -> Address:
        return Address(f"{self._publisher.opendata_url}/{folder_of(self._imprint.number)}/{file.path}")

    def _api(self) -> Iterator[Node]:
        said: list[tuple[str, Object]] = [
            *_titled("Registrets API (GraphQL)", "The register's API (GraphQL)"),
            *_described(
                "Frågor om registret, för varje dag och som det var känt vid varje tidpunkt.",
                "Questions about the register, for any day and as it was known at any moment.",
            ),
            ("dcterms:identifier", self._uuid("service-api")),
            ("dcterms:publisher", Address(self._publisher.iri)),
            ("dcat:contactPoint", self._id("contact")),
            ("dcat:endpointURL", Address(f"{self._publisher.public_url}/graphql")),
            ("dcat:endpointDescription", Address(f"{self._publisher.public_url}/schema.graphql")),
            ("dcterms:format", Address(f"{_EU}/file-type/JSON")),
            ("dcterms:license", _CC0),
            ("dcterms:accessRights", _PUBLIC),
            ("dcat:theme", _GOVERNMENT),
            *(("dcat:keyword", Text(word, language)) for word, language in _KEYWORDS),
            *(("dcat:servesDataset", self._id(f"dataset/{each.name}")) for each in self._sets),
        ]
        yield Node(self._id("service-api"), ("dcat:DataService",), tuple(said))

    def _standards(self) -> Iterator[Node]:
        yield Node(
            self._id("standard/columns"),
            ("dcterms:Standard",),
            _titled("Registrets kolumner", "The register's columns"),
        )
        begins = ("dcat:startDate", Text("2024-01-01", datatype="xsd:date"))
        yield Node(self._id("period"), ("dcterms:PeriodOfTime",), (begins,))
        yield Node(self._latest("index.html"), ("foaf:Document",), _titled("Utgåvans sida", "The edition's page"))
        yield Node(_LEGAL_GROUND, ("foaf:Document",), _titled("Lag (2023:704)", "Act (2023:704)"))
        homepage = Address(f"{self._publisher.public_url}/")
        yield Node(homepage, ("foaf:Document",), _titled("Registret", "The register"))
        # Told here, for the harvester does not fetch the vocabulary it is from.
        kinds = Address("http://purl.org/adms/publishertype/1.0")
        yield Node(kinds, ("skos:ConceptScheme",), _titled("Slag av utgivare", "Kinds of publisher"))
        kind: tuple[tuple[str, Object], ...] = (
            ("skos:prefLabel", Text("Nationell myndighet", "sv")),
            ("skos:prefLabel", Text("National authority", "en")),
            ("skos:inScheme", kinds),
        )
        yield Node(_NATIONAL_AUTHORITY, ("skos:Concept",), kind)


def _titled(sv: str, en: str) -> tuple[tuple[str, Object], ...]:
    return ("dcterms:title", Text(sv, "sv")), ("dcterms:title", Text(en, "en"))


def _described(sv: str, en: str) -> tuple[tuple[str, Object], ...]:
    return ("dcterms:description", Text(sv, "sv")), ("dcterms:description", Text(en, "en"))
